import { describe, expect, it } from '@jest/globals';
import {
  FIRST_HASH,
  linkFault,
  sealHash,
  type ChainLink,
  type Seal,
  type SealedContent,
} from './seal.js';

const sealedAt = '2026-09-15T08:30:00.000000Z';

function entry(number: number): SealedContent {
  return {
    id: `entry-${number}`,
    happenedAt: `2026-09-15T08:30:0${number}.000001Z`,
    act: 'accounts.sign-in',
    actorId: 'priya',
    subjectType: 'account',
    subjectId: 'priya',
    details: '{}',
    correlationId: null,
  };
}

function chainOf(...entries: SealedContent[]): ChainLink[] {
  let previousHash = FIRST_HASH;
  return entries.map((content, index) => {
    const place = { sequence: index + 1, previousHash, sealedAt };
    const seal: Seal = { ...place, entryId: content.id, hash: sealHash(place, content) };
    previousHash = seal.hash;
    return { seal, entry: content };
  });
}

/** The first fault of a chain, read as the verification reads it. */
function firstFault(links: readonly ChainLink[]): string | null {
  let before: Seal | null = null;
  for (const link of links) {
    const fault = linkFault(before, link);
    if (fault) return fault;
    before = link.seal;
  }
  return null;
}

const three = (): [ChainLink, ChainLink, ChainLink] =>
  chainOf(entry(1), entry(2), entry(3)) as [ChainLink, ChainLink, ChainLink];

describe('the chain over the trail', () => {
  it('holds when nothing was touched', () => {
    expect(firstFault(three())).toBeNull();
  });

  it('is SHA-256 over one JSON list, as anyone can work out again', () => {
    const place = { sequence: 1, previousHash: FIRST_HASH, sealedAt };
    // Worked out with sha256sum over the list of place, hash before, time of sealing and fields.
    expect(sealHash(place, entry(1))).toBe(
      '4d533bc3d8506df71d13e9c4d62e6415ffd352f4e982e8c664c5108d5c02ccff',
    );
  });

  it.each(Object.keys(entry(1)) as (keyof SealedContent)[])('notices a changed %s', (field) => {
    const [first, second, third] = three();
    const changed = { ...second, entry: { ...entry(2), [field]: 'changed' } };
    expect(firstFault([first, changed, third])).toContain('was changed after it was sealed');
  });

  it('notices an entry that was removed', () => {
    const [first, second, third] = three();
    expect(firstFault([first, { ...second, entry: null }, third])).toContain('no longer there');
  });

  it('notices a seal that was removed with its entry', () => {
    const [first, , third] = three();
    expect(firstFault([first, third])).toContain('Seal 2 is missing');
  });

  it('notices two entries that changed places', () => {
    const [first, second, third] = three();
    const swapped = [first, { ...second, entry: third.entry }, { ...third, entry: second.entry }];
    expect(firstFault(swapped)).toContain('was changed');
  });

  it('notices a seal that was worked out again without the ones after it', () => {
    const [first, second, third] = three();
    const forged = { ...entry(2), act: 'accounts.end-account' };
    const seal = { ...second.seal, hash: sealHash(second.seal, forged) };
    expect(firstFault([first, { seal, entry: forged }, third])).toContain('Seal 3 does not follow');
  });
});
