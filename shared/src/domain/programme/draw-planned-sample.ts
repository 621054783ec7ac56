import {
  commitmentTo,
  drawSample,
  FIRST_START,
  frameRecord,
  nextStart,
  type PermanentNumber,
} from '../statistics/index.js';

import type { PlannedSample, PlannedStratum } from './plan-sample.js';
import type { RoundKind } from './rounds.js';
import { stratumKeys, type StratumKey } from './strata.js';

/** Where each of the six strata starts on the circle, 16 hexadecimal digits. */
export type Starts = Readonly<Record<StratumKey, string>>;

/** Where every stratum starts in the first routine round of a year. */
export const firstStarts = everyStart(FIRST_START);

/**
 * Theme rounds start half way round the circle and never move on. Were they drawn from where the
 * routine rounds have come to, the next routine round would meet just the plans that a theme had
 * audited and its writers corrected, and would find the register better than it is.
 */
export const themeStarts = everyStart('8000000000000000');

/**
 * Where the advice rounds of a year begin, a quarter of the circle before its end. Each kind of
 * advice moves on from there by itself. Routine rounds begin at the other end, so that hardly a plan
 * is met by both in one year: feedback on the advice would have made it a better plan than others.
 */
export const adviceStarts = everyStart('c000000000000000');

/** A stratum after the draw. */
export interface DrawnStratum extends PlannedStratum {
  start: string;
  /** The number of the last plan drawn; null when none was wanted. */
  cutOff: string | null;
  /** Where the year's next routine round goes on, as long as no plan in reserve takes a place. */
  nextStart: string;
  /** The whole stratum in the order of the draw: the first `size` are drawn, the others in reserve. */
  ordered: PermanentNumber[];
}

export interface DrawnSample {
  strata: DrawnStratum[];
  /** SHA-256 of everything the draw depends on (`frameRecord`). */
  frameSha256: string;
}

/**
 * Draws a planned sample.
 *
 * @param seed the year's secret
 * @param starts a stratum that others joined is drawn from its own start
 * @throws InvalidInput when a reference comes twice
 */
export function drawPlannedSample(
  seed: string,
  { strata }: PlannedSample,
  starts: Starts,
): DrawnSample {
  const frames = strata.map(({ key, references, size }) => ({
    id: key,
    references,
    size,
    start: starts[key],
  }));
  const drawn = drawSample(seed, frames).map(({ start, selected, reserve }, index) => ({
    ...(strata[index] as PlannedStratum),
    start,
    cutOff: selected.at(-1)?.position ?? null,
    nextStart: nextStart(
      start,
      selected.map(({ position }) => position),
    ),
    ordered: [...selected, ...reserve],
  }));
  return { strata: drawn, frameSha256: commitmentTo(frameRecord(frames, commitmentTo(seed))) };
}

/** What is kept of the last draw of the same series that a stratum was in. */
export interface UsedStratum {
  key: StratumKey;
  nextStart: string;
  /** Positions of the reserves that took a place since. */
  replacements: readonly string[];
}

/**
 * Where a round is to start: a theme always at the same place, a routine round where the year's
 * last one ended, past the reserves that took places there, and an advice round where the year's
 * last one of its kind of advice did. Strata that were drawn as one go on from one start.
 *
 * @param last one for each stratum that an earlier draw of the series has been in
 */
export function startsFor(kind: RoundKind, last: readonly UsedStratum[]): Starts {
  if (kind === 'theme') return themeStarts;
  const moved = last.map(({ key, nextStart: from, replacements }) => [
    key,
    nextStart(from, replacements),
  ]);
  const first = kind === 'advice' ? adviceStarts : firstStarts;
  return { ...first, ...(Object.fromEntries(moved) as Partial<Starts>) };
}

function everyStart(start: string): Starts {
  return Object.fromEntries(stratumKeys.map((key) => [key, start])) as Starts;
}
