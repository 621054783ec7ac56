import type { ProblemError } from '../../problems/index.js';
import type { FrameworkDefinition } from '../definition.js';
import { titleOfPart, type PartKind } from './part-lists.js';

/** A part of a draft that has a page of its own. */
export interface DraftPart {
  /** The steps of its address below the draft's, such as `domains`, `voice`. */
  address: readonly string[];
  /** As it is called in a sentence. */
  title: string;
}

/** Something to put right, and where. */
export interface PlacedFault {
  part: DraftPart;
  /** What of the part it is about, as steps joined by hyphens; also the id of its control. */
  field: string;
  /** To be read beside the part's title. */
  message: string;
}

type Steps = readonly string[];

const lists: Readonly<Record<string, { kind: PartKind; address: string; title: string }>> = {
  agencies: { kind: 'agency', address: 'agencies', title: 'Agencies' },
  profileFields: { kind: 'field', address: 'questions', title: 'Questions before scoring' },
  domains: { kind: 'domain', address: 'domains', title: 'Domains and their weights' },
  facts: { kind: 'fact', address: 'facts', title: 'Counted facts' },
  indicators: { kind: 'indicator', address: 'indicators', title: 'Indicators' },
  caps: { kind: 'cap', address: 'caps', title: 'Caps on the overall grade' },
  sources: { kind: 'source', address: 'sources', title: 'Sources' },
  trainingTags: { kind: 'tag', address: 'tags', title: 'Training tags' },
};

export const aboutPart: DraftPart = { address: ['about'], title: 'About the framework' };
export const scalePart: DraftPart = { address: ['scale'], title: 'Grade scale' };

/** The page of a list, by what the list is called in the definition. */
export function listPart(property: string): DraftPart {
  const list = lists[property];
  if (!list) return aboutPart;
  return { address: [list.address], title: list.title };
}

/**
 * Faults with the page on which each is put right. The steps of a path stand between dots or
 * slashes; what names nothing of the draft is put right on the page about the framework.
 */
export function placedFaults(
  definition: FrameworkDefinition,
  faults: readonly ProblemError[],
): PlacedFault[] {
  const told = new Set<string>();
  return faults.flatMap(({ path, message }) => {
    const steps = path.split(/[./]/).filter((step) => step !== '');
    const { part, rest } = partAt(definition, steps);
    const placed = { part, field: rest.join('-'), message: inWords(rest, message) };
    // The schema and the rules may both say of one text that it is missing.
    const same = [...part.address, placed.field, placed.message].join('/');
    if (told.has(same)) return [];
    told.add(same);
    return [placed];
  });
}

function partAt(definition: FrameworkDefinition, steps: Steps): { part: DraftPart; rest: Steps } {
  const [property = '', at, ...rest] = steps;
  if (property === 'scale') return { part: scalePart, rest: steps.slice(1) };
  const list = lists[property];
  if (!list) return { part: aboutPart, rest: steps };
  const thing = (definition[property as 'domains'] as { key: string }[])[Number(at)];
  if (at === undefined || !thing) return { part: listPart(property), rest: [] };
  const { kind } = list;
  const address = [list.address, thing.key];
  const part = { address, title: titleOfPart(definition, { kind, key: thing.key }) };
  if (kind !== 'domain') return { part, rest };
  const [below, place, ...within] = rest;
  const criterion = definition.domains[Number(at)]?.criteria[Number(place)];
  if (below !== 'criteria' || !criterion) return { part, rest };
  return {
    part: { address: [...address, 'criteria', criterion.key], title: criterion.title },
    rest: within,
  };
}

const fieldWords: Readonly<Record<string, string>> = {
  title: 'Title',
  shortTitle: 'Short title',
  purpose: 'Purpose',
  unitTitle: 'One of what is audited',
  question: 'Question',
  whereToLook: 'Where to look',
  because: 'Reason shown',
  auditorMay: 'When the auditor may besides',
  label: 'Label',
  neutralLabel: 'Neutral label',
  use: 'What it is recorded for',
  measure: 'What asks for it',
  ref: 'Place in the source',
  url: 'Address',
  prefix: 'Word before the number',
  sections: 'Sections',
  agencies: 'Agencies',
  actionPlanRefs: 'Action plan',
  criteria: 'Criteria',
  choices: 'Choices',
};

/** Sentences that say what is wrong and not of what. */
const bare = /^(Enter|This has|There must be|must )/;

function inWords(rest: Steps, message: string): string {
  const name = rest.findLast((step) => fieldWords[step] !== undefined);
  const words = name === undefined ? undefined : fieldWords[name];
  if (words === undefined || !bare.test(message)) return message;
  return `${words}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
