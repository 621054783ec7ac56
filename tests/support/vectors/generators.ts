/*
 * Sequential random number generators with published known answers. The product draws by permanent
 * numbers and calls none of these; they are for simulations and for the family of vectors alone.
 * All arithmetic is on BigInt, cut to the generator's word.
 */

const MASK_64 = (1n << 64n) - 1n;
const MASK_32 = (1n << 32n) - 1n;

/** SplitMix64 (Steele, Lea & Flood 2014; Vigna's splitmix64.c): numbers of 64 bits. */
export function* splitMix64(seed: bigint): Generator<bigint, never> {
  let state = seed & MASK_64;
  for (;;) {
    state = (state + 0x9e3779b97f4a7c15n) & MASK_64;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK_64;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK_64;
    yield mixed ^ (mixed >> 31n);
  }
}

type FourWords = [bigint, bigint, bigint, bigint];

/** xoshiro128** 1.1 (Blackman & Vigna 2018): numbers of 32 bits. A state of all zeros stays there. */
export function* xoshiro128StarStar(start: Readonly<FourWords>): Generator<bigint, never> {
  let [a, b, c, d] = start.map((word) => word & MASK_32) as FourWords;
  for (;;) {
    yield (rotateLeft((b * 5n) & MASK_32, 7n) * 9n) & MASK_32;
    const shifted = (b << 9n) & MASK_32;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11n);
  }
}

/** PCG32 (O'Neill 2014, pcg32_srandom and pcg32_random): numbers of 32 bits. */
export function* pcg32(initState: bigint, initSequence: bigint): Generator<bigint, never> {
  const increment = ((initSequence << 1n) | 1n) & MASK_64;
  const step = (state: bigint) => (state * 6364136223846793005n + increment) & MASK_64;
  let state = step((step(0n) + initState) & MASK_64);
  for (;;) {
    const folded = (((state >> 18n) ^ state) >> 27n) & MASK_32;
    yield rotateLeft(folded, (32n - (state >> 59n)) % 32n);
    state = step(state);
  }
}

function rotateLeft(word: bigint, places: bigint): bigint {
  return ((word << places) | (word >> (32n - places))) & MASK_32;
}
