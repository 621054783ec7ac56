/**
 * Input that a statistic cannot be computed from. The statistics throw it rather than guess; a
 * feature that passes on what a person typed turns it into that person's sentence.
 *
 * @example new InvalidInput('ratings', 'must be one of the categories', [3, 1]).message
 * // 'ratings[3][1] must be one of the categories'
 */
export class InvalidInput extends Error {
  /**
   * @param argument the argument's name as the function declares it
   * @param rule what must hold, as the end of a sentence: `must be 0 or more`
   * @param index where in the argument, from 0; empty for the argument as a whole
   */
  constructor(
    readonly argument: string,
    readonly rule: string,
    readonly index: readonly (number | string)[] = [],
  ) {
    super(`${argument}${index.map((step) => `[${step}]`).join('')} ${rule}`);
    this.name = 'InvalidInput';
  }
}

/**
 * Refuses input that breaks a rule.
 *
 * @throws InvalidInput when `holds` is false
 * @example requireThat(0 > 0, 'n', 'must be more than 0'); // n must be more than 0
 */
export function requireThat(
  holds: boolean,
  argument: string,
  rule: string,
  index: readonly (number | string)[] = [],
): asserts holds {
  if (!holds) throw new InvalidInput(argument, rule, index);
}

/**
 * @param values any length, the empty list included
 * @throws InvalidInput at the first value that is not a finite number
 * @example requireFinite('values', [1, Number.NaN]); // values[1] must be a finite number
 */
export function requireFinite(argument: string, values: readonly number[]): void {
  values.forEach((value, index) => {
    requireThat(Number.isFinite(value), argument, 'must be a finite number', [index]);
  });
}

/**
 * @param values counts: whole numbers from 0 up to 2^53 - 1
 * @throws InvalidInput at the first value that is none
 * @example requireCounts('successes', [3, 0.5]); // successes[1] must be a whole number, 0 or more
 */
export function requireCounts(argument: string, values: readonly number[]): void {
  values.forEach((value, index) => {
    requireCount(argument, value, 0, [index]);
  });
}

/**
 * @param least the smallest count that is meant
 * @throws InvalidInput when the value is not a whole number of at least `least`
 * @example requireCount('n', 0, 1); // n must be a whole number, 1 or more
 */
export function requireCount(
  argument: string,
  value: number,
  least = 0,
  index: readonly (number | string)[] = [],
): void {
  const rule = `must be a whole number, ${least} or more`;
  requireThat(Number.isSafeInteger(value) && value >= least, argument, rule, index);
}

/**
 * @param confidence the share of intervals that hold the true value, such as 0.95
 * @throws InvalidInput unless it lies strictly between 0 and 1
 * @example requireConfidence(95); // confidence must lie between 0 and 1, such as 0.95
 */
export function requireConfidence(confidence: number): void {
  const rule = 'must lie between 0 and 1, such as 0.95';
  requireThat(confidence > 0 && confidence < 1, 'confidence', rule);
}
