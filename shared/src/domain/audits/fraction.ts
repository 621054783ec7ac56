/**
 * An exact fraction of whole numbers: a weighted mean of whole points by whole weights. Floating point would decide
 * at a band's edge by rounding noise, and two scorings with the same answers must never differ.
 */
export interface Fraction {
  over: bigint;
  under: bigint;
}

/**
 * The weighted mean of whole points, exact: the sums of a framework's whole numbers stay far below
 * what a number holds exactly, and numbers add up much faster than bigints.
 *
 * @param parts whole weights, 0 or more; whole points, 0 or more
 * @returns null when the weights sum to nothing
 * @example meanOfPoints([{ weight: 2, points: 4 }, { weight: 1, points: 1 }]) // 9/3
 */
export function meanOfPoints(
  parts: readonly { weight: number; points: number }[],
): Fraction | null {
  let over = 0;
  let under = 0;
  for (const { weight, points } of parts) {
    over += weight * points;
    under += weight;
  }
  return under === 0 ? null : { over: BigInt(over), under: BigInt(under) };
}

/**
 * The weighted mean of fractions, exact. Their common denominator outgrows a number.
 *
 * @param parts whole weights, 0 or more
 * @returns null when the weights sum to nothing
 * @example meanOfFractions([{ weight: 60, value: { over: 9n, under: 3n } }]) // 540/180
 */
export function meanOfFractions(
  parts: readonly { weight: number; value: Fraction }[],
): Fraction | null {
  let over = 0n;
  let under = 1n;
  let weights = 0n;
  for (const { weight, value } of parts) {
    over = over * value.under + BigInt(weight) * value.over * under;
    under *= value.under;
    weights += BigInt(weight);
  }
  return weights === 0n ? null : { over, under: under * weights };
}

/**
 * Rounded half up to two decimals, once: the number that is printed is the number that is
 * compared with a band.
 *
 * @param fraction 0 or more
 * @example toTwoDecimals({ over: 1n, under: 8n }) // 0.13
 */
export function toTwoDecimals({ over, under }: Fraction): number {
  return Number((200n * over + under) / (2n * under)) / 100;
}
