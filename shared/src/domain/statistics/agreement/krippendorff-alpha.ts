import { requireThat, sum } from '../numbers/index.js';
import { requireRectangle, type Ratings } from './rated-units.js';

/**
 * How far apart two answers are: `nominal` 1 if different; `interval` their difference squared;
 * `ordinal` the number of ratings that lie between them squared, the two ends counted half.
 */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval';

/** Krippendorff's alpha and what it rests on. */
export interface KrippendorffAlpha {
  metric: AlphaMetric;
  /** 1 is full agreement, 0 chance, below 0 worse; `null` unless two answers could be compared. */
  value: number | null;
  /** Units with two ratings or more. All others play no part. */
  units: number;
  /** Ratings of those units. */
  ratings: number;
}

type Distance = (left: number, right: number) => number;

/**
 * Krippendorff's alpha with his own metrics: 1 minus the disagreement within units relative to
 * that among all ratings (Hayes & Krippendorff 2007, Commun. Methods Meas. 1:77; equal to
 * fast-krippendorff). Any number of raters, ratings missing or not, any numbers as answers.
 *
 * The `ordinal` metric depends on how often each answer was used. It is not the fixed weight set of
 * the same name in `agreementWeights`, and gives other numbers.
 *
 * @param ratings one row per unit, one column per rater, `null` for no rating
 * @throws InvalidInput when rows differ in length or a rating is not a finite number
 * @example krippendorffAlpha([[1, 1], [2, 2], [1, 2]], 'nominal').value // 4/9
 */
export function krippendorffAlpha(
  ratings: Ratings<number>,
  metric: AlphaMetric,
): KrippendorffAlpha {
  const units = comparableUnits(ratings);
  const frequencies = frequenciesOf(units.flat());
  const total = sum([...frequencies.values()]);
  const distance = distanceOf(metric, frequencies);
  const within = sum(units.map((unit) => disagreementWithin(unit, distance)));
  const among = disagreementAmong(frequencies, distance) / (total - 1);
  return {
    metric,
    value: among > 0 ? 1 - within / among : null,
    units: units.length,
    ratings: total,
  };
}

function comparableUnits(ratings: Ratings<number>): number[][] {
  requireRectangle('ratings', ratings);
  return ratings
    .map((row, unit) =>
      row.filter((rating, rater): rating is number => {
        if (rating === null) return false;
        const rule = 'must be a finite number or null';
        requireThat(Number.isFinite(rating), 'ratings', rule, [unit, rater]);
        return true;
      }),
    )
    .filter((unit) => unit.length > 1);
}

/** How often each answer was given, from the lowest answer up. */
function frequenciesOf(ratings: readonly number[]): Map<number, number> {
  const frequencies = new Map<number, number>();
  for (const rating of ratings.toSorted((a, b) => a - b)) {
    frequencies.set(rating, (frequencies.get(rating) ?? 0) + 1);
  }
  return frequencies;
}

function distanceOf(metric: AlphaMetric, frequencies: ReadonlyMap<number, number>): Distance {
  if (metric === 'nominal') return (left, right) => (left === right ? 0 : 1);
  if (metric === 'interval') return (left, right) => (left - right) ** 2;
  const middles = middlesOf(frequencies);
  return (left, right) => ((middles.get(left) ?? 0) - (middles.get(right) ?? 0)) ** 2;
}

/**
 * For each answer, the number of ratings below it plus half of those equal to it: the difference
 * of two of these is what the ordinal metric squares.
 */
function middlesOf(frequencies: ReadonlyMap<number, number>): Map<number, number> {
  let below = 0;
  const middles = new Map<number, number>();
  for (const [answer, frequency] of frequencies) {
    middles.set(answer, below + frequency / 2);
    below += frequency;
  }
  return middles;
}

/** Over all ordered pairs of a unit's ratings, divided so that each rating counts once. */
function disagreementWithin(unit: readonly number[], distance: Distance): number {
  let disagreement = 0;
  unit.forEach((left, first) => {
    for (let second = 0; second < first; second += 1) {
      disagreement += 2 * distance(left, unit[second] ?? left);
    }
  });
  return disagreement / (unit.length - 1);
}

/** Over all ordered pairs of ratings, from whichever units. */
function disagreementAmong(frequencies: ReadonlyMap<number, number>, distance: Distance): number {
  let disagreement = 0;
  for (const [left, times] of frequencies) {
    for (const [right, otherTimes] of frequencies) {
      disagreement += times * otherTimes * distance(left, right);
    }
  }
  return disagreement;
}
