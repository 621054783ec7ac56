import { septembersBetween } from '../calendar/index.js';

/**
 * Year groups as numbers: Reception is 0, and the two nursery years stand before it as the DfE codes
 * them, N1 (the first, aged 2 on 31 August) as -2 and N2 (the second, aged 3) as -1.
 */
export const yearGroupLimits = { min: -2, max: 14 } as const;

/** Plans may last until the end of the academic year in which the person turns 25 (Children and Families Act 2014, section 46). */
export const ageLimits = { min: 0, max: 25 } as const;

export const phases = ['early-years', 'primary', 'secondary', 'post-16'] as const;

export type Phase = (typeof phases)[number];

export const phaseTitle: Record<Phase, string> = {
  'early-years': 'Early years',
  primary: 'Primary',
  secondary: 'Secondary',
  'post-16': 'Post-16',
};

/** Year group and age as the register gave them, and the day for which it did. At least one is known. */
export interface YearAndAge {
  yearGroup: number | null;
  age: number | null;
  /** YYYY-MM-DD */
  asAtOn: string;
}

/** "Reception", "Nursery, first year", "Year 5". */
export function yearGroupTitle(yearGroup: number): string {
  if (yearGroup === -2) return 'Nursery, first year';
  if (yearGroup === -1) return 'Nursery, second year';
  return yearGroup === 0 ? 'Reception' : `Year ${yearGroup}`;
}

/**
 * The year group on a day: it moves on by one with each 1 September after the as-at date.
 *
 * @param day YYYY-MM-DD
 * @returns -2 to 14; null when the register gave none, and past Year 14, where there is no curriculum year
 */
export function yearGroupOn(plan: YearAndAge, day: string): number | null {
  if (plan.yearGroup === null) return null;
  const yearGroup = plan.yearGroup + septembersBetween(plan.asAtOn, day);
  return yearGroup >= yearGroupLimits.min && yearGroup <= yearGroupLimits.max ? yearGroup : null;
}

/**
 * The age on a day, to within a year: no birthday is kept, so it moves on with the year group, by
 * one with each 1 September after the as-at date.
 *
 * @param day YYYY-MM-DD
 * @returns whole years, which may be more than 25 for a plan that ought to have ceased; null when not known
 */
export function ageOn(plan: YearAndAge, day: string): number | null {
  return plan.age === null ? null : Math.max(0, plan.age + septembersBetween(plan.asAtOn, day));
}

/**
 * The phase of education on a day, by year group: nursery is early years, Reception to Year 6
 * primary, Year 7 to 11 secondary, and all after it post-16. Without a year group the age decides:
 * up to 3 early years, 4 to 10 primary, 11 to 15 secondary.
 *
 * @param day YYYY-MM-DD
 */
export function phaseOn(plan: YearAndAge, day: string): Phase {
  const movedOn = septembersBetween(plan.asAtOn, day);
  // A child who is 4 on 31 August is in Reception from the day after.
  const year = (plan.yearGroup ?? (plan.age ?? 0) - 4) + movedOn;
  if (year < 0) return 'early-years';
  if (year <= 6) return 'primary';
  return year <= 11 ? 'secondary' : 'post-16';
}

const writtenYears: Readonly<Record<string, number>> = {
  n1: -2,
  n2: -1,
  nursery: -1,
  r: 0,
  rec: 0,
  reception: 0,
};

/**
 * Reads a year group as registers write it: "R", "Reception", "5", "Year 5", "Y5", "N2". "Nursery"
 * alone is the year before Reception, in which most children of a nursery class are.
 *
 * @returns -2 to 14, or null when the text is none
 */
export function readYearGroup(text: string): number | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^(?:nc\s*)?(?:year|yr|y)\s*(?:group\s*)?/, '');
  const written = writtenYears[word];
  if (written !== undefined) return written;
  if (!/^-?\d{1,2}$/.test(word)) return null;
  const yearGroup = Number(word);
  return yearGroup >= yearGroupLimits.min && yearGroup <= yearGroupLimits.max ? yearGroup : null;
}
