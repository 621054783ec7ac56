import { apportion } from '../../statistics/index.js';
import {
  planSections,
  type Criterion,
  type Domain,
  type FrameworkDefinition,
  type Scale,
  type Titled,
} from '../definition.js';
import { sectionsInWords } from '../framework-words.js';
import { frameworkLimits as limits } from '../limits.js';
import { type FlatFlag } from './flat-columns.js';
import { keyFromTitle, shortened } from './key-from-title.js';
import type { FlatRow } from './read-flat-row.js';
import { spelling } from './spelling.js';

/** What whoever brings the file says, because no row can. */
export type AboutDraft = Pick<
  FrameworkDefinition,
  'kind' | 'title' | 'purpose' | 'unit' | 'unitTitle'
>;

/**
 * A draft made of rows that have passed every check, with a flag for each thing that it decided.
 *
 * @param grades from the best to the lowest; three to six
 * @param rows at least one
 */
export function draftFromRows(
  grades: readonly Titled[],
  rows: readonly FlatRow[],
  about: AboutDraft,
): { draft: FrameworkDefinition; flags: FlatFlag[] } {
  const scale = scaleOf(grades);
  const { domains, flags } = domainsOf(rows);
  const agencies = new Map(rows.flatMap((row) => row.agencies.map((one) => [one.key, one])));
  const { kind, title, purpose, unit, unitTitle } = about;
  const draft: FrameworkDefinition = {
    ...{ kind, title, purpose, unit, unitTitle },
    actionPlanRefs: [],
    agencies: [...agencies.values()].map((one) => ({ key: one.key, title: one.title })),
    scale,
    profileFields: [],
    domains,
    facts: [],
    indicators: [],
    caps: [],
    sources: [],
    trainingTags: [],
  };
  return {
    draft,
    flags: [...scaleFlags(scale), ...flags, ...rowFlags(rows, grades), ...restFlags],
  };
}

/** One point a grade, bands midway between them, the standard met by the upper half. */
function scaleOf(titled: readonly Titled[]): Scale {
  const grades = titled.map(({ key, title }, at) => {
    const points = titled.length - at;
    const from = at === titled.length - 1 ? 0 : points - 0.5;
    return { key, label: title, neutralLabel: title, points, from };
  });
  const meets = Math.floor(grades.length / 2) - 1;
  const below = grades.slice(meets + 1).map(({ key }) => key);
  return {
    grades,
    meetsFrom: grades[meets]?.key ?? '',
    evidenceRequiredFor: [...below, 'cannot-tell', 'not-applicable'],
  };
}

function scaleFlags({ grades, meetsFrom }: Scale): FlatFlag[] {
  const bands = grades.map(({ label, from }) => `${label} from ${from}`).join(', ');
  const points = grades.map(({ label, points: own }) => `${label} ${own}`).join(', ');
  const standard = grades.find(({ key }) => key === meetsFrom)?.label ?? '';
  const flag = (sentence: string): FlatFlag => ({ where: 'Grades', sentence });
  return [
    flag(`The file gives no points: ${points}.`),
    flag(`The file gives no bands, so they lie midway between the grades: ${bands}.`),
    flag(
      `The standard is taken to be met from ${standard}; below it a line of evidence is needed.`,
    ),
    flag('The neutral labels are the labels.'),
  ];
}

function domainsOf(rows: readonly FlatRow[]): { domains: Domain[]; flags: FlatFlag[] } {
  const groups = [...Map.groupBy(rows, ({ domain }) => spelling(domain)).values()];
  const domainKeys = new Set<string>();
  const criterionKeys = new Set<string>();
  const { weights, flags } = domainWeights(groups);
  const domains = groups.map((same, at): Domain => {
    const title = same[0]?.domain ?? '';
    const sections = planSections.filter((one) => same.some((row) => row.sections.includes(one)));
    return {
      key: keyFromTitle(title, domainKeys, 'domain'),
      title,
      shortTitle: shortened(title, limits.shortTitleMax),
      purpose: title,
      sections: sections.length > 0 ? sections : [...planSections],
      weight: weights[at] ?? 1,
      criteria: same.map((row) => criterionOf(row, criterionKeys)),
    };
  });
  return { domains, flags };
}

/**
 * Whole weights that sum to 100 in the proportions given, none below 1; a domain without a weight
 * counts as much as the others do on average.
 */
