import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { planSample, type FramePlan } from './plan-sample.js';
import { stratumKeys, stratumOf, type StratumKey } from './strata.js';

const DRAW_DAY = '2026-09-15';

const examples: Record<StratumKey, Pick<FramePlan, 'yearGroup' | 'settingType'>> = {
  'early-years': { yearGroup: -1, settingType: 'early-years' },
  'primary-mainstream': { yearGroup: 4, settingType: 'mainstream-primary' },
  'primary-special': { yearGroup: 4, settingType: 'special-school' },
  'secondary-mainstream': { yearGroup: 9, settingType: 'mainstream-secondary' },
  'secondary-special': { yearGroup: 9, settingType: 'none' },
  'post-16': { yearGroup: 12, settingType: 'post-16-college' },
};

/** A register with so many plans in each stratum. */
const register = (counts: Partial<Record<StratumKey, number>>): FramePlan[] =>
  stratumKeys.flatMap((key) =>
    Array.from({ length: counts[key] ?? 0 }, (_, index) => ({
      planRef: `${key}-${index + 1}`,
      age: null,
      asAtOn: DRAW_DAY,
      ...examples[key],
    })),
  );

const usual = {
  'early-years': 60,
  'primary-mainstream': 360,
  'primary-special': 180,
  'secondary-mainstream': 300,
  'secondary-special': 300,
  'post-16': 300,
};

const shape = (plans: FramePlan[], size: number) =>
  planSample(plans, DRAW_DAY, size).strata.map(({ members, populationSize, size: drawn }) => [
    members.join('+'),
    populationSize,
    drawn,
  ]);

describe('the plan of a sample', () => {
  it('shares out 30 plans in proportion, with at least two from each stratum', () => {
    expect(shape(register(usual), 30)).toEqual([
      ['early-years', 60, 2],
      ['primary-mainstream', 360, 7],
      ['primary-special', 180, 3],
      ['secondary-mainstream', 300, 6],
      ['secondary-special', 300, 6],
      ['post-16', 300, 6],
    ]);
  });

  it('merges a stratum of one plan with the other half of its phase', () => {
    expect(shape(register({ ...usual, 'primary-special': 1 }), 30)).toContainEqual([
      'primary-mainstream+primary-special',
      361,
      8,
    ]);
  });

  it('leads a phase that is too small as a whole to the phase next to it', () => {
    const plans = register({ 'primary-mainstream': 1, 'secondary-special': 12, 'post-16': 9 });
    expect(shape(plans, 6)).toEqual([
      ['secondary-special+primary-mainstream', 13, 4],
      ['post-16', 9, 2],
    ]);
  });

  it('merges on where the sample is too small for two plans of each stratum', () => {
    const strata = shape(register(usual), 5);
    expect(strata).toHaveLength(2);
    expect(strata.reduce((sum, [, , size]) => sum + Number(size), 0)).toBe(5);
  });

  it('takes every plan where there are no more than wanted, and none where there is none', () => {
    expect(planSample(register({ 'early-years': 1, 'post-16': 3 }), DRAW_DAY, 30)).toMatchObject({
      size: 4,
      populationSize: 4,
    });
    expect(planSample([], DRAW_DAY, 30)).toEqual({ populationSize: 0, size: 0, strata: [] });
    expect(planSample(register({ 'post-16': 1 }), DRAW_DAY, 30)).toMatchObject({ size: 1 });
  });

  it('holds for every register: each plan once, sizes that add up, no stratum below two', () => {
    const counts = fc.record(
      Object.fromEntries(
        stratumKeys.map((key) => [key, fc.oneof(fc.nat(3), fc.nat(400))]),
      ) as Record<StratumKey, fc.Arbitrary<number>>,
    );
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 60 }), (count, size) => {
        const plans = register(count);
        const planned = planSample(plans, DRAW_DAY, size);
        const placed = planned.strata.flatMap(({ references }) => references);
        expect(placed.toSorted()).toEqual(plans.map(({ planRef }) => planRef).toSorted());
        expect(planned.size).toBe(Math.min(size, plans.length));
        expect(planned.strata.reduce((sum, stratum) => sum + stratum.size, 0)).toBe(planned.size);
        for (const stratum of planned.strata) {
          expect(stratum.size).toBeGreaterThanOrEqual(Math.min(2, plans.length));
          expect(stratum.size).toBeLessThanOrEqual(stratum.populationSize);
          expect(stratum.members[0]).toBe(stratum.key);
        }
        const members = planned.strata.flatMap((stratum) => stratum.members);
        expect(new Set(members).size).toBe(members.length);
        expect(plans.every((plan) => members.includes(stratumOf(plan, DRAW_DAY)))).toBe(true);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('never merges strata that have two plans each for a routine sample of twelve', () => {
    const twoEach = Object.fromEntries(stratumKeys.map((key) => [key, 2]));
    expect(shape(register(twoEach), 12)).toEqual(stratumKeys.map((key) => [key, 2, 2]));
  });
});
