/**
 * The checks of a register, each with its code, which never changes, and its title. An error keeps
 * the row out; a warning lets it in.
 */
export const registerRules = {
  'personal-data': { level: 'error', title: 'Looks like a person’s data' },
  missing: { level: 'error', title: 'Missing' },
  'too-long': { level: 'error', title: 'Too long' },
  form: { level: 'error', title: 'Not in the right form' },
  repeated: { level: 'error', title: 'Repeated plan reference' },
  'not-in-list': { level: 'error', title: 'Not in the list' },
  'not-a-date': { level: 'error', title: 'Not a real date' },
  'after-as-at': { level: 'error', title: 'After the as-at date' },
  'before-first-issue': { level: 'error', title: 'Before the plan was first issued' },
  'too-old': { level: 'error', title: 'Aged 26 or more' },
  'no-year-or-age': { level: 'error', title: 'Neither year group nor age' },
  'unknown-need': { level: 'warning', title: 'Primary need unknown' },
  'need-counted-otherwise': { level: 'warning', title: 'Primary need counted otherwise' },
  'aged-25': { level: 'warning', title: 'Aged 25' },
  'age-and-year': { level: 'warning', title: 'Age does not fit the year group' },
  'before-plans-began': { level: 'warning', title: 'Before EHC plans began' },
} as const satisfies Record<string, { level: 'error' | 'warning'; title: string }>;

export type RegisterRule = keyof typeof registerRules;

export const registerRuleCodes = Object.keys(registerRules) as RegisterRule[];

/** One thing wrong with one cell of a register, and what to do about it. */
export interface RegisterProblem {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  /** The key of the column. */
  column: string;
  /** The value as it was found, or words in its place where showing it would spread a person's data. */
  value: string;
  rule: RegisterRule;
  message: string;
}
