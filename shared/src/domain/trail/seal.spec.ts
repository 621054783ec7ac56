import { describe, expect, it } from '@jest/globals';
import { FIRST_HASH, linkFault, sealHash, type Seal, type SealedContent } from './seal.js';

const SEALED_AT = '2026-09-15T08:30:01.000000Z';

function entry(number: number, more: Partial<SealedContent> = {}): SealedContent {
  return {
    id: `entry-${number}`,
    happenedAt: '2026-09-15T08:30:00.000001Z',
    act: 'accounts.sign-in',
    actorId: 'priya',
    subjectType: 'account',
    subjectId: 'priya',
    details: '{}',
    correlationId: 'request-1',
    ...more,
  };
}

function seal(sequence: number, content: SealedContent, before: Seal | null): Seal {
  const place = { sequence, previousHash: before?.hash ?? FIRST_HASH, sealedAt: SEALED_AT };
  return { ...place, entryId: content.id, hash: sealHash(place, content) };
}

describe('the hash of a seal', () => {
  const place = { sequence: 1, previousHash: FIRST_HASH, sealedAt: SEALED_AT };
  const hash = sealHash(place, entry(1));

  it('is SHA-256 over one JSON list, as anyone can work it out', () => {
    expect(hash).toBe('3aa69a98fd7e638ca234a7e2e4f765b0782a58c98bb8fa1d531991c1934a3463');
  });

  it.each(Object.keys(entry(1)) as (keyof SealedContent)[])(
    'changes with the entry’s %s',
    (field) => {
      expect(sealHash(place, entry(1, { [field]: 'other' }))).not.toBe(hash);
      expect(sealHash(place, entry(1, { [field]: null }))).not.toBe(hash);
    },
  );

  it('changes with its place in the chain and the time of sealing', () => {
    expect(sealHash({ ...place, sequence: 2 }, entry(1))).not.toBe(hash);
    expect(sealHash({ ...place, previousHash: hash }, entry(1))).not.toBe(hash);
    expect(sealHash({ ...place, sealedAt: 'other' }, entry(1))).not.toBe(hash);
  });

  it('tells apart texts that only run together the same', () => {
    const one = entry(1, { subjectType: 'a', subjectId: 'b","c' });
    const other = entry(1, { subjectType: 'a","b', subjectId: 'c' });
    expect(sealHash(place, one)).not.toBe(sealHash(place, other));
  });
});

describe('a link of the chain', () => {
  const first = seal(1, entry(1), null);
  const second = seal(2, entry(2), first);

  it('holds when it follows and nothing was changed', () => {
    expect(linkFault(null, { seal: first, entry: entry(1) })).toBeNull();
    expect(linkFault(first, { seal: second, entry: entry(2) })).toBeNull();
  });

  it('is missing when the numbers jump', () => {
    expect(linkFault(null, { seal: second, entry: entry(2) })).toBe(
      'Seal 1 is missing: the chain goes on at 2.',
    );
  });

  it('does not follow from another seal than the one before it', () => {
    const other = seal(1, entry(9), null);
    expect(linkFault(other, { seal: second, entry: entry(2) })).toBe(
      'Seal 2 does not follow from the seal before it.',
    );
  });

  it('misses its entry', () => {
    expect(linkFault(first, { seal: second, entry: null })).toBe(
      'Entry entry-2 was sealed as number 2 and is no longer there.',
    );
  });

  it('shows that its entry or the seal itself was changed', () => {
    const fault = 'Entry entry-2, number 2, or its seal was changed after it was sealed.';
    expect(linkFault(first, { seal: second, entry: entry(2, { act: 'x.y' }) })).toBe(fault);
    expect(linkFault(first, { seal: { ...second, hash: FIRST_HASH }, entry: entry(2) })).toBe(
      fault,
    );
  });

  it('breaks at the seal after one that was worked out again', () => {
    const forged = seal(1, entry(1, { act: 'accounts.end-account' }), null);
    const holds = linkFault(null, {
      seal: forged,
      entry: entry(1, { act: 'accounts.end-account' }),
    });
    expect(holds).toBeNull();
    expect(linkFault(forged, { seal: second, entry: entry(2) })).toBe(
      'Seal 2 does not follow from the seal before it.',
    );
  });
});
