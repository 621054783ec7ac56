import type { Chance } from './chance-corrected.js';
import { dot, times, transpose, type Matrix } from './matrix.js';
import { countsOf, ratingsOf, type Places } from './rated-units.js';

/** How one rater used the scale, and how far that agrees by chance with the other raters. */
interface RaterHabit {
  ratings: number;
  /** For each category, its agreement by chance with the other raters, added up over them. */
  withOthers: readonly number[];
  /** The mean of that over the rater's own ratings. */
  mean: number;
}

/**
 * Conger 1980 (Psychol. Bull. 88:322): each rater draws from the categories as that rater used
 * them; chance agreement is the mean over all pairs of raters. With two raters who both rated
 * everything this is Cohen's kappa. A rater without ratings has no habit: no number then. What a
 * unit adds is as in irrCAC 1.4.
 *
 * @example congerChance([[0, 0], [0, 1]], [[1, 0], [0, 1]]).expected // 0.5
 */
export function congerChance(places: Places, weights: Matrix): Chance {
  const habits = habitsOf(places, weights);
  const units = places.length;
  const orderedPairs = habits.length * (habits.length - 1);
  const perUnit = places.map((row) => {
    const parts = habits.map(({ ratings, withOthers, mean }, rater) => {
      const place = row[rater] ?? null;
      const deviation = place === null ? 0 : (withOthers[place] ?? 0) - mean;
      return (units / ratings) * deviation + mean;
    });
    return added(parts) / orderedPairs;
  });
  return { expected: added(habits.map(({ mean }) => mean)) / orderedPairs, perUnit };
}

function habitsOf(places: Places, weights: Matrix): RaterHabit[] {
  const uses = countsOf(transpose(places), weights.length);
  const shares = uses.map((counts) => counts.map((count) => count / ratingsOf(counts)));
  const allRaters = transpose(shares).map(added);
  const asSecond = transpose(weights);
  return shares.map((own, rater) => {
    const others = allRaters.map((share, category) => share - (own[category] ?? 0));
    const withOthers = times(asSecond, others);
    return { ratings: ratingsOf(uses[rater] ?? []), withOthers, mean: dot(own, withOthers) };
  });
}

const added = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
