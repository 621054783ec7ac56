import { describe, expect, it } from '@jest/globals';

import { chooseChart } from './choose-chart.js';

const each = (length: number, value: number) => Array.from({ length }, () => value);
const percentage = (periods: number, met: number, of: number) =>
  chooseChart({
    kind: 'percentage',
    numerators: each(periods, met),
    denominators: each(periods, of),
  });

describe('the chart for a measure', () => {
  it('is an XmR chart where each period has 5 plans or more on the rarer side', () => {
    expect(percentage(16, 12, 20)).toEqual({
      kind: 'xmr',
      isTrial: false,
      sentence: 'An XmR chart: a typical period has about 8 plans on the rarer side.',
    });
    expect(percentage(16, 15, 20).kind).toBe('xmr');
  });

  it('is a p-chart where percentages of few plans lie near 100%', () => {
    expect(percentage(16, 18, 20)).toEqual({
      kind: 'p',
      isTrial: false,
      sentence:
        'A p-chart with the interval of each point: a typical period has only about 2 plans on ' +
        'the rarer side, too few for an XmR chart.',
    });
  });

  it('says when its limits are trial limits', () => {
    expect(percentage(12, 12, 20)).toMatchObject({
      isTrial: true,
      sentence: expect.stringContaining('trial limits, from 12 of the 13 values'),
    });
  });

  it('is the points with their intervals where there are few periods', () => {
    expect(percentage(9, 12, 20)).toMatchObject({
      kind: 'intervals',
      sentence: expect.stringContaining('9 periods have a value'),
    });
    expect(percentage(0, 0, 0).sentence).toContain('0 periods have a value');
    expect(percentage(1, 1, 2).sentence).toContain('1 period has a value');
  });

  it('is the points with their intervals where nothing varies', () => {
    expect(percentage(16, 20, 20).sentence).toContain('every plan met the standard');
    expect(percentage(16, 0, 20).sentence).toContain('no plan met the standard');
  });

  it('does not count a period without plans', () => {
    const measure = { kind: 'percentage' as const, numerators: [...each(9, 12), 0] };
    expect(chooseChart({ ...measure, denominators: [...each(9, 20), 0] }).kind).toBe('intervals');
  });

  it('is an XmR chart for numbers, and a run chart where there are few of them', () => {
    expect(chooseChart({ kind: 'number', values: each(13, 5) })).toMatchObject({
      kind: 'xmr',
      isTrial: false,
    });
    expect(chooseChart({ kind: 'number', values: [3, null, 4] })).toMatchObject({
      kind: 'run',
      sentence: expect.stringContaining('2 periods have a value'),
    });
  });
});
