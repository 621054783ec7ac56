import { createHash } from 'node:crypto';

/** A piece of work that people wait for, and the time they should at most wait on 2 cores. */
export interface Benchmark {
  title: string;
  wantedMs: number;
  work: () => unknown;
}

const runs = 7;

/** The median of several runs in milliseconds, after one that warms up. */
export function medianTime(work: () => unknown): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

/** The unit that every time is divided by, so that runs on different machines compare. */
export function hashFiftyThousandStrings(): number {
  let bytes = 0;
  for (let number = 0; number < 50_000; number += 1) {
    bytes += createHash('sha256').update(`EHC-${number}`).digest().length;
  }
  return bytes;
}
