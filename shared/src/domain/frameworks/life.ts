import { calendarDayInWords } from '../calendar/index.js';
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

/** A version as far as its life goes. */
export interface VersionInLife {
  kind: string;
  number: number;
  status: FrameworkStatus;
  /** The first day, `YYYY-MM-DD`; null until it is published. */
  publishedFrom: string | null;
}

/** A draft is being written or is out for consultation; neither is in use. */
export function isDraft({ status }: Pick<VersionInLife, 'status'>): boolean {
  return status === 'draft' || status === 'consultation';
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
