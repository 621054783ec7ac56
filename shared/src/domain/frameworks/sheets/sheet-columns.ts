import type { SheetColumn } from './sheet.js';

/** The sheets that every workbook of a framework has, in their order; domains have one each besides. */
export const fixedSheets = {
  framework: 'Framework',
  agencies: 'Agencies',
  grades: 'Grades',
  domains: 'Domains',
  profileFields: 'Before scoring',
  facts: 'Facts',
  indicators: 'Indicators',
  caps: 'Caps',
  sources: 'Sources',
  trainingTags: 'Training tags',
} as const;

const column = (title: string, part: string, width: number): SheetColumn => ({
  title,
  part,
  width,
});
const inWords = (title: string, width: number): SheetColumn => ({ title, width });
const key = column('key', 'key', 18);
const title = column('title', 'title', 28);

export const titledColumns: readonly SheetColumn[] = [key, title];

/** The parts that there is one of, a row each on the first sheet. */
export const frameworkRows = [
  {
    name: 'kind',
    path: 'kind',
    meaning: 'Key of what is audited. Versions of one kind follow one another',
  },
  { name: 'title', path: 'title', meaning: 'What the framework is called' },
  { name: 'purpose', path: 'purpose', meaning: 'What it is for' },
  {
    name: 'unit',
    path: 'unit',
    meaning: 'plan, or document for one document of a plan such as an advice',
  },
  { name: 'unit title', path: 'unitTitle', meaning: 'One of what is audited, in words' },
  {
    name: 'standard met from',
    path: 'scale.meetsFrom',
    meaning: 'The lowest grade that meets the standard',
  },
  {
    name: 'evidence needed for',
    path: 'scale.evidenceRequiredFor',
    meaning: 'Grades, cannot-tell and not-applicable that need a line of evidence; one a line',
  },
  {
    name: 'action plan',
    path: 'actionPlanRefs',
    meaning: 'References to the action plan; one a line',
  },
] as const;
export type FrameworkRow = (typeof frameworkRows)[number]['name'];

export const frameworkColumns: readonly SheetColumn[] = [
  column('part', 'part', 22),
  column('value', 'value', 60),
  inWords('meaning', 50),
];

export const gradeColumns: readonly SheetColumn[] = [
  key,
  column('label', 'label', 24),
  column('neutral label', 'neutralLabel', 24),
  column('points', 'points', 10),
  column('score from', 'from', 12),
];

export const domainColumns: readonly SheetColumn[] = [
  column('sheet', 'sheet', 26),
  key,
  title,
  column('short title', 'shortTitle', 18),
  column('purpose', 'purpose', 50),
  column('sections', 'sections', 12),
  column('weight', 'weight', 9),
];

/** The columns of a domain's sheet; a column for each grade follows them. */
export const criterionColumns: readonly SheetColumn[] = [
  key,
  title,
  column('question', 'question', 40),
  column('sections', 'sections', 10),
  column('agencies', 'agencies', 16),
  column('lead agency', 'leadAgency', 14),
  column('weight', 'weight', 8),
  column('critical', 'critical', 8),
  column('basis', 'basis', 14),
  column('citations', 'citations', 28),
  column('where to look', 'whereToLook', 36),
  column('left out', 'applicability.mode', 10),
  column('rule', 'applicability.notWhen', 32),
  inWords('left out in words', 32),
  column('because', 'applicability.because', 30),
  column('auditor may', 'applicability.auditorMay', 26),
  column('training tags', 'trainingTags', 18),
  column('action plan', 'actionPlanRefs', 14),
];
export const descriptorWidth = 44;

export const profileFieldColumns: readonly SheetColumn[] = [
  key,
  title,
  column('type', 'type', 16),
  column('choices', 'choices', 28),
  column('prefix', 'prefix', 10),
  column('comes from', 'source.from', 12),
  column('register column', 'source.column', 20),
  column('asked of', 'source.owner', 14),
  column('question', 'source.question', 40),
  column('filled in from', 'source.prefilledFrom', 20),
  column('asked when', 'source.askedWhen', 32),
  column('answer set beforehand', 'source.preset.value', 16),
  column('set when', 'source.preset.when', 32),
  column('yes when', 'source.when', 32),
  inWords('rules in words', 40),
];

export const factColumns: readonly SheetColumn[] = [
  key,
  title,
  column('question', 'question', 40),
  column('type', 'type', 16),
  column('choices', 'choices', 28),
  column('recorded by', 'owner', 14),
  column('use', 'use', 36),
  column('answers the field', 'setsProfile', 18),
  column('asked when', 'askedWhen', 32),
  inWords('asked when in words', 32),
  column('at most', 'atMost', 18),
  column('phrases', 'phrases', 24),
];

export const indicatorColumns: readonly SheetColumn[] = [
  key,
  title,
  column('measure', 'measure', 30),
  column('kind', 'rule.kind', 10),
  column('of audits where', 'rule.base', 32),
  column('those where', 'rule.meets', 32),
  column('sum of', 'rule.numerator', 18),
  column('over sum of', 'rule.denominator', 18),
  inWords('in words', 44),
];

export const capColumns: readonly SheetColumn[] = [
  key,
  column('looks at', 'when.countOf', 14),
  column('domain', 'when.domain', 18),
  column('at or below', 'when.atOrBelow', 20),
  column('at least', 'when.atLeast', 10),
  column('ceiling', 'ceiling', 20),
  column('because', 'because', 40),
  inWords('in words', 44),
];

export const sourceColumns: readonly SheetColumn[] = [
  key,
  column('title', 'title', 50),
  column('address', 'url', 50),
];
