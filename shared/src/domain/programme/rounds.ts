import { quarterInWords, yearOf, type QuarterKey } from '../calendar/index.js';
import type { Unit } from '../frameworks/index.js';

/** What a round samples for. Dip, re-audit and calibration rounds cannot be opened yet. */
export const roundKinds = ['routine', 'theme', 'dip', 'advice', 're-audit', 'calibration'] as const;
export type RoundKind = (typeof roundKinds)[number];

export const openableRoundKinds = ['routine', 'theme', 'advice'] as const satisfies RoundKind[];

/** What the audits of a round look at: of an advice round the documents of each plan, of all others the plan. */
export function unitOfRound(kind: RoundKind): Unit {
  return kind === 'advice' ? 'document' : 'plan';
}

/** The kind of round that is drawn from the whole register, and so speaks of all of it. */
export function registerRound(unit: Unit): 'routine' | 'advice' {
  return unit === 'document' ? 'advice' : 'routine';
}

export const roundKindTitle: Record<RoundKind, string> = {
  routine: 'Routine',
  theme: 'Theme',
  dip: 'Dip',
  advice: 'Advice',
  're-audit': 'Re-audit',
  calibration: 'Calibration',
};

/** Planned: opened by the lead, its sample not drawn. Open: drawn, audits under way. Closed: for good. */
export const roundStates = ['planned', 'open', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

export const roundStateTitle: Record<RoundState, string> = {
  planned: 'Sample to draw',
  open: 'Open',
  closed: 'Closed',
};

/** The same in form, contract and database. */
export const roundLimits = {
  sampleSizeMin: 2,
  /** Two plans from each of the six strata, so that no round drawn from all plans merges strata for its size. */
  routineSampleSizeMin: 12,
  /** Twice what the busiest partnership audits in a quarter. */
  sampleSizeMax: 400,
  sampleSizeDefault: 30,
  /** Fewest plans of a stratum: an error needs two. */
  stratumMin: 2,
  themeTitleMax: 80,
  /** Early enough to allocate, late enough that the register is the quarter's own. */
  drawLeadDays: 14,
} as const;

/**
 * The reference of a round: its quarter, its kind, and from the second of them its number.
 *
 * @param earlier rounds of the kind that the quarter has already
 * @example roundReference('2026-27-Q2', 'theme', 1) // '2026-27-Q2-theme-2'
 */
export function roundReference(quarter: QuarterKey, kind: RoundKind, earlier: number): string {
  return `${quarter}-${kind}${earlier > 0 ? `-${earlier + 1}` : ''}`;
}

/**
 * The four quarters of a programme year, which is a council's financial year.
 *
 * @param year such as `2026-27`
 * @example quartersOfYear('2026-27')[3] // '2026-27-Q4'
 */
export function quartersOfYear(year: string): QuarterKey[] {
  return [1, 2, 3, 4].map((number) => `${year}-Q${number}`);
}

/** Whether a text is a programme year: two calendar years that follow one another. */
export function isProgrammeYear(text: string): boolean {
  try {
    return yearOf(`${text}-Q1`) === text;
  } catch {
    return false;
  }
}

/**
 * The months of a quarter, where its number says nothing to the reader.
 *
 * @throws RangeError when the key is none
 * @example quarterMonths('2026-27-Q2') // 'Jul to Sep 2026'
 */
export function quarterMonths(quarter: QuarterKey): string {
  return quarterInWords(quarter).replace(/ \(.*$/, '');
}
