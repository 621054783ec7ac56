import {
  nonGrades,
  type Criterion,
  type Domain,
  type FrameworkDefinition,
  type Grade,
} from '../definition.js';
import { keyFromTitle, shortened } from '../drafts/key-from-title.js';
import { tidyLine } from '../drafts/spelling.js';
import { frameworkLimits as limits } from '../limits.js';
import { keysOf, withLists, type PartKind } from './part-lists.js';

interface NewPart {
  kind: PartKind;
  /** What it is called; a cap is called nothing, and its key says so. */
  title: string;
  /** Key of the domain that a criterion is added to. */
  domain?: string;
}

/**
 * A definition with a new thing at the end of its list, and the key made for it. Nothing is answered
 * beforehand that somebody has to decide: a new criterion has no descriptors, a new rule asks nothing.
 *
 * @param before the version the draft is based on, whose keys keep the meaning they have there
 */
export function addPart(
  definition: FrameworkDefinition,
  part: NewPart,
  before: FrameworkDefinition | null,
): { definition: FrameworkDefinition; key: string } {
  const { kind } = part;
  const title = tidyLine(part.title);
  const key = keyFromTitle(title, takenKeys(kind, definition, before), kind);
  const made = newParts[kind](definition, key, title, part.domain);
  const added =
    kind === 'criterion'
      ? withCriterion(definition, part.domain, made as Criterion)
      : withLists(definition, kind, (list) => [...list, made as never]);
  return { definition: added, key };
}

/** Keys that a new thing must not have: conditions name fields and facts alike, answers name grades. */
function takenKeys(
  kind: PartKind,
  definition: FrameworkDefinition,
  before: FrameworkDefinition | null,
): Set<string> {
  const kinds: PartKind[] = kind === 'field' || kind === 'fact' ? ['field', 'fact'] : [kind];
  const versions = [definition, before].filter((one) => one !== null);
  const taken = versions.flatMap((one) => kinds.flatMap((other) => keysOf(one, other)));
  return new Set(kind === 'grade' ? [...taken, ...nonGrades] : taken);
}

function withCriterion(
  definition: FrameworkDefinition,
  domain: string | undefined,
  criterion: Criterion,
): FrameworkDefinition {
  const domains = definition.domains.map((one) =>
    one.key === domain ? { ...one, criteria: [...one.criteria, criterion] } : one,
  );
  return { ...definition, domains };
}

type Maker = (
  definition: FrameworkDefinition,
  key: string,
  title: string,
  domain?: string,
) => { key: string };

/** Where an agency must be named and none is chosen: a key, because nothing else has a key's form. */
const firstAgency = ({ agencies }: FrameworkDefinition): string => agencies[0]?.key ?? 'agency';

const titled: Maker = (_definition, key, title) => ({ key, title });

const newParts: Readonly<Record<PartKind, Maker>> = {
  agency: titled,
  tag: titled,
  source: (_definition, key, title) => ({ key, title, url: 'https://' }),
  grade: newGrade,
  domain: newDomain,
  criterion: newCriterion,
  fact: (definition, key, title) => ({
    ...{ key, title, question: '', type: 'yes-no', owner: firstAgency(definition), use: '' },
  }),
  field: (definition, key, title) => ({
    ...{ key, title, type: 'yes-no-unclear' },
    source: { from: 'sweep', owner: firstAgency(definition), question: '' },
  }),
  indicator: (_definition, key, title) => ({
    ...{ key, title, measure: '', rule: { kind: 'share', meets: { all: [] } } },
  }),
  cap: ({ scale: { grades } }, key) => {
    const lowest = grades.at(-1)?.key ?? 'grade';
    const ceiling = grades.at(-2)?.key ?? lowest;
    const when = { countOf: 'critical', atOrBelow: lowest, atLeast: 1 };
    return { key, when, ceiling, because: '' };
  },
};

function newGrade({ scale }: FrameworkDefinition, key: string, title: string): Grade {
  const points = Math.max(0, (scale.grades.at(-1)?.points ?? 1) - 1);
  return { key, label: title, neutralLabel: title, points, from: 0 };
}

/** What is left of the hundred, so that the last domain needs no sum. */
function newDomain({ domains }: FrameworkDefinition, key: string, title: string): Domain {
  const sum = domains.reduce((total, { weight }) => total + weight, 0);
  return {
    ...{ key, title, shortTitle: shortened(title, limits.shortTitleMax), purpose: '' },
    ...{ sections: [], weight: Math.max(1, limits.domainWeightsSum - sum), criteria: [] },
  };
}

function newCriterion(
  definition: FrameworkDefinition,
  key: string,
  title: string,
  domain?: string,
): Criterion {
  const { agencies, domains } = definition;
  return {
    ...{ key, title, question: '' },
    sections: domains.find((one) => one.key === domain)?.sections ?? [],
    // With one agency there is nothing to choose.
    agencies: agencies.length === 1 ? [firstAgency(definition)] : [],
    leadAgency: firstAgency(definition),
    ...{ weight: 1, critical: false, basis: 'good-practice', citations: [], whereToLook: '' },
    ...{ applicability: { mode: 'always' }, descriptors: {} },
    ...{ trainingTags: [], actionPlanRefs: [] },
  };
}
