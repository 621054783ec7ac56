import { describe, expect, it } from '@jest/globals';
import { xmrChart, type XmrOptions } from '../charts/index.js';
import { sayAssurance, sayVariation } from './say-chart.js';

const calm = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51, 49];
const flat = calm.map(() => 50);
const chart = (values: (number | null)[], options: Partial<XmrOptions> = {}) =>
  xmrChart(values, { improvementDirection: 'increase', ...options });

describe('the sentence beside the variation icon', () => {
  it.each<[string, (number | null)[], Partial<XmrOptions>, string]>([
    [
      'common cause',
      calm,
      {},
      'No signal: the last value varies as chance alone would have it, which does not say that the level is good.',
    ],
    [
      'high where high is better',
      [...calm, 70],
      {},
      'Improvement, on the high side: chance alone hardly explains it.',
    ],
    [
      'low where high is better',
      [...calm, 30],
      {},
      'Concern, on the low side: chance alone hardly explains it.',
    ],
    [
      'high where low is better',
      [...calm, 70],
      { improvementDirection: 'decrease' },
      'Concern, on the high side: chance alone hardly explains it.',
    ],
    [
      'low where low is better',
      [...calm, 30],
      { improvementDirection: 'decrease' },
      'Improvement, on the low side: chance alone hardly explains it.',
    ],
    [
      'high where neither is better',
      [...calm, 70],
      { improvementDirection: 'neutral' },
      'A signal on the high side: chance alone hardly explains it. Neither way counts as better.',
    ],
    [
      'low where neither is better',
      [...calm, 30],
      { improvementDirection: 'neutral' },
      'A signal on the low side: chance alone hardly explains it. Neither way counts as better.',
    ],
    [
      'from few values',
      calm.slice(0, 8),
      {},
      'No signal: the last value varies as chance alone would have it, which does not say that the level is good. The limits are trial limits, from fewer than 13 values.',
    ],
    [
      'of values that are all the same',
      flat,
      {},
      'No signal can be judged: all values are the same.',
    ],
    [
      'of values that are nearly all the same',
      [...flat, 40, 50, 50],
      {},
      'No signal can be judged: nearly all values are the same, so that limits would lie on the mean.',
    ],
    [
      'of one value',
      [50],
      {},
      'No signal can be judged: no two neighbouring periods have a value.',
    ],
    ['of no value', [null, null], {}, 'No signal can be judged: the last period has no value.'],
  ])('%s', (_, values, options, sentence) => {
    expect(sayVariation(chart(values, options).variation)).toBe(sentence);
  });
});

describe('the sentence beside the assurance icon', () => {
  it.each<[string, (number | null)[], Partial<XmrOptions>, string | null]>([
    [
      'a target below all limits',
      calm,
      { target: 20 },
      'While nothing changes, every value will meet the target.',
    ],
    [
      'a target above all limits',
      calm,
      { target: 90 },
      'While nothing changes, no value will meet the target.',
    ],
    [
      'a target between the limits',
      calm,
      { target: 50 },
      'While nothing changes, chance decides whether a value meets the target.',
    ],
    [
      'a target to stay below',
      calm,
      { target: 90, improvementDirection: 'decrease' },
      'While nothing changes, every value will meet the target.',
    ],
    [
      'few values',
      calm.slice(0, 8),
      { target: 20 },
      'While nothing changes, every value will meet the target. The limits are trial limits, from fewer than 13 values.',
    ],
    ['no target', calm, {}, null],
    ['no direction', calm, { target: 50, improvementDirection: 'neutral' }, null],
    ['no variation', flat, { target: 60 }, 'No signal can be judged: all values are the same.'],
  ])('%s', (_, values, options, sentence) => {
    expect(sayAssurance(chart(values, options).assurance)).toBe(sentence);
  });
});
