import { describe, expect, it } from '@jest/globals';
import {
  decideCount,
  decideDifference,
  decideFollowing,
  decideOnBase,
  decideShare,
  hiddenCounts,
  partnershipRules,
  publicationRules,
  type DisclosureRules,
} from './index.js';

const share = (numerator: number, base: number, rules = partnershipRules) =>
  decideShare({ numerator, base }, rules);

const zerosHidden: DisclosureRules = { ...partnershipRules, zerosAreShown: false };

describe('a count', () => {
  it.each([1, 2, 3, 4])('of %d is hidden', (count) => {
    expect(decideCount(count, partnershipRules)).toEqual({ shown: false, reason: 'too-few' });
  });

  it.each([0, 5, 412])('of %d is shown', (count) => {
    expect(decideCount(count, partnershipRules)).toEqual({ shown: true, value: count });
  });

  it('of 7 is hidden from the public and one of 8 is not', () => {
    expect([7, 8].map((count) => decideCount(count, publicationRules).shown)).toEqual([
      false,
      true,
    ]);
  });

  it('of 0 is hidden where the rules hide zeros', () => {
    expect(decideCount(0, zerosHidden).shown).toBe(false);
  });

  it('is never hidden by a threshold of 1', () => {
    const rules = { ...partnershipRules, threshold: 1 };
    expect(hiddenCounts(rules)).toEqual({ from: 1, to: 0 });
    expect(decideCount(1, rules).shown).toBe(true);
  });

  it('must be one', () => {
    expect(() => decideCount(-1, partnershipRules)).toThrow('count must be a whole number');
    expect(() => decideCount(3, { ...partnershipRules, threshold: 0 })).toThrow('rules[threshold]');
  });
});

describe('a percentage', () => {
  it.each([
    [0, 10, 0],
    [10, 10, 1],
    [5, 10, 0.5],
    [22, 80, 0.275],
  ])('of %d in %d is shown with its base', (numerator, base, value) => {
    expect(share(numerator, base)).toEqual({
      shown: true,
      value: { numerator, base, share: value },
    });
  });

  it.each([
    [0, 0, 'small-base'],
    [0, 9, 'small-base'],
    [9, 9, 'small-base'],
    [4, 20, 'small-part'],
    [16, 20, 'small-part'],
    [9, 12, 'small-part'],
  ])('of %d in %d is not', (numerator, base, reason) => {
    expect(share(numerator, base)).toEqual({ shown: false, reason });
  });

  it('says the same of a small numerator as of a small rest', () => {
    expect(share(3, 40)).toEqual(share(37, 40));
  });

  it('of none or all is hidden where the rules hide zeros', () => {
    expect(
      [share(0, 30, zerosHidden), share(30, 30, zerosHidden)].map(({ shown }) => shown),
    ).toEqual([false, false]);
  });

  it('cannot be of more than its base', () => {
    expect(() => share(11, 10)).toThrow('numerator must be at most the base');
  });
});

describe('figures that rest on others', () => {
  it('follow their base', () => {
    expect(decideOnBase(3.2, 10, partnershipRules)).toEqual({ shown: true, value: 3.2 });
    expect(decideOnBase(3.2, 9, partnershipRules).shown).toBe(false);
    expect(decideOnBase(3.2, 4, { ...partnershipRules, leastBase: 3 }).shown).toBe(false);
  });

  it('are shown as a difference when both shares are', () => {
    expect(decideDifference(share(10, 40), share(30, 40))).toEqual({ shown: true, value: 0.5 });
    expect(decideDifference(share(10, 40), share(3, 40))).toEqual({
      shown: false,
      reason: 'rests-on-hidden',
    });
  });

  it('are never even computed from a hidden figure', () => {
    const interval = () => {
      throw new Error('computed');
    };
    expect(decideFollowing([share(3, 40)], interval).shown).toBe(false);
  });
});
