import { requireThat } from '../numbers/index.js';

/**
 * Holm's adjustment of p values for having tested many criteria (Holm 1979, Scand. J. Stat. 6:65):
 * the smallest p of m is multiplied by m, the next by m - 1 and so on; none falls below a smaller
 * one and none exceeds 1. Equal to R 4.2.2 `p.adjust(p, method = "holm")`.
 *
 * @param pValues in any order, each from 0 to 1; `null` for a criterion that could not be tested,
 * which does not count as a test
 * @returns in the same order, `null` where `null` was given
 * @throws InvalidInput at the first value that is not from 0 to 1
 * @example adjustHolm([0.04, null, 0.01]) // [0.04, null, 0.02]
 */
export function adjustHolm(pValues: readonly (number | null)[]): (number | null)[] {
  pValues.forEach((p, index) => {
    requireThat(p === null || (p >= 0 && p <= 1), 'pValues', 'must be from 0 to 1, or null', [
      index,
    ]);
  });
  const tested = pValues
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .toSorted((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 0;
  tested.forEach(({ p, index }, rank) => {
    least = Math.max(least, Math.min(1, (tested.length - rank) * p));
    adjusted[index] = least;
  });
  return adjusted;
}
