import { describe, expect, it } from '@jest/globals';

import { xmrChart, type XmrChart, type XmrOptions } from './xmr.js';

const repeat = (times: number, ...values: number[]) =>
  Array.from({ length: times }, () => values).flat();
const upwards: XmrOptions = { improvementDirection: 'increase' };
const asPackage: XmrOptions = { ...upwards, behaviour: 'NHSRplotthedots' };

function rulesOf({ points }: XmrChart): (string | null)[] {
  return points.map(({ specialCause }) =>
    specialCause ? `${specialCause.rule} ${specialCause.direction}` : null,
  );
}

function marked(chart: XmrChart, rule: string): number[] {
  return rulesOf(chart).flatMap((each, index) => (each === rule ? [index] : []));
}

describe('the limits of an XmR chart', () => {
  it('lie 2.66 average moving ranges from the mean', () => {
    const [segment] = xmrChart(repeat(7, 4, 6), upwards).segments;
    expect(segment).toMatchObject({ mean: 5, status: 'computed', isTrial: false, count: 14 });
    expect(segment?.limits?.lower).toBeCloseTo(-0.32, 12);
    expect(segment?.limits?.upper).toBeCloseTo(10.32, 12);
    expect(segment?.nearLimits?.upper).toBeCloseTo(5 + (2 / 3) * 5.32, 12);
  });

  it('leave an outlying moving range out once, and keep its point in the mean', () => {
    const values = [1, 2, 1, 2, 10, ...repeat(6, 1, 2), 1];
    const screened = xmrChart(values, upwards).segments[0];
    const plain = xmrChart(values, { ...upwards, screensMovingRanges: false }).segments[0];
    expect(screened?.limits?.upper).toBeCloseTo(4.604444444444444, 12);
    expect(plain?.limits?.upper).toBeCloseTo(6.95150326797386, 12);
    expect(screened?.mean).toBe(plain?.mean);
  });

  it('are trial limits below 13 values, and missing values do not count', () => {
    const twelve = repeat(6, 4, 6);
    expect(xmrChart(twelve, upwards).segments[0]?.isTrial).toBe(true);
    expect(xmrChart([...twelve, null], upwards).segments[0]?.isTrial).toBe(true);
    expect(xmrChart([...twelve, 5], upwards).segments[0]?.isTrial).toBe(false);
  });

  it('rest on the first points alone when they are fixed', () => {
    const fixed = xmrChart([...repeat(6, 4, 6), 100, 0, 100], { ...upwards, fixAfter: 12 });
    expect(fixed.segments[0]).toMatchObject({ mean: 5, count: 15 });
    expect(fixed.points[12]?.position).toBe('outside');
  });

  it('are fixed afresh in every segment', () => {
    const segment = [...repeat(6, 4, 6), 9];
    const chart = xmrChart([...segment, ...segment.map((value) => value + 50)], {
      ...upwards,
      rebaseAt: [13],
      fixAfter: 12,
    });
    expect(chart.segments.map(({ from, to, mean }) => [from, to, mean])).toEqual([
      [0, 12, 5],
      [13, 25, 55],
    ]);
  });

  it('form no moving range across a missing value', () => {
    const [segment] = xmrChart([1, 2, null, 102, 101], upwards).segments;
    expect(segment?.mean).toBe(51.5);
    expect(segment?.limits).toEqual({ lower: 51.5 - 2.66, upper: 51.5 + 2.66 });
  });
});

