/**
 * Chance for tests: the same seed draws the same, so that what a test found can be made again.
 *
 * @example drawing(1).of(['a', 'b'])
 */
export interface Drawing {
  /** A whole number from `min` to `max`, both included. */
  whole: (min: number, max: number) => number;
  /** One of a list that is not empty. */
  of: <Item>(list: readonly Item[]) => Item;
  /** True in so many of a hundred. */
  in100: (times: number) => boolean;
  /** Some of a list in its order, at least one. */
  some: <Item>(list: readonly Item[]) => Item[];
}

// Jest looks up what is global slowly, and a run draws millions of times.
const { imul, floor } = Math;

export function drawing(seed: number): Drawing {
  let state = seed | 0;
  // Mulberry32: short, fast and even enough for choosing among a few.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (min: number, max: number): number => min + floor(next() * (max - min + 1));
  const of = <Item>(list: readonly Item[]): Item => list[whole(0, list.length - 1)] as Item;
  const in100 = (times: number): boolean => next() * 100 < times;
  const some = <Item>(list: readonly Item[]): Item[] => {
    const kept = list.filter(() => in100(50));
    return kept.length > 0 ? kept : [of(list)];
  };
  return { whole, of, in100, some };
}
