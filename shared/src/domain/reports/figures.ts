import {
  coefficient,
  count,
  percent,
  percentRange,
  pointRange,
  points,
  tooFewToShow,
  type Disclosed,
  type Interval,
} from '../statistics/index.js';
import type { PrintedBase } from '../trends/index.js';

export const figureKinds = [
  'count',
  'at-least',
  'share',
  'range',
  'points',
  'point-range',
  'coefficient',
] as const;
export type FigureKind = (typeof figureKinds)[number];

/**
 * One figure of a report, decided for its readers when the report was compiled. Where it is hidden
 * no number is in it, so neither page, PDF nor file can leak one.
 *
 * - `count`: plans, points of feedback or items; whole
 * - `at-least`: a base whose exact number would give a small count away
 * - `share`: of 0 to 1, with the interval it is printed with
 * - `range`: an interval that stands alone, as in a sentence
 * - `points`, `point-range`: a difference of shares and its interval, printed in points
 * - `coefficient`: of agreement, at most 1
 */
export interface Figure {
  kind: FigureKind;
  isShown: boolean;
  value: number | null;
  /** The plans behind a share, as they are printed beside it. */
  base: number | null;
  interval: Interval | null;
}

/**
 * A figure as page, PDF and CSV print it: the only place where figures of a report become text.
 *
 * @example figureText(shareFigure(0.614, 28, { lower: 0.42, upper: 0.77 })) // '61% (42% to 77%)'
 */
export function figureText({ kind, isShown, value, interval }: Figure): string {
  if (!isShown) return tooFewToShow;
  if (kind === 'range') return interval ? percentRange(interval) : '';
  if (kind === 'point-range') return interval ? pointRange(interval) : '';
  if (value === null) return '';
  if (kind === 'count') return count(value);
  if (kind === 'at-least') return `at least ${count(value)}`;
  if (kind === 'points') return points(value);
  if (kind === 'share') {
    return interval ? `${percent(value)} (${percentRange(interval)})` : percent(value);
  }
  if (!interval) return coefficient(value);
  return `${coefficient(value)} (${coefficient(interval.lower)} to ${coefficient(interval.upper)})`;
}

/** A number of plans or other things, whole, that may be shown. */
export function countFigure(value: number): Figure {
  return { kind: 'count', isShown: true, value, base: null, interval: null };
}

/** A base as the quarter was compiled. */
export function baseFigure(base: PrintedBase | null): Figure {
  if (!base) return hiddenFigure('count');
  const kind = base.isExact ? 'count' : 'at-least';
  return { kind, isShown: true, value: base.plans, base: null, interval: null };
}

/** @param value from 0 to 1 */
export function shareFigure(value: number, base: number | null, interval: Interval | null): Figure {
  return { kind: 'share', isShown: true, value, base, interval };
}

export function rangeFigure(kind: 'range' | 'point-range', interval: Interval): Figure {
  return { kind, isShown: true, value: null, base: null, interval };
}

/** @param value later minus earlier, -1 to 1; printed without its sign */
export function pointsFigure(value: number): Figure {
  return { kind: 'points', isShown: true, value, base: null, interval: null };
}

/** @param value at most 1 */
export function coefficientFigure(value: number, interval: Interval | null): Figure {
  return { kind: 'coefficient', isShown: true, value, base: null, interval };
}

export function hiddenFigure(kind: FigureKind): Figure {
  return { kind, isShown: false, value: null, base: null, interval: null };
}

/** A count as it was decided. */
export function decidedCount(decided: Disclosed<number>): Figure {
  return decided.shown ? countFigure(decided.value) : hiddenFigure('count');
}
