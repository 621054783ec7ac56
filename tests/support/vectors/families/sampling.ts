import {
  allocateSample,
  allocationWeights,
  apportion,
  drawSample,
  permanentNumbers,
  redrawWithArrivals,
  sideOf,
  sizeForPrecision,
  type AllocationRule,
  type PermanentNumber,
  type StratumFrame,
} from '@app/shared/domain';

import { pcg32, splitMix64, xoshiro128StarStar } from '../generators.ts';

export function computeNumbers({ seed, refs }: { seed: string; refs: string[] }) {
  const numbers = permanentNumbers(seed, refs);
  return {
    digestHex: numbers.map(({ digest }) => digest),
    prn64Hex: numbers.map(({ position }) => position),
    fraction: numbers.map(({ fraction }) => fraction),
  };
}

interface DrawInput {
  seed: string;
  strata: { id: string; n: number; refs: string[]; startHex?: string }[];
  startHex?: string;
  lateArrivals?: Record<string, string[]>;
}

export function computeDraw({ seed, strata, startHex, lateArrivals }: DrawInput) {
  const frames = strata.map(({ id, n, refs, startHex: own }): StratumFrame => {
    return { id, size: n, references: refs, start: position(own ?? startHex ?? '0') };
  });
  const draws = drawSample(seed, frames);
  const drawn = {
    selected: byStratum(draws, ({ selected }) => selected),
    reserve: byStratum(draws, ({ reserve }) => reserve),
  };
  if (!lateArrivals) return drawn;
  const arrivals = Object.entries(lateArrivals).map(([id, references]) => ({ id, references }));
  const redraws = redrawWithArrivals(seed, frames, arrivals);
  return {
    ...drawn,
    selectedAfterLateArrivals: byStratum(redraws, ({ selected }) => selected),
    displaced: byStratum(redraws, ({ displaced }) => displaced),
  };
}

/** The file may write a start as any hexadecimal number below 2^64. */
const position = (hex: string) => hex.toLowerCase().replace(/^0x/, '').padStart(16, '0');

function byStratum<Draw extends { id: string }>(
  draws: readonly Draw[],
  plansOf: (draw: Draw) => readonly PermanentNumber[],
) {
  const references = (draw: Draw) => plansOf(draw).map(({ reference }) => reference);
  return Object.fromEntries(draws.map((draw) => [draw.id, references(draw)]));
}

interface GeneratorInput {
  algorithm: string;
  seed?: string | number;
  state?: (string | number)[];
  initState?: string | number;
  initSequence?: string | number;
  count?: number;
}

/** Numbers of 64 bits are written as text, as the file does. */
export function computeGenerator(input: GeneratorInput) {
  switch (input.algorithm) {
    case 'splitmix64':
      return { outputs: first(input.count ?? 5, splitMix64(wordOf(input.seed))).map(String) };
    case 'xoshiro128**': {
      const [a, b, c, d] = input.state ?? [];
      const generator = xoshiro128StarStar([wordOf(a), wordOf(b), wordOf(c), wordOf(d)]);
      return { outputs: first(input.count ?? 10, generator).map(Number) };
    }
    case 'pcg32': {
      const generator = pcg32(wordOf(input.initState), wordOf(input.initSequence));
      return { outputs: first(input.count ?? 6, generator).map(Number) };
    }
    default:
      throw new Error(`The generator ${input.algorithm} is not known.`);
  }
}

function wordOf(given: string | number | undefined): bigint {
  if (given === undefined) throw new Error('A seed or state is missing.');
  return BigInt(given);
}

function first(count: number, generator: Generator<bigint, never>): bigint[] {
  return Array.from({ length: count }, () => generator.next().value);
}

interface SampleSizeInput {
  marginOfError: number;
  anticipatedProportion?: number;
  populationSize?: number | null;
  confidence?: number;
}

export function computeSampleSize(input: SampleSizeInput) {
  const { anticipatedProportion: anticipatedShare, populationSize = null, ...rest } = input;
  const [withNMinus1, simple] = (['withNMinus1', 'simple'] as const).map((formula) => {
    const wanted = { ...rest, anticipatedShare, populationSize, formula };
    const { raw, size } = sizeForPrecision(wanted);
    return { raw, ceiling: size };
  });
  return { withNMinus1, simple };
}

interface AllocationInput {
  n: number;
  strata: { populationSize: number; sd?: number }[];
  method: AllocationRule['method'];
}

/** The reference has no minimum; where it asks a stratum for too much, the file caps by hand. */
export function computeAllocation({ n, strata, method }: AllocationInput) {
  const sizes = strata.map(({ populationSize, sd }) => ({ populationSize, standardDeviation: sd }));
  const free = apportion(n, allocationWeights(sizes, method));
  const isAskedTooMuch = (share: number, index: number) =>
    sideOf(share, sizes[index]?.populationSize ?? 0) > 0;
  const uncapped = { raw: free.shares, largestRemainder: free.sizes, tieAtCut: free.tieAtCut };
  if (!free.shares.some(isAskedTooMuch)) return { ...uncapped, exceedsPopulation: false };
  const capped = allocateSample(n, sizes, { method, minimum: 0 });
  return {
    ...uncapped,
    exceedsPopulation: true,
    cappedRaw: capped.shares,
    cappedLargestRemainder: capped.sizes,
  };
}
