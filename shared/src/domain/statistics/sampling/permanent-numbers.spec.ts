import { describe, expect, it } from '@jest/globals';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';

import { commitmentTo, opensCommitment, permanentNumbers } from './permanent-numbers.js';

const repeatable = { seed: 20261122, numRuns: 200 };
const text = () => fc.string({ unit: 'grapheme', maxLength: 140 });

describe('a permanent random number', () => {
  it('is what the standard of HMAC-SHA-256 publishes', () => {
    const [second] = permanentNumbers('Jefe', ['what do ya want for nothing?']);
    expect(second?.digest).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    const [first] = permanentNumbers('\u000b'.repeat(20), ['Hi There']);
    expect(first?.digest).toBe('b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7');
  });

  it('is the first 64 bits of the digest, read as a share of the circle', () => {
    expect(permanentNumbers('2026-Q1:314159', ['EHC-0001'])).toEqual([
      {
        reference: 'EHC-0001',
        digest: 'f58d2c6b8ea896ab498cc05233e153c3473b6dbe5c3d0fd9de597add3dc2ad1b',
        position: 'f58d2c6b8ea896ab',
        fraction: 0.9591853869048087,
      },
    ]);
  });

  it('tells leading zeros, trailing spaces, case and composed accents apart', () => {
    const spellings = ['012345', '12345', '12345 ', 'plan-é', 'plan-e\u0301', 'PLAN-É'];
    const positions = permanentNumbers('seed', spellings).map((plan) => plan.position);
    expect(new Set(positions).size).toBe(spellings.length);
  });

  it('is the same whichever plans are numbered with it', () => {
    fc.assert(
      fc.property(text(), fc.array(text(), { minLength: 1, maxLength: 8 }), (seed, references) => {
        const alone = references.map((reference) =>
          bytesToHex(hmac(sha256, utf8ToBytes(seed), utf8ToBytes(reference))),
        );
        expect(permanentNumbers(seed, references).map((plan) => plan.digest)).toEqual(alone);
      }),
      repeatable,
    );
  });

  it('is refused to half a character, which has no bytes of its own', () => {
    expect(() => permanentNumbers('seed', ['A', '\ud83d'])).toThrow(
      'references[1] must be well-formed Unicode',
    );
    expect(() => permanentNumbers('\ud83d', [])).toThrow('seed must be well-formed Unicode');
  });
});

describe('a commitment', () => {
  it('is the SHA-256 that anyone can compute', () => {
    expect(commitmentTo('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(commitmentTo('mañana')).toBe(
      'f968682da39382523ffa34f7e9e8e84e337eacc30fa2e70435c8ed70e1ff0ff7',
    );
  });

  it('opens with the seed that was committed to and with no other', () => {
    const lodged = commitmentTo('4 1 6 2 5 5 3 1 2 6');
    expect(opensCommitment('4 1 6 2 5 5 3 1 2 6', ` ${lodged.toUpperCase()}\n`)).toBe(true);
    expect(opensCommitment('4 1 6 2 5 5 3 1 2 5', lodged)).toBe(false);
  });

  it('cannot be made to nothing', () => {
    expect(() => commitmentTo('')).toThrow('text must not be empty');
  });
});
