import {
  calendarDayInWords,
  dayAfter,
  daysOfQuarter,
  isDay,
  isQuarterKey,
  quarterAfter,
  quarterInWords,
  quarterOfDay,
  yearOf,
  type QuarterKey,
} from '../calendar/index.js';
import type { Unit } from '../frameworks/index.js';
import type { ProblemError } from '../problems/index.js';

import {
  isProgrammeYear,
  openableRoundKinds,
  roundKindTitle,
  roundLimits,
  unitOfRound,
  type RoundKind,
  type RoundState,
} from './rounds.js';
import { isEmptyFilter, type ThemeFilter } from './theme-filter.js';

/** A round as the lead wants it. */
export interface WantedRound {
  kind: RoundKind;
  quarter: QuarterKey;
  sampleSize: number;
  /** YYYY-MM-DD: the last day for scorings. */
  dueOn: string;
  themeTitle?: string | null;
  themeFilter?: ThemeFilter | null;
}

/**
 * The programme years that may be opened on a day: the one it lies in and the next. The earlier a
 * seed is fixed the better, but a year that nobody can plan yet would only stand about.
 *
 * @param today YYYY-MM-DD, the day in London
 * @example yearsToOpen('2026-09-15') // ['2026-27', '2027-28']
 */
export function yearsToOpen(today: string): string[] {
  const present = quarterOfDay(today);
  return [yearOf(present), yearOf(quarterAfter(present, 4))];
}

/**
 * The quarters for which a round may be opened on a day: the one it lies in and the next. A quarter
 * that has ended has had its plans written and polished, so no round is opened for it afterwards.
 *
 * @param today YYYY-MM-DD, the day in London
 */
export function quartersToOpen(today: string): QuarterKey[] {
  const present = quarterOfDay(today);
  return [present, quarterAfter(present, 1)];
}

/** What is wrong with opening a programme year on a day; one sentence at most. */
export function yearRulesBroken(year: string, today: string): ProblemError[] {
  if (!isProgrammeYear(year)) {
    return [{ path: 'year', message: 'Enter a programme year as two years, like 2026-27' }];
  }
  const possible = yearsToOpen(today);
  if (possible.includes(year)) return [];
  const message = `Today the programme year ${possible.join(' or ')} can be opened, not ${year}`;
  return [{ path: 'year', message }];
}

/**
 * What is wrong with a round that the lead wants to open.
 *
 * @param today YYYY-MM-DD, the day in London
 * @param unit what the framework's audits look at
 * @returns one sentence per field, an empty list when nothing is wrong
 */
export function roundRulesBroken(wanted: WantedRound, today: string, unit: Unit): ProblemError[] {
  const { kind } = wanted;
  if (!openableRoundKinds.some((one) => one === kind)) {
    const message = `A ${roundKindTitle[kind].toLowerCase()} round cannot be opened yet. Choose routine, theme or advice`;
    return [{ path: 'kind', message }];
  }
  return [
    ...quarterBroken(wanted.quarter, today),
    ...(unit === unitOfRound(kind) ? [] : [otherFramework[unitOfRound(kind)]]),
    ...sizeBroken(wanted),
    ...dueBroken(wanted, today),
    ...themeBroken(wanted),
  ];
}

/** What to say to a framework whose audits look at something else than those of the round. */
const otherFramework: Record<Unit, ProblemError> = {
  plan: {
    path: 'frameworkVersionId',
    message:
      'This framework is for audits of advice, which have rounds of their own. Choose a framework for plans',
  },
  document: {
    path: 'frameworkVersionId',
    message:
      'An advice round audits documents of the drawn plans. Choose a framework for documents, such as health advice',
  },
};

function quarterBroken(quarter: QuarterKey, today: string): ProblemError[] {
  if (!isQuarterKey(quarter)) {
    return [{ path: 'quarter', message: 'Choose a quarter from the list' }];
  }
  const possible = quartersToOpen(today);
  if (possible.includes(quarter)) return [];
  const words = possible.map((key) => quarterInWords(key)).join(' or ');
  return [{ path: 'quarter', message: `A round can be opened today for ${words}` }];
}