function domainWeights(groups: readonly FlatRow[][]): { weights: number[]; flags: FlatFlag[] } {
  const titles = groups.map(([first]) => first?.domain ?? '');
  const given = groups.map((same) => same.find((row) => row.domainWeight !== null)?.domainWeight);
  const known = given.filter((weight) => typeof weight === 'number');
  const sum = known.reduce((total, weight) => total + weight, 0);
  const mean = known.length > 0 ? sum / known.length : 1;
  const wanted = given.map((weight) => weight ?? mean);
  const weights = apportion(limits.domainWeightsSum, wanted).sizes;
  for (let least = weights.indexOf(0); least >= 0; least = weights.indexOf(0)) {
    // The largest can spare one: there are far fewer domains than hundredths.
    const largest = weights.indexOf(Math.max(...weights));
    weights[largest] = (weights[largest] ?? 0) - 1;
    weights[least] = 1;
  }
  const listed = titles.map((title, at) => `${title} ${weights[at] ?? 0}`).join(', ');
  const missing = titles.filter((_, at) => typeof given[at] !== 'number');
  const isAsGiven = wanted.every((weight, at) => weight === weights[at]);
  const flags: string[] = [];
  if (known.length === 0) {
    flags.push(`The file gives no domain weights, so they are equal: ${listed}.`);
  } else {
    if (missing.length > 0) {
      flags.push(`${missing.join(', ')} had no weight and got the average of the others.`);
    }
    if (!isAsGiven) flags.push(`The domain weights were scaled to sum to 100: ${listed}.`);
  }
  return { weights, flags: flags.map((sentence) => ({ where: 'domain weight', sentence })) };
}

function criterionOf(row: FlatRow, keys: Set<string>): Criterion {
  const { criterion, question, agencies, lead, sections } = row;
  const title = shortened(criterion, limits.titleMax);
  return {
    key: keyFromTitle(title, keys, 'criterion'),
    title,
    question: question === '' ? criterion : question,
    sections: sections.length > 0 ? sections : [...planSections],
    agencies: agencies.map(({ key }) => key),
    leadAgency: (lead ?? agencies[0])?.key ?? '',
    weight: row.weight,
    critical: row.isCritical,
    basis: 'good-practice',
    citations: [],
    whereToLook: sections.length > 0 ? `${sectionsInWords(sections)}.` : 'The whole plan.',
    applicability: { mode: 'always' },
    descriptors: row.descriptors,
    trainingTags: [],
    actionPlanRefs: [],
  };
}

/** What rows left blank, told once a column with the rows it is about. */
function rowFlags(rows: readonly FlatRow[], grades: readonly Titled[]): FlatFlag[] {
  const flag = (
    where: string,
    isBlank: (row: FlatRow) => boolean,
    sentence: string,
  ): FlatFlag[] => {
    const numbers = rows.filter(isBlank).map(({ row }) => row);
    if (numbers.length === 0) return [];
    return [{ where: `${where}, ${rowsInWords(numbers)}`, sentence }];
  };
  return [
    ...flag(
      'criterion',
      ({ criterion }) => [...criterion].length > limits.titleMax,
      'The text is too long for a title, so its beginning is the title and the whole the question.',
    ),
    ...flag(
      'lead',
      ({ lead, agencies }) => lead === null && agencies.length > 1,
      'No lead is given, so the agency named first leads.',
    ),
    ...flag(
      'sections',
      ({ sections }) => sections.length === 0,
      'No sections are given, so the criterion looks at the whole plan.',
    ),
    ...grades.flatMap(({ key, title }) =>
      flag(
        title,
        ({ descriptors }) => descriptors[key] === undefined,
        `What ${title} looks like is not written yet.`,
      ),
    ),
  ];
}

const rowsNamedMax = 4;

/** "row 3", "rows 3, 4 and 5"; of many, the first few. */
function rowsInWords(rows: readonly number[]): string {
  const more = rows.length - rowsNamedMax;
  if (more > 0) return `rows ${rows.slice(0, rowsNamedMax).join(', ')} and ${more} more`;
  if (rows.length === 1) return `row ${String(rows[0])}`;
  return `rows ${rows.slice(0, -1).join(', ')} and ${String(rows.at(-1))}`;
}

/** What the flat form never says. */
const restFlags: readonly FlatFlag[] = [
  {
    where: 'Domains',
    sentence: 'The purpose of each domain is its title, until somebody writes it.',
  },
  {
    where: 'Criteria',
    sentence:
      'Every criterion is put down as good practice, without a citation, and is always scored. Say what it rests on and when it does not apply.',
  },
  {
    where: 'Framework',
    sentence: 'A flat file holds no caps, counted facts, indicators or questions before scoring.',
  },
];
