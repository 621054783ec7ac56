import type { Interval } from './interval.js';

/*
 * Figures as sentences print them. What is rounded away is never called nothing: a share that is
 * not 0 does not print as 0%, and a difference that is not 0 does not print as 0 points.
 */

/**
 * A share as a whole percentage, half rounded up.
 *
 * @param share from 0 to 1
 * @example percent(0.995) // 'over 99%'
 */
export function percent(share: number): string {
  const rounded = Math.round(inHundredths(share));
  if (rounded === 0 && share > 0) return 'under 1%';
  if (rounded === 100 && share < 1) return 'over 99%';
  return `${rounded}%`;
}

/**
 * The two ends of a share's interval.
 *
 * @example percentRange({ lower: 0.53, upper: 0.68 }) // '53% to 68%'
 */
export function percentRange({ lower, upper }: Interval): string {
  return `${percent(lower)} to ${percent(upper)}`;
}

/**
 * The size of a difference of shares in percentage points, without its sign.
 *
 * @param difference from -1 to 1
 * @example points(-0.128) // '13 points'
 */
export function points(difference: number): string {
  const size = pointFigure(Math.abs(difference));
  return `${size} ${size === '1' ? 'point' : 'points'}`;
}

/**
 * The two ends of a difference's interval, each with its sign where they lie on either side of 0.
 *
 * @example pointRange({ lower: -0.06, upper: 0.16 }) // '-6 to +16 points'
 */
export function pointRange({ lower, upper }: Interval): string {
  if (lower > 0) return `${pointFigure(lower)} to ${pointFigure(upper)} points`;
  if (upper < 0) return `${pointFigure(-upper)} to ${pointFigure(-lower)} points`;
  return `${signed(lower)} to ${signed(upper)} points`;
}

/**
 * A coefficient of agreement with two decimals; it is at most 1.
 *
 * @example coefficient(0.6049) // '0.60'
 */
export function coefficient(value: number): string {
  return (Math.round(inHundredths(value)) / 100 + 0).toFixed(2);
}

/**
 * A count with commas, made by hand because a language setting must not change what is printed.
 *
 * @example count(1500) // '1,500'
 */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * A count of plans.
 *
 * @example plans(1) // '1 plan'
 */
export function plans(value: number): string {
  return `${count(value)} ${value === 1 ? 'plan' : 'plans'}`;
}

/**
 * A share that was chosen and not found, such as a confidence, to its last digit.
 *
 * @example exactPercent(0.975) // '97.5%'
 */
export function exactPercent(share: number): string {
  return `${inHundredths(share)}%`;
}

function signed(difference: number): string {
  const figure = pointFigure(Math.abs(difference));
  if (figure === '0') return '0';
  return `${difference < 0 ? '-' : '+'}${figure}`;
}

/** Whole points from 1 up, below that as many digits as it takes not to say 0. */
function pointFigure(size: number): string {
  const inPoints = inHundredths(size);
  if (inPoints === 0 || inPoints >= 1) return String(Math.round(inPoints));
  return String(Number(inPoints.toPrecision(1)));
}

/** Without what binary fractions add: 0.285 is 28.5 hundredths and rounds up. */
function inHundredths(value: number): number {
  return Number((value * 100).toPrecision(12));
}