function sizeBroken({ kind, sampleSize }: WantedRound): ProblemError[] {
  const least = kind === 'theme' ? roundLimits.sampleSizeMin : roundLimits.routineSampleSizeMin;
  if (sampleSize >= least && sampleSize <= roundLimits.sampleSizeMax) return [];
  const why = kind === 'theme' ? '' : ', two from each stratum,';
  const message = `Sample size must be at least ${least}${why} and at most ${roundLimits.sampleSizeMax} plans`;
  return [{ path: 'sampleSize', message }];
}

function dueBroken({ quarter, dueOn }: WantedRound, today: string): ProblemError[] {
  if (!isDay(dueOn)) return [{ path: 'dueOn', message: 'Enter a real date for the due date' }];
  if (!isQuarterKey(quarter)) return [];
  const { from, to } = daysOfQuarter(quarter);
  const earliest = today > from ? today : from;
  if (dueOn >= earliest && dueOn <= to) return [];
  const [first, last] = [calendarDayInWords(earliest), calendarDayInWords(to)];
  return [{ path: 'dueOn', message: `Due date must be from ${first} to ${last}` }];
}

function themeBroken({ kind, themeTitle, themeFilter }: WantedRound): ProblemError[] {
  const hasFilter =
    themeFilter !== null && themeFilter !== undefined && !isEmptyFilter(themeFilter);
  if (kind !== 'theme') {
    if (!themeTitle && !hasFilter) return [];
    const article = kind === 'advice' ? 'An' : 'A';
    const message = `${article} ${kind} round is drawn from all plans. Open a theme round for some of them`;
    return [{ path: themeTitle ? 'themeTitle' : 'themeNeed', message }];
  }
  return [
    ...(themeTitle ? [] : [{ path: 'themeTitle', message: 'Enter what the theme is' }]),
    ...(hasFilter
      ? []
      : [
          {
            path: 'themeNeed',
            message: 'Choose at least one thing that plans of the theme share',
          },
        ]),
  ];
}

/** What drawing depends on besides the plans. */
export interface RoundToDraw {
  quarter: QuarterKey;
  state: RoundState;
  /** Whether the seed of the year has been shown. */
  isDrawingFinished: boolean;
}

/**
 * Why a round cannot be drawn on a day.
 *
 * @param today YYYY-MM-DD, the day in London
 * @returns a sentence, or null when it can
 */
export function whyNotDrawn(round: RoundToDraw, today: string): string | null {
  if (round.state !== 'planned') {
    return 'The sample of this round has been drawn already. It is never drawn again.';
  }
  const year = yearOf(round.quarter);
  if (round.isDrawingFinished) {
    return `Drawing is finished for ${year}: its seed has been shown, so anyone could tell the outcome beforehand.`;
  }
  const { from, to } = daysOfQuarter(round.quarter);
  const earliest = dayAfter(from, -roundLimits.drawLeadDays);
  if (today < earliest) {
    return `The sample can be drawn from ${calendarDayInWords(earliest)}, ${roundLimits.drawLeadDays} days before the quarter begins.`;
  }
  if (today > to) {
    return `${quarterInWords(round.quarter)} ended on ${calendarDayInWords(to)}, so its sample can no longer be drawn.`;
  }
  return null;
}

/** A round whose sample still waits to be drawn, as far as ending the year's draws depends on it. */
export interface RoundThatWaits {
  reference: string;
  quarter: QuarterKey;
  state: RoundState;
}

/**
 * Why the draws of a year cannot be finished on a day.
 *
 * @param rounds all rounds of the year
 * @param today YYYY-MM-DD, the day in London
 * @returns a sentence, or null when they can
 */
export function whyNotFinished(rounds: readonly RoundThatWaits[], today: string): string | null {
  if (rounds.every(({ state }) => state === 'planned')) {
    return 'No sample has been drawn in this year, so there is nothing to show a seed for.';
  }
  const waiting = rounds.find(
    ({ state, quarter }) => state === 'planned' && today <= daysOfQuarter(quarter).to,
  );
  return waiting
    ? `The sample of ${waiting.reference} has not been drawn. Draw it first: after the seed is shown no sample can be drawn.`
    : null;
}
