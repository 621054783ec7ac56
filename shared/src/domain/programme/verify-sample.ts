import {
  commitmentTo,
  drawSample,
  frameRecord,
  nextStart,
  opensCommitment,
  type StratumDraw,
} from '../statistics/index.js';

import { startsFor, type UsedStratum } from './draw-planned-sample.js';
import type { RoundKind } from './rounds.js';
import type { StratumKey } from './strata.js';

/** A stratum as it was kept when the sample was drawn. */
export interface KeptStratum {
  key: StratumKey;
  size: number;
  start: string;
  cutOff: string | null;
  nextStart: string;
  /** The whole stratum in the order of the draw. */
  plans: readonly { planRef: string; position: string }[];
}

/** All that a sample can be recomputed from, and what was said of it. */
export interface KeptSample {
  seed: string;
  seedCommitment: string;
  kind: RoundKind;
  frameSha256: string;
  strata: readonly KeptStratum[];
  /** For each stratum the last draw of its series before this one that it was in; none of a theme. */
  before: readonly UsedStratum[];
}

/** One thing that must be so if nobody has tampered with the draw. */
export interface VerificationCheck {
  key: 'commitment' | 'frame' | 'start' | 'order' | 'cut-off';
  title: string;
  holds: boolean;
}

/**
 * Recomputes a draw from the seed and the plans that were kept with it, and says for each thing
 * that can be compared whether it is the same.
 *
 * @returns every check, in the order in which a person would make them
 */
export function verifySample(kept: KeptSample): VerificationCheck[] {
  const frames = kept.strata.map(({ key, size, start, plans }) => ({
    id: key,
    size,
    start,
    references: plans.map(({ planRef }) => planRef),
  }));
  const starts = startsFor(kept.kind, kept.before);
  const drawn = drawSample(kept.seed, frames);
  const everyStratum = (same: (stratum: KeptStratum, again: StratumDraw) => boolean) =>
    kept.strata.every((stratum, index) => same(stratum, drawn[index] as StratumDraw));
  return [
    {
      key: 'commitment',
      title: 'The seed is the one that was fixed when the year was opened',
      holds: opensCommitment(kept.seed, kept.seedCommitment),
    },
    {
      key: 'frame',
      title: 'The list of plans, the strata and the sizes are those of the day of the draw',
      holds: commitmentTo(frameRecord(frames, kept.seedCommitment)) === kept.frameSha256,
    },
    {
      key: 'start',
      title: 'Each stratum starts where the rule says',
      holds: everyStratum(({ key, start }) => starts[key] === start),
    },
    {
      key: 'order',
      title: 'Every plan has the number and the place that the seed gives it',
      holds: everyStratum(isInOrder),
    },
    {
      key: 'cut-off',
      title: 'The drawn plans are the first of each stratum, and the next round goes on after them',
      holds: everyStratum(isCutWhereItSays),
    },
  ];
}

function isInOrder({ plans }: KeptStratum, { selected, reserve }: StratumDraw): boolean {
  const ordered = [...selected, ...reserve];
  return (
    ordered.length === plans.length &&
    ordered.every(
      ({ reference, position }, index) =>
        plans[index]?.planRef === reference && plans[index].position === position,
    )
  );
}

function isCutWhereItSays(kept: KeptStratum, { start, selected }: StratumDraw): boolean {
  const positions = selected.map(({ position }) => position);
  return (
    kept.cutOff === (positions.at(-1) ?? null) && kept.nextStart === nextStart(start, positions)
  );
}
