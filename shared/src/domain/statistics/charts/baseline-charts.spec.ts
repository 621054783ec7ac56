import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { individualsChart, pChart, pPrimeChart, runChart } from './baseline-charts.js';
import { sharesOfPeriods } from './shares.js';
import { xmrChart } from './xmr.js';

const runs = { seed: 20261122, numRuns: 200 };
const met = [7, 9, 8, 11, 10, 9, 12, 13, 12, 15, 14, 16];
const of = [12, 15, 12, 16, 14, 12, 15, 17, 14, 18, 16, 18];

describe('a p-chart', () => {
  it('pools the shares and widens its limits where there are fewer plans', () => {
    const { points, parts } = pChart(met, of);
    expect(parts[0]?.centre).toBeCloseTo(0.759776536312849, 12);
    expect(points[0]?.limits?.lower).toBeCloseTo(0.389793951065956, 12);
    expect(points[9]?.limits?.lower).toBeCloseTo(0.45768702045596, 12);
    expect(points[0]?.limits?.upper).toBe(1);
    expect(points[1]?.nearLimits?.upper).toBeCloseTo(0.980391525940359, 12);
    expect(parts[0]?.runs).toMatchObject({ crossings: 1, crossingsNeeded: 3, signal: true });
  });

  it('gives a quarter without plans no value and no limits, which is not 0%', () => {
    const { points, parts } = pChart([7, 9, 0, 11], [12, 15, 0, 16]);
    expect(points[2]).toMatchObject({ value: null, limits: null, isOutside: false });
    expect(parts[0]).toMatchObject({ centre: 27 / 43, runs: { observations: 4, useful: 3 } });
  });

  it('treats a period as missing when either count is', () => {
    const { points, parts } = pChart([7, null, 9], [12, 15, null]);
    expect(points.map(({ value }) => value)).toEqual([7 / 12, null, null]);
    expect(parts[0]?.centre).toBe(7 / 12);
  });

  it('says that nothing varies where every plan meets the standard', () => {
    const { points, parts } = pChart([10, 12], [10, 12]);
    expect(parts[0]).toMatchObject({ centre: 1, status: 'noVariation' });
    expect(points[0]?.limits).toBeNull();
    const drawn = pChart([10, 12], [10, 12], { behaviour: 'qicharts2' });
    expect(drawn.points[0]?.limits).toEqual({ lower: 1, upper: 1 });
  });

  it('does not flag every later period when its baseline was perfect', () => {
    const options = { baselineFirst: 2 };
    const { points, parts } = pChart([10, 12, 9], [10, 12, 10], options);
    expect(parts[0]?.status).toBe('collapsed');
    expect(points[2]?.isOutside).toBe(false);
    const drawn = pChart([10, 12, 9], [10, 12, 10], { ...options, behaviour: 'qicharts2' });
    expect(drawn.points[2]?.isOutside).toBe(true);
  });

  it('leaves excluded periods out of its lines and runs, and compares them still', () => {
    const { points, parts } = pChart([10, 90, 10, 12, 8], [100, 100, 100, 100, 100], {
      excluded: [1],
    });
    expect(parts[0]).toMatchObject({ centre: 0.1, runs: { observations: 4, useful: 2 } });
    expect(points[1]).toMatchObject({ isExcluded: true, isOutside: true });
  });

  it('ignores a baseline when there are new parts', () => {
    const plain = pChart(met, of, { newPartsAt: [6] });
    expect(pChart(met, of, { newPartsAt: [6], baselineFirst: 3 })).toEqual(plain);
    expect(plain.parts.map(({ from, to }) => [from, to])).toEqual([
      [0, 5],
      [6, 11],
    ]);
  });

  it('has no lines in a part whose periods are all excluded', () => {
    const { points, parts } = pChart([1, 2, 3], [4, 4, 4], { excluded: [0, 1, 2] });
    expect(parts[0]).toMatchObject({ centre: null, status: 'tooFewPoints' });
    expect(points[0]).toMatchObject({ value: 0.25, limits: null, isOutside: false });
  });

  it('has level limits when every period has as many plans', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 30 }),
        (numerators) => {
          const chart = pChart(
            numerators,
            numerators.map(() => 20),
          );
          const [first] = chart.points;
          expect(chart.points.every(({ limits }) => limits?.lower === first?.limits?.lower)).toBe(
            true,
          );
        },
      ),
      runs,
    );
  });

  it.each([
    [[1], [1, 2], 'denominators must be as many as the numerators'],
    [[3], [2], 'numerators[0] must not be more than the denominator'],
    [[-1], [2], 'numerators[0] must be null or a finite number, 0 or more'],
    [[1], [Number.NaN], 'denominators[0] must be null or a finite number, 0 or more'],
  ])('refuses %j of %j', (numerators, denominators, message) => {
    expect(() => pChart(numerators, denominators)).toThrow(message);
  });

  it.each([
    [{ excluded: [2] }, 'excluded[0] must be the index of a period'],
    [{ newPartsAt: [-1] }, 'newPartsAt[0] must be the index of a period'],
    [{ baselineFirst: 0 }, 'baselineFirst must be a whole number, 1 or more'],
  ])('refuses %j of two periods', (options, message) => {
    expect(() => pChart([1, 2], [3, 4], options)).toThrow(message);
  });
});

