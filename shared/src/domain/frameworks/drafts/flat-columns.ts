/** A column of the flat form that has a meaning by its name; every other column is a grade. */
export interface FlatColumn {
  meaning: string;
  /** Without this column a file is refused. */
  isNeeded: boolean;
  /** What a blank cell means; null where each row must say something. */
  blankMeans: string | null;
}

export const flatColumnNames = [
  'domain',
  'domain weight',
  'criterion',
  'question',
  'agencies',
  'lead',
  'sections',
  'weight',
  'critical',
] as const;
export type FlatColumnName = (typeof flatColumnNames)[number];

/** The columns by name, in the order in which a framework is written out. */
export const flatColumns: Readonly<Record<FlatColumnName, FlatColumn>> = {
  domain: {
    meaning: 'The domain that the criterion stands in, in each row',
    isNeeded: true,
    blankMeans: null,
  },
  'domain weight': {
    meaning: 'How much the domain counts; in one row of the domain or in each',
    isNeeded: false,
    blankMeans: 'As much as the domains with a weight do on average',
  },
  criterion: {
    meaning: 'What is graded, in a few words',
    isNeeded: true,
    blankMeans: null,
  },
  question: {
    meaning: 'What the auditor asks',
    isNeeded: false,
    blankMeans: 'The criterion is the question',
  },
  agencies: {
    meaning: 'Who scores it, with ; or / between',
    isNeeded: true,
    blankMeans: null,
  },
  lead: {
    meaning: 'Whose evidence feedback quotes; one of the agencies',
    isNeeded: false,
    blankMeans: 'The agency named first',
  },
  sections: {
    meaning: 'The sections of the plan it looks at, A to K',
    isNeeded: false,
    blankMeans: 'The whole plan',
  },
  weight: {
    meaning: 'How much it counts within its domain: a whole number from 1 to 10',
    isNeeded: true,
    blankMeans: null,
  },
  critical: {
    meaning: 'Whether caps count it: yes or no',
    isNeeded: true,
    blankMeans: 'No',
  },
};

/** The checks of a flat file, each with its title. Every one keeps the file from becoming a draft. */
export const flatRules = {
  'no-header': 'No header',
  'no-rows': 'No rows',
  'missing-column': 'Missing column',
  'unnamed-column': 'Column without a name',
  'repeated-column': 'Repeated column',
  'number-of-grades': 'Too few or too many grades',
  'too-many-cells': 'More cells than columns',
  missing: 'Missing',
  'too-long': 'Too long',
  'not-a-weight': 'Not a weight',
  'not-in-list': 'Not in the list',
  'lead-does-not-score': 'The lead does not score',
  'other-domain-weight': 'Another weight of the same domain',
  'repeated-criterion': 'Repeated criterion',
  'too-many': 'Too many',
} as const;
export type FlatRule = keyof typeof flatRules;

/** One thing wrong with one cell, and what to do about it. */
export interface FlatProblem {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  /** The name of the column, or of a grade as the file has it; blank for a row as a whole. */
  column: string;
  /** The cell as it was found; of a long one its beginning. */
  value: string;
  rule: FlatRule;
  message: string;
}

/** Something that the file does not say and the draft therefore decided; to be looked at. */
export interface FlatFlag {
  /** The column, row or domain that it is about. */
  where: string;
  sentence: string;
}

/** Characters shown of a cell. */
export const flatShownMax = 80;