describe('the rules of Making Data Count', () => {
  it('mark all seven points of a trend, across the mean', () => {
    const values = [50, 48, 53, 47, 60, 57, 54, 51, 48, 45, 42, 50, 46, 53, 49];
    expect(marked(xmrChart(values, upwards), 'trend low')).toEqual([4, 5, 6, 7, 8, 9, 10]);
  });

  it('see no trend where two values in a row are equal', () => {
    const values = [20, 24, 21, 23, 20, 21, 22, 22, 23, 24, 25, 21, 24, 20, 23];
    expect(rulesOf(xmrChart(values, upwards)).every((rule) => rule === null)).toBe(true);
  });

  it('see no shift where a point lies on the mean', () => {
    const values = [8, 12, 8, 12, 11, 12, 11, 10, 11, 12, 11, 8, 9, 8, 7, 10];
    const chart = xmrChart(values, upwards);
    expect(chart.points[7]?.side).toBe(0);
    expect(rulesOf(chart).every((rule) => rule === null)).toBe(true);
  });

  it('run over no gap', () => {
    const values = [9, 1, 9, 1, 2, 3, 4, 5, null, 6, 7, 8, 1, 9, 1, 9];
    expect(marked(xmrChart(values, upwards), 'trend high')).toEqual([]);
    const whole = values.filter((value) => value !== null);
    expect(marked(xmrChart(whole, upwards), 'trend high')).toHaveLength(8);
  });

  it('mark the two far points of three on one side and not the third', () => {
    const values = [
      10, 12, 9, 11, 10, 13, 9, 11, 10, 12, 9, 11, 8, 11, 9, 12, 15.8, 12, 15.8, 9, 10, 8,
    ];
    const chart = xmrChart(values, { improvementDirection: 'decrease' });
    expect(marked(chart, 'twoInThree high')).toEqual([16, 18]);
    expect(chart.points[16]?.meaning).toBe('concern');
  });

  it('count a point outside as one of the two only in the tools since 2023', () => {
    const values = [...repeat(12, 9, 11), 15.5, 20, 10.9, 9, 11];
    const package022 = xmrChart(values, upwards);
    const tools2023 = xmrChart(values, { ...upwards, twoInThree: 'nearOrOutside' });
    expect(rulesOf(package022).slice(24, 27)).toEqual([null, 'outside high', null]);
    expect(rulesOf(tools2023).slice(24, 27)).toEqual(['twoInThree high', 'outside high', null]);
  });

  it('start afresh at a rebase', () => {
    const values = [9, 1, 5, 1, 2, 3, 4, 5, 6, 7, 1, 9, 1];
    expect(marked(xmrChart(values, upwards), 'trend high')).toHaveLength(7);
    expect(marked(xmrChart(values, { ...upwards, rebaseAt: [6] }), 'trend high')).toEqual([]);
  });

  it('give the turning point of a rise and a fall to the fall', () => {
    const values = [5, 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1, 5];
    const rules = rulesOf(xmrChart(values, { ...upwards, behaviour: 'NHSRplotthedots' }));
    expect(rules.slice(6, 9)).toEqual(['trend high', 'trend low', 'trend low']);
    expect(rulesOf(xmrChart(values, upwards))).toEqual(rules);
  });

  it('call the end of a rise rising, where the package takes the step down to the next rise', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6, 7, 8];
    expect(rulesOf(xmrChart(values, upwards))[6]).toBe('trend high');
    expect(rulesOf(xmrChart(values, asPackage))[6]).toBe('trend low');
  });
});

describe('a series that does not vary', () => {
  it.each([
    ['whole numbers', repeat(15, 5)],
    ['a fraction that adds up inexactly', repeat(16, 0.1)],
    ['values that differ by rounding alone', repeat(8, 0.3, 0.1 + 0.2)],
  ])('has a mean, no limits, no flags and no icons: %s', (_, values) => {
    const chart = xmrChart(values, { ...upwards, target: 5 });
    expect(chart.segments[0]).toMatchObject({ status: 'noVariation', limits: null });
    expect(chart.points.every(({ specialCause }) => specialCause === null)).toBe(true);
    expect(chart.variation).toEqual({ outcome: 'cannotBeJudged', reason: 'noVariation' });
    expect(chart.assurance).toEqual({ outcome: 'cannotBeJudged', reason: 'noVariation' });
  });

  it('is hit and miss in the package, and common cause', () => {
    const chart = xmrChart(repeat(15, 5), { ...asPackage, target: 5 });
    expect(chart.variation).toMatchObject({ outcome: 'judged', icon: 'commonCause' });
    expect(chart.assurance).toMatchObject({ outcome: 'judged', result: 'hitAndMiss' });
  });

  it('has limits on the mean in the package when ranges are not screened', () => {
    const [segment] = xmrChart(repeat(15, 5), {
      ...asPackage,
      screensMovingRanges: false,
    }).segments;
    expect(segment?.limits).toEqual({ lower: 5, upper: 5 });
  });

  it('has limits that cannot be computed when a single dip is all its variation', () => {
    const values = [100, 100, 90, ...repeat(12, 100)];
    const chart = xmrChart(values, upwards);
    expect(chart.segments[0]).toMatchObject({ status: 'collapsed', limits: null });
    expect(chart.points.every(({ meaning }) => meaning === null)).toBe(true);
    const drawn = xmrChart(values, asPackage);
    expect(drawn.points.every(({ position }) => position === 'outside')).toBe(true);
  });

  it('is judged for shifts alone by the package when only its baseline is flat', () => {
    const values = [...repeat(12, 5), 6, 8, 6, 8, 6, 8, 6];
    const fixed = { fixAfter: 12 };
    expect(xmrChart(values, { ...upwards, ...fixed }).segments[0]?.status).toBe('collapsed');
    expect(marked(xmrChart(values, { ...asPackage, ...fixed }), 'shift high')).toHaveLength(7);
  });
});