describe('a p-prime chart', () => {
  it('widens the limits of very large denominators to what the shares really vary', () => {
    const numerators = [266501, 264225, 276532, 281461, 269071, 261215];
    const denominators = [280443, 276823, 291681, 296155, 282343, 275888];
    const beyond = (chart: { points: { isOutside: boolean }[] }) =>
      chart.points.filter(({ isOutside }) => isOutside).length;
    expect(beyond(pChart(numerators, denominators))).toBeGreaterThan(2);
    expect(beyond(pPrimeChart(numerators, denominators))).toBe(0);
  });

  it('joins the neighbours of an excluded period, and not those of a missing one', () => {
    const denominators = [100, 100, 100, 100];
    const excluded = pPrimeChart([50, 99, 60, 50], denominators, { excluded: [1] });
    const without = pPrimeChart([50, 60, 50], denominators.slice(1));
    expect(excluded.points[0]?.limits).toEqual(without.points[0]?.limits);
    const missing = pPrimeChart([50, null, 60, 60], denominators, { screensMovingRanges: false });
    expect(missing.parts[0]?.status).toBe('collapsed');
  });

  it.each([
    ['nothing varies', [10, 12], [10, 12], 'noVariation'],
    ['there is one period', [5], [10], 'tooFewPoints'],
    ['every share is the same', [5, 10, 15], [10, 20, 30], 'noVariation'],
  ])('has no limits where %s', (_, numerators, denominators, status) => {
    const { points, parts } = pPrimeChart(numerators, denominators);
    expect(parts[0]?.status).toBe(status);
    expect(points.every(({ limits }) => limits === null)).toBe(true);
  });
});

describe('an individuals chart', () => {
  it('uses 3 / 1.128 where the XmR chart uses 2.66', () => {
    const values = [4, 6, 4, 6, 5, 4, 6];
    const width = (limits?: { lower: number; upper: number } | null) =>
      limits ? limits.upper - limits.lower : Number.NaN;
    const individuals = width(individualsChart(values).points[0]?.limits);
    const xmr = width(xmrChart(values, { improvementDirection: 'neutral' }).segments[0]?.limits);
    expect(individuals / xmr).toBeCloseTo(3 / 1.128 / 2.66, 12);
  });

  it('has the limits of its baseline and flags what lies beyond them', () => {
    const { points } = individualsChart([4, 6, 4, 6, 50], { baselineFirst: 4 });
    expect(points.map(({ isOutside }) => isOutside)).toEqual([false, false, false, false, true]);
  });

  it('has no limits of no width', () => {
    const flat = [3, 3, 3];
    expect(individualsChart(flat, { screensMovingRanges: false }).points[0]?.limits).toBeNull();
    const drawn = individualsChart(flat, { screensMovingRanges: false, behaviour: 'qicharts2' });
    expect(drawn.points[0]?.limits).toEqual({ lower: 3, upper: 3 });
  });
});

describe('a run chart', () => {
  it('lies around the median of its baseline, without limits', () => {
    const { points, parts } = runChart([5, 7, null, 4, 6, 90], { baselineFirst: 5 });
    expect(parts[0]).toMatchObject({ centre: 5.5, status: 'none' });
    expect(points[5]).toMatchObject({ limits: null, isOutside: false });
  });

  it('leaves out values on the median', () => {
    const { parts } = runChart([5, 5, 7, 5, 3, 5, 6, 4, 5, 8, 2, 5]);
    expect(parts[0]?.runs).toMatchObject({ useful: 6, longestRun: 1, crossings: 5 });
  });

  it('has no centre without values, and no parts without periods', () => {
    expect(runChart([null, null]).parts[0]).toMatchObject({ centre: null });
    expect(runChart([])).toEqual({ points: [], parts: [] });
  });

  it('draws shares as well', () => {
    expect(runChart(sharesOfPeriods([3, 0, 1], [4, 0, 2])).parts[0]?.centre).toBe(0.625);
  });

  it('is separate charts in its parts', () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, values, (before, after) => {
        const { parts } = runChart([...before, ...after], { newPartsAt: [before.length] });
        expect(parts.map((part) => part.runs)).toEqual(
          [before, after].map((each) => runChart(each).parts[0]?.runs),
        );
      }),
      runs,
    );
  });
});
