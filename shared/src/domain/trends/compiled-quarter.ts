import type { QuarterKey } from '../calendar/index.js';
import type { Interval } from '../statistics/index.js';
import type { MeasureKind } from './measures.js';

/** A base as it is printed; not exact where the exact number would give a small count away. */
export interface PrintedBase {
  plans: number;
  /** False: at least so many. */
  isExact: boolean;
}

export interface PrintedShare {
  /** From 0 to 1; null where the sample gives no figure. */
  estimate: number | null;
  interval: Interval | null;
}

/** One point as every page, file and report prints it. What is null is "too few to show". */
export interface PrintedPoint {
  quarters: QuarterKey[];
  frameworkVersionId: string;
  /** Plans on the register when the sample was drawn; pooled: the mean of the quarters. */
  population: number;
  base: PrintedBase | null;
  /** Unweighted: plans of the base that meet it; of a ratio, what was counted. */
  met: number | null;
  /** Of a ratio what was counted in all; null otherwise. */
  counted: number | null;
  share: PrintedShare | null;
  /** Where documents are audited and `base` counts them: the plans behind it; null to whom it is not told. */
  documents?: { plans: number | null } | null;
  sentence: string;
}

/** What may be said of a change. */
export const changeWords = ['rise', 'fall', 'no-clear-change', 'none'] as const;
export type ChangeWord = (typeof changeWords)[number];

export interface PrintedChange {
  /** none: nothing to compare with, or nothing that may be printed; the sentence says why. */
  outcome: ChangeWord;
  /** Quarters on both sides, each from the earliest on; empty for none. */
  later: QuarterKey[];
  earlier: QuarterKey[];
  /** Later minus earlier, from -1 to 1. */
  difference: number | null;
  interval: Interval | null;
  /** A true change of this size would show four times in five. */
  changeThatShows: number | null;
  sentence: string;
}

export interface PrintedMeasure {
  key: string;
  kind: MeasureKind;
  title: string;
  shortTitle: string;
  askedBy: string | null;
  /** What the page's heading says: the title with what may be said of the change. */
  headline: string;
  point: PrintedPoint;
  /** Where a fourth quarter by itself is too few to show: its programme year pooled, if that is not. */
  pooled: PrintedPoint | null;
  change: PrintedChange;
}

/**
 * A quarter as it was compiled when its routine or advice round closed, and never changes. It is compiled
 * twice: in full for lead and moderator, and for all other readers with small numbers hidden.
 */
export interface CompiledQuarter {
  frameworkKind: string;
  quarter: QuarterKey;
  frameworkVersionId: string;
  measures: PrintedMeasure[];
}