describe('too little to judge', () => {
  it('is a chart without points', () => {
    expect(xmrChart([], { ...upwards, target: 1 })).toEqual({
      points: [],
      segments: [],
      variation: { outcome: 'cannotBeJudged', reason: 'noValues' },
      assurance: { outcome: 'cannotBeJudged', reason: 'noValues' },
    });
  });

  it('is a chart of missing values', () => {
    const chart = xmrChart([null, null], upwards);
    expect(chart.segments[0]).toMatchObject({ mean: null, limits: null, status: 'tooFewPoints' });
    expect(chart.variation).toEqual({ outcome: 'cannotBeJudged', reason: 'noValues' });
  });

  it('is a segment of one value, or of values that have no neighbours', () => {
    const rebased = xmrChart([...repeat(8, 4, 6), 9], { ...upwards, rebaseAt: [16] });
    expect(rebased.segments[1]).toMatchObject({ mean: 9, limits: null, status: 'tooFewPoints' });
    expect(rebased.variation).toEqual({ outcome: 'cannotBeJudged', reason: 'tooFewPoints' });
    expect(xmrChart([1, null, 2, null, 3], upwards).segments[0]?.status).toBe('tooFewPoints');
  });
});

describe('the icons', () => {
  const steady = repeat(7, 4, 6);

  it.each([
    ['increase', 100, 'improvementHigh'],
    ['increase', -100, 'concernLow'],
    ['decrease', 100, 'concernHigh'],
    ['decrease', -100, 'improvementLow'],
    ['neutral', 100, 'neutralHigh'],
    ['neutral', -100, 'neutralLow'],
    ['increase', 5, 'commonCause'],
  ] as const)(
    'where %s is better, a last value of %d is %s',
    (improvementDirection, last, icon) => {
      const { variation } = xmrChart([...steady, last], { improvementDirection });
      expect(variation).toEqual({ outcome: 'judged', icon, isTrial: false });
    },
  );

  it('speak of the last value that is there', () => {
    const { variation } = xmrChart([...steady, 100, null], upwards);
    expect(variation).toMatchObject({ icon: 'improvementHigh' });
  });

  it.each([
    ['increase', 10.33, 'fail'],
    ['decrease', 10.33, 'pass'],
    ['increase', -0.33, 'pass'],
    ['decrease', -0.33, 'fail'],
    ['increase', 10.32, 'hitAndMiss'],
    ['increase', -0.32, 'hitAndMiss'],
  ] as const)(
    'where %s is better, a target of %d is %s',
    (improvementDirection, target, result) => {
      const { assurance } = xmrChart(steady, { improvementDirection, target });
      expect(assurance).toEqual({ outcome: 'judged', result, isTrial: false });
    },
  );

  it('say nothing of a target without a direction, or of no target', () => {
    const neutral = xmrChart(steady, { improvementDirection: 'neutral', target: 5 });
    expect(neutral.assurance).toEqual({ outcome: 'cannotBeJudged', reason: 'noDirection' });
    const without = xmrChart(steady, upwards);
    expect(without.assurance).toEqual({ outcome: 'cannotBeJudged', reason: 'noTarget' });
  });

  it('judge the target by the last segment', () => {
    const values = [...steady, ...steady.map((value) => value + 50)];
    const { assurance } = xmrChart(values, { ...upwards, rebaseAt: [14], target: 20 });
    expect(assurance).toMatchObject({ result: 'pass' });
  });
});

describe('what an XmR chart refuses', () => {
  it.each([
    [[1, Number.NaN], {}, 'values[1] must be a finite number or null'],
    [[1, 2], { rebaseAt: [2] }, 'rebaseAt[0] must be the index of a period'],
    [[1, 2], { rebaseAt: [0.5] }, 'rebaseAt[0] must be the index of a period'],
    [[1, 2], { fixAfter: 11 }, 'fixAfter must be a whole number, 12 or more'],
    [[1, 2], { target: Number.POSITIVE_INFINITY }, 'target must be a finite number'],
  ])('%j with %j', (values, options, message) => {
    expect(() => xmrChart(values, { ...upwards, ...options })).toThrow(message);
  });
});
