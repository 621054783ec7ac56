import type { Assurance, NotJudged, Variation, VariationIcon } from '../charts/index.js';

/**
 * What the variation icon of an XmR chart means, in words: a signal is neither a significance test
 * nor an effect size, and "no signal" does not say that the level is good.
 *
 * @param variation what `xmrChart` found for the last value
 * @example sayVariation({ outcome: 'judged', icon: 'commonCause', isTrial: false })
 * // 'No signal: the last value varies as chance alone would have it, which does not say that the
 * // level is good.'
 */
export function sayVariation(variation: Variation): string {
  if (variation.outcome === 'cannotBeJudged') return sayNotJudged(variation.reason);
  return `${signals[variation.icon]}${trialNote(variation.isTrial)}`;
}

/**
 * What the assurance icon means, in words; nothing where no target was set or no way is better.
 *
 * @param assurance what `xmrChart` found for the target
 * @example sayAssurance({ outcome: 'judged', result: 'pass', isTrial: false })
 * // 'While nothing changes, every value will meet the target.'
 */
export function sayAssurance(assurance: Assurance): string | null {
  if (assurance.outcome === 'judged') {
    return `${prospects[assurance.result]}${trialNote(assurance.isTrial)}`;
  }
  const { reason } = assurance;
  return reason === 'noTarget' || reason === 'noDirection' ? null : sayNotJudged(reason);
}

const unlikely = 'chance alone hardly explains it';

const signals: Readonly<Record<VariationIcon, string>> = {
  commonCause:
    'No signal: the last value varies as chance alone would have it, which does not say that the level is good.',
  improvementHigh: `Improvement, on the high side: ${unlikely}.`,
  improvementLow: `Improvement, on the low side: ${unlikely}.`,
  concernHigh: `Concern, on the high side: ${unlikely}.`,
  concernLow: `Concern, on the low side: ${unlikely}.`,
  neutralHigh: `A signal on the high side: ${unlikely}. Neither way counts as better.`,
  neutralLow: `A signal on the low side: ${unlikely}. Neither way counts as better.`,
};

const prospects = {
  pass: 'While nothing changes, every value will meet the target.',
  fail: 'While nothing changes, no value will meet the target.',
  hitAndMiss: 'While nothing changes, chance decides whether a value meets the target.',
} as const;

const obstacles: Readonly<Record<NotJudged, string>> = {
  noValues: 'the last period has no value',
  noVariation: 'all values are the same',
  collapsed: 'nearly all values are the same, so that limits would lie on the mean',
  tooFewPoints: 'no two neighbouring periods have a value',
};

function sayNotJudged(reason: NotJudged): string {
  return `No signal can be judged: ${obstacles[reason]}.`;
}

function trialNote(isTrial: boolean): string {
  return isTrial ? ' The limits are trial limits, from fewer than 13 values.' : '';
}
