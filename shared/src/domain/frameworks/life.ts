import { calendarDayInWords, dayAfter, isDay } from '../calendar/index.js';
import type { ProblemError } from '../problems/index.js';
import type { FrameworkStatus } from './definition.js';

/*
 * The life of a framework version: draft → consultation → published from a day → retired. Nothing
 * happens by itself at midnight: which version is in force on a day is worked out from the days.
 */

/** The same in form, contract and database. Lengths are in characters. */
export const consultationLimits = {
  reviewersMax: 30,
  commentMax: 1_000,
  /** How long a consultation may stay open, in days. */
  daysMax: 180,
} as const;

/** How far ahead a version may be published, in days. */
const daysAheadMax = 366;

/** A version as far as its life goes. */
export interface VersionInLife {
  kind: string;
  number: number;
  status: FrameworkStatus;
  /** The first day, `YYYY-MM-DD`; null until it is published. */
  publishedFrom: string | null;
}

/**
 * The version of a kind that new rounds take on a day: of those published from that day or before,
 * the one with the highest number. A retired version is never in force; null where there is none.
 *
 * @param day `YYYY-MM-DD`
 */
export function versionInForce<Version extends VersionInLife>(
  versions: readonly Version[],
  kind: string,
  day: string,
): Version | null {
  const begun = versions.filter(
    (one) => one.kind === kind && one.status === 'published' && (one.publishedFrom ?? '~') <= day,
  );
  return begun.reduce<Version | null>(
    (newest, one) => (newest === null || one.number > newest.number ? one : newest),
    null,
  );
}

/**
 * Why a round cannot be opened on a version, as a sentence to act on; null when it can.
 *
 * @param quarterFrom the first day of the round's quarter
 * @param today `YYYY-MM-DD`
 */
export function whyNotForRound(
  version: VersionInLife | undefined,
  versions: readonly VersionInLife[],
  quarterFrom: string,
  today: string,
): string | null {
  if (version?.status !== 'published') return 'Choose a published framework from the list';
  const day = quarterFrom > today ? quarterFrom : today;
  const inForce = versionInForce(versions, version.kind, day);
  if (inForce?.number === version.number) return null;
  if ((version.publishedFrom ?? '') > day)
    return `This version is in force from ${calendarDayInWords(version.publishedFrom ?? '')}, after this quarter has begun. Choose the version in force`;
  return `Version ${inForce?.number ?? ''} has taken the place of this one. Choose version ${inForce?.number ?? ''}`;
}

/**
 * Whether reviewers may comment on a draft: to the end of the last day.
 *
 * @param today `YYYY-MM-DD`
 */
export function isOpenForComments(
  { status, closesOn }: Pick<VersionInLife, 'status'> & { closesOn: string | null },
  today: string,
): boolean {
  return status === 'consultation' && closesOn !== null && today <= closesOn;
}

/** What is wrong with the last day of a consultation that begins today; empty when nothing is. */
export function closingDayBroken(closesOn: string, today: string): ProblemError[] {
  const refused = (message: string): ProblemError[] => [{ path: 'closesOn', message }];
  if (!isDay(closesOn)) return refused('Enter a real date for the last day');
  if (closesOn < today) return refused('The last day for comments must be today or later');
  const latest = dayAfter(today, consultationLimits.daysMax);
  if (closesOn <= latest) return [];
  return refused(`The last day for comments must be ${calendarDayInWords(latest)} or before`);
}

/** What is wrong with the day from which a version published today is to be in force; empty when nothing is. */
export function publicationDayBroken(from: string, today: string): ProblemError[] {
  const refused = (message: string): ProblemError[] => [{ path: 'from', message }];
  if (!isDay(from)) return refused('Enter a real date');
  if (from < today) return refused('A version is in force from today or a later day');
  if (from > dayAfter(today, daysAheadMax)) return refused('Enter a day within a year from now');
  return [];
}
