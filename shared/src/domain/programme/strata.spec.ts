import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { settingTypes } from '../plans/index.js';

import {
  mergedStratumTitle,
  neighbourOfStratum,
  sampledPhaseOn,
  stratumKeys,
  stratumOf,
  type PlanToPlace,
} from './strata.js';

const DRAW_DAY = '2026-09-15';

const planOf = (plan: Partial<PlanToPlace>): PlanToPlace => ({
  yearGroup: 5,
  age: null,
  asAtOn: DRAW_DAY,
  settingType: 'mainstream-primary',
  ...plan,
});

describe('the stratum of a plan', () => {
  it.each([
    [-1, 'early-years', 'early-years'],
    [-1, 'mainstream-primary', 'early-years'],
    [-2, 'special-school', 'early-years'],
    [0, 'mainstream-primary', 'primary-mainstream'],
    [0, 'early-years', 'primary-mainstream'],
    [6, 'resource-base', 'primary-mainstream'],
    [6, 'special-school', 'primary-special'],
    [3, 'alternative-provision', 'primary-special'],
    [4, 'elective-home', 'primary-special'],
    [7, 'mainstream-secondary', 'secondary-mainstream'],
    [11, 'resource-base', 'secondary-mainstream'],
    [8, 'independent-special', 'secondary-special'],
    [9, 'educated-otherwise', 'secondary-special'],
    [10, 'none', 'secondary-special'],
    [12, 'mainstream-secondary', 'post-16'],
    [14, 'special-school', 'post-16'],
    [11, 'post-16-college', 'post-16'],
    [11, 'specialist-post-16', 'post-16'],
  ] as const)('in Year %i and setting "%s" is %s', (yearGroup, settingType, stratum) => {
    expect(stratumOf(planOf({ yearGroup, settingType }), DRAW_DAY)).toBe(stratum);
  });

  it.each([
    [3, 'early-years'],
    [4, 'primary-special'],
    [11, 'secondary-special'],
    [16, 'post-16'],
    [24, 'post-16'],
  ])('goes by the age of %i where the register gives no year group', (age, stratum) => {
    const plan = planOf({ yearGroup: null, age, settingType: 'special-school' });
    expect(stratumOf(plan, DRAW_DAY)).toBe(stratum);
  });

  it('moves on with the school year, so that Year 6 in July is secondary in September', () => {
    const plan = planOf({ yearGroup: 6, asAtOn: '2026-07-01', settingType: 'resource-base' });
    expect(stratumOf(plan, '2026-08-31')).toBe('primary-mainstream');
    expect(stratumOf(plan, '2026-09-01')).toBe('secondary-mainstream');
  });

  it('is one of the six for every plan there can be, and of the phase it is reported under', () => {
    const plans = fc.record({
      yearGroup: fc.option(fc.integer({ min: -2, max: 14 })),
      age: fc.integer({ min: 0, max: 25 }),
      asAtOn: fc.constantFrom('2024-09-01', '2026-03-31', DRAW_DAY),
      settingType: fc.constantFrom(...settingTypes),
    });
    fc.assert(
      fc.property(plans, (plan) => {
        const stratum = stratumOf(plan, DRAW_DAY);
        expect(stratumKeys).toContain(stratum);
        expect(stratum.startsWith(sampledPhaseOn(plan, DRAW_DAY))).toBe(true);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

describe('a stratum that is too small', () => {
  it.each([
    ['primary-special', 'primary-mainstream'],
    ['secondary-mainstream', 'secondary-special'],
  ] as const)('joins the other half of its phase: %s', (stratum, neighbour) => {
    expect(neighbourOfStratum[stratum]).toBe(neighbour);
  });

  it('is named together with the one it joined', () => {
    expect(mergedStratumTitle(['primary-mainstream', 'early-years'])).toBe(
      'Primary, mainstream with early years',
    );
    expect(mergedStratumTitle([...stratumKeys])).toBe('All plans');
    expect(mergedStratumTitle(['post-16'])).toBe('Post-16');
  });
});
