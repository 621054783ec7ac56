import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { trendOfEstimates, type TimedEstimate } from '../changes/index.js';
import { sayTrend } from './say-trend.js';

const quarter = (time: number, estimate: number, rest: Partial<TimedEstimate> = {}) => ({
  time,
  estimate,
  standardError: 0.05,
  degreesOfFreedom: 28,
  interval: null,
  respondents: 30,
  ...rest,
});
const quarters = (...estimates: number[]) =>
  estimates.map((estimate, index) => quarter(index + 1, estimate));
const say = (periods: TimedEstimate[], confidence = 0.95) =>
  sayTrend(trendOfEstimates(periods, { confidence }), 'quarter');

describe('the sentence of a trend', () => {
  it.each<[string, TimedEstimate[], string]>([
    [
      'rising',
      quarters(0.5, 0.55, 0.66),
      'A clear rise of 8 points a quarter (95% confidence interval 1 to 15 points), over 3 quarters.',
    ],
    [
      'falling',
      quarters(0.66, 0.55, 0.5),
      'A clear fall of 8 points a quarter (95% confidence interval 1 to 15 points), over 3 quarters.',
    ],
    [
      'not clear',
      quarters(0.5, 0.55, 0.56, 0.54),
      'No clear trend over 4 quarters (slope -3 to +6 points a quarter).',
    ],
    [
      'flat',
      quarters(0.5, 0.5, 0.5),
      'No clear trend over 3 quarters (slope -7 to +7 points a quarter).',
    ],
    [
      'up and down again',
      quarters(0.3, 0.7, 0.7, 0.3),
      'No clear trend over 4 quarters (slope -4 to +4 points a quarter). The quarters differ in a way that a straight line does not explain.',
    ],
    [
      'of two quarters',
      quarters(0.5, 0.9),
      'No trend is given: fewer than three periods can be used.',
    ],
    [
      'without the quarters that rest on too few plans',
      [...quarters(0.5, 0.55), quarter(3, 0.9, { respondents: 3 })],
      'No trend is given: fewer than three periods can be used.',
    ],
  ])('%s', (_, periods, sentence) => {
    expect(say(periods)).toBe(sentence);
  });

  it('names its confidence', () => {
    expect(say(quarters(0.5, 0.55, 0.66), 0.9)).toContain('90% confidence interval 2 to 14 points');
  });

  it('says rise or fall only where the interval of the slope leaves out 0', () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 3, maxLength: 8 }), (shares) => {
        const trend = trendOfEstimates(quarters(...shares));
        if (trend.outcome === 'cannot-be-judged' || !trend.interval) throw new Error('judged');
        const sentence = say(quarters(...shares));
        expect(sentence.includes('clear rise')).toBe(trend.interval.lower > 0);
        expect(sentence.includes('clear fall')).toBe(trend.interval.upper < 0);
        expect(sentence).not.toMatch(/better|worse|NaN|null/);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
