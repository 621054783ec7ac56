/**
 * An exact fraction: a weighted mean of whole points by whole weights. Floating point would decide
 * at a band's edge by rounding noise, and two scorings with the same answers must never differ.
 */
export interface Fraction {
  over: bigint;
  under: bigint;
}

/**
 * The weighted mean of fractions, exact.
 *
 * @param parts whole weights, 0 or more
 * @returns null when the weights sum to nothing
 * @example weightedMean([{ weight: 2, value: whole(4) }, { weight: 1, value: whole(1) }]) // 9/3
 */
export function weightedMean(
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

/** @example whole(3) // 3/1 */
export function whole(value: number): Fraction {
  return { over: BigInt(value), under: 1n };
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
