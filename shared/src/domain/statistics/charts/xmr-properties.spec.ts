import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { xmrChart, type XmrChart, type XmrOptions } from './xmr.js';

const runs = { seed: 20261122, numRuns: 200 };
const series = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 40 });
const options: fc.Arbitrary<XmrOptions> = fc.record({
  improvementDirection: fc.constantFrom('increase', 'decrease'),
  screensMovingRanges: fc.boolean(),
  twoInThree: fc.constantFrom('near', 'nearOrOutside'),
  behaviour: fc.constantFrom('recommended', 'NHSRplotthedots'),
});

const flags = ({ points }: XmrChart) => points.map(({ specialCause }) => specialCause);

function expectSameLines(chart: XmrChart, moved: XmrChart, move: (value: number) => number) {
  chart.segments.forEach(({ mean, limits }, index) => {
    const other = moved.segments[index];
    const expected = [mean, limits?.lower, limits?.upper].map((line) =>
      line === undefined || line === null ? line : move(line),
    );
    [other?.mean, other?.limits?.lower, other?.limits?.upper].forEach((line, which) => {
      const wanted = expected[which];
      if (typeof wanted === 'number') expect(line).toBeCloseTo(wanted, 8);
      else expect(line).toBe(wanted);
    });
  });
}

describe('every XmR chart', () => {
  it('moves its lines with its values and keeps its flags', () => {
    fc.assert(
      fc.property(series, options, fc.integer({ min: -500, max: 500 }), (values, chosen, shift) => {
        const move = (value: number) => value + shift;
        const chart = xmrChart(values, chosen);
        const moved = xmrChart(values.map(move), chosen);
        expectSameLines(chart, moved, move);
        expect(flags(moved)).toEqual(flags(chart));
      }),
      runs,
    );
  });

  it('stretches its lines with its values and keeps its flags', () => {
    fc.assert(
      fc.property(series, options, fc.constantFrom(0.1, 0.25, 3, 100), (values, chosen, factor) => {
        const stretch = (value: number) => value * factor;
        const chart = xmrChart(values, chosen);
        const stretched = xmrChart(values.map(stretch), chosen);
        expectSameLines(chart, stretched, stretch);
        expect(flags(stretched)).toEqual(flags(chart));
      }),
      runs,
    );
  });

  it('swaps improvement and concern when the other direction is better', () => {
    const swapped = { improvement: 'concern', concern: 'improvement' } as Record<string, string>;
    fc.assert(
      fc.property(series, (values) => {
        const up = xmrChart(values, { improvementDirection: 'increase' });
        const down = xmrChart(values, { improvementDirection: 'decrease' });
        const meanings = up.points.map(({ meaning }) => meaning && (swapped[meaning] ?? meaning));
        expect(down.points.map(({ meaning }) => meaning)).toEqual(meanings);
      }),
      runs,
    );
  });

  it('never flags a series without variation', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 60 }), options, (each, length, chosen) => {
        const chart = xmrChart(Array<number>(length).fill(each), chosen);
        expect(flags(chart).every((flag) => flag === null)).toBe(true);
      }),
      runs,
    );
  });

  it('is two separate charts when rebased', () => {
    fc.assert(
      fc.property(series, series, options, (before, after, chosen) => {
        const rebased = xmrChart([...before, ...after], { ...chosen, rebaseAt: [before.length] });
        const apart = [xmrChart(before, chosen), xmrChart(after, chosen)];
        expect(flags(rebased)).toEqual(apart.flatMap(flags));
        expect(rebased.segments.map(({ limits }) => limits)).toEqual(
          apart.map(({ segments }) => segments[0]?.limits),
        );
        expect(rebased.variation).toEqual(apart[1]?.variation);
      }),
      runs,
    );
  });

  it('differs between the variants only in two in three, and only in points it gains', () => {
    fc.assert(
      fc.property(series, options, (values, chosen) => {
        const near = flags(xmrChart(values, { ...chosen, twoInThree: 'near' }));
        const wide = flags(xmrChart(values, { ...chosen, twoInThree: 'nearOrOutside' }));
        wide.forEach((flag, index) => {
          const before = near[index];
          if (flag?.rule === 'twoInThree') {
            expect([undefined, 'twoInThree', 'shift']).toContain(before?.rule);
          } else {
            expect(flag).toEqual(before);
          }
        });
      }),
      runs,
    );
  });

  it('marks a shift exactly where seven points in a row lie on one side', () => {
    fc.assert(
      fc.property(series, options, (values, chosen) => {
        const { points, segments } = xmrChart(values, chosen);
        const isJudged = segments[0]?.status === 'computed';
        const inWindow = (size: number, index: number, holds: (window: number[]) => boolean) =>
          Array.from({ length: size }, (_, step) => index - step).some((start) => {
            const window = Array.from({ length: size }, (_, step) => start + step);
            return start >= 0 && start + size <= values.length && holds(window);
          });
        const oneSided = (window: number[]) =>
          Math.abs(window.reduce((total, at) => total + (points[at]?.side ?? 0), 0)) ===
          window.length;
        points.forEach(({ specialCause }, index) => {
          const isUnflagged = specialCause === null && isJudged;
          if (specialCause?.rule === 'shift' || isUnflagged) {
            expect(inWindow(7, index, oneSided)).toBe(specialCause !== null);
          }
        });
      }),
      runs,
    );
  });
});
