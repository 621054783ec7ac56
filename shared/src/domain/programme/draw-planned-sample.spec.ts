import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { commitmentTo } from '../statistics/index.js';

import {
  drawPlannedSample,
  adviceStarts,
  firstStarts,
  startsFor,
  themeStarts,
  type DrawnSample,
  type UsedStratum,
} from './draw-planned-sample.js';
import { planSample, type FramePlan } from './plan-sample.js';
import { verifySample, type KeptSample } from './verify-sample.js';

const DRAW_DAY = '2026-09-15';
const SEED = 'a1'.repeat(32);

const register = (primary: number, secondary: number): FramePlan[] =>
  Array.from({ length: primary + secondary }, (_, index) => ({
    planRef: `EHC-${index + 1}`,
    age: null,
    asAtOn: DRAW_DAY,
    yearGroup: index < primary ? 3 : 9,
    settingType: 'special-school' as const,
  }));

const usedIn = ({ strata }: DrawnSample, replacements = 0): UsedStratum[] =>
  strata.flatMap(({ members, nextStart, ordered, size }) =>
    members.map((key) => ({
      key,
      nextStart,
      replacements: ordered.slice(size, size + replacements).map(({ position }) => position),
    })),
  );

const drawnIn = ({ strata }: DrawnSample) =>
  strata.flatMap(({ ordered, size }) => ordered.slice(0, size).map(({ reference }) => reference));

describe('the routine rounds of a year', () => {
  it('begin at the beginning of the circle', () => {
    expect(startsFor('routine', [])).toEqual(firstStarts);
    const used = { key: 'post-16', nextStart: '4000000000000000', replacements: [] } as const;
    expect(startsFor('routine', [used])).toEqual({ ...firstStarts, 'post-16': used.nextStart });
    expect(startsFor('advice', [])).toEqual(adviceStarts);
    expect(startsFor('advice', [used])).toEqual({ ...adviceStarts, 'post-16': used.nextStart });
  });

  it('meet no plan twice before the circle has been gone round', () => {
    const sizes = fc.integer({ min: 4, max: 20 });
    fc.assert(
      fc.property(sizes, sizes, fc.integer({ min: 2, max: 60 }), (size, next, plans) => {
        const frame = register(plans, plans + 7);
        const met = new Set<string>();
        let last: UsedStratum[] = [];
        const planned = [size, next, size].map((wanted) => planSample(frame, DRAW_DAY, wanted));
        for (const plan of planned) {
          const drawn = drawPlannedSample(SEED, plan, startsFor('routine', last));
          for (const stratum of drawn.strata) {
            const before = stratum.references.filter((reference) => met.has(reference)).length;
            const unmet = stratum.populationSize - before;
            const again = stratum.ordered
              .slice(0, stratum.size)
              .filter(({ reference }) => met.has(reference)).length;
            expect(again).toBe(Math.max(0, stratum.size - unmet));
          }
          for (const reference of drawnIn(drawn)) met.add(reference);
          last = usedIn(drawn);
        }
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it('go on past the reserves that took a place', () => {
    const frame = register(100, 100);
    const first = drawPlannedSample(SEED, planSample(frame, DRAW_DAY, 12), firstStarts);
    const replacements = first.strata.flatMap(({ ordered, size }) =>
      ordered.slice(size, size + 2).map(({ reference }) => reference),
    );
    const second = drawPlannedSample(
      SEED,
      planSample(frame, DRAW_DAY, 12),
      startsFor('routine', usedIn(first, 2)),
    );
    const met = new Set([...drawnIn(first), ...replacements]);
    expect(drawnIn(second).filter((reference) => met.has(reference))).toEqual([]);
  });
});

describe('a theme round', () => {
  it('starts half way round the circle, whatever the routine rounds have used', () => {
    const first = drawPlannedSample(SEED, planSample(register(50, 50), DRAW_DAY, 12), firstStarts);
    expect(startsFor('theme', usedIn(first))).toBe(themeStarts);
  });

  it('meets no plan of the routine rounds while they have used less than half of a stratum', () => {
    const frame = register(400, 400);
    const plan = planSample(frame, DRAW_DAY, 30);
    const routine = drawPlannedSample(SEED, plan, firstStarts);
    const theme = drawPlannedSample(SEED, plan, themeStarts);
    const met = new Set(drawnIn(routine));
    expect(drawnIn(theme).filter((reference) => met.has(reference))).toEqual([]);
  });
});

describe('the verification of a draw', () => {
  const drawn = drawPlannedSample(SEED, planSample(register(30, 40), DRAW_DAY, 12), firstStarts);
  const kept: KeptSample = {
    seed: SEED,
    seedCommitment: commitmentTo(SEED),
    kind: 'routine',
    frameSha256: drawn.frameSha256,
    before: [],
    strata: drawn.strata.map(({ ordered, ...stratum }) => ({
      ...stratum,
      plans: ordered.map(({ reference, position }) => ({ planRef: reference, position })),
    })),
  };
  const failing = (change: Partial<KeptSample>) =>
    verifySample({ ...kept, ...change })
      .filter(({ holds }) => !holds)
      .map(({ key }) => key);
  const changed = (change: (stratum: KeptSample['strata'][number]) => object) => ({
    strata: kept.strata.map((stratum, index) =>
      index === 0 ? { ...stratum, ...change(stratum) } : stratum,
    ),
  });

  it('finds everything the same when nothing was touched', () => {
    expect(failing({})).toEqual([]);
    expect(verifySample(kept)).toHaveLength(5);
  });

  it.each([
    ['another seed', { seed: 'b2'.repeat(32) }, ['commitment', 'order', 'cut-off']],
    [
      'two plans that changed places',
      changed(({ plans }) => ({
        plans: [...plans.slice(1, 2), ...plans.slice(0, 1), ...plans.slice(2)],
      })),
      ['order'],
    ],
    ['a plan taken out', changed(({ plans }) => ({ plans: plans.slice(1) })), ['frame', 'cut-off']],
    ['a larger stratum', changed(({ size }) => ({ size: size + 1 })), ['frame', 'cut-off']],
    [
      'a start that was chosen',
      changed(() => ({ start: '1000000000000000' })),
      ['frame', 'start', 'order', 'cut-off'],
    ],
    [
      'a next start that was chosen',
      changed(() => ({ nextStart: '1000000000000000' })),
      ['cut-off'],
    ],
  ])('notices %s', (_what, change, checks) => {
    expect(failing(change as Partial<KeptSample>)).toEqual(checks);
  });
});
