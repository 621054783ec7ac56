import { describe, expect, it } from '@jest/globals';
import type { SampledPlanResponse } from '@app/shared/contracts';
import { mergedInWords, noteOf, roundTitle } from './programme-words';

const plan: SampledPlanResponse = {
  planId: 'id',
  planRef: 'EHC-1',
  stratum: 'post-16',
  place: 1,
  position: '0000000000000001',
  outcome: 'drawn',
  reason: null,
  inPlaceOf: null,
  hasCeased: false,
};

describe('The words of the programme', () => {
  it('name a round by its kind and its months', () => {
    expect(roundTitle({ kind: 'theme', quarter: '2026-27-Q4' })).toBe(
      'Theme round, Jan to Mar 2027',
    );
  });

  it.each([
    [{}, '–'],
    [{ outcome: 'withdrawn', reason: 'moved', hasCeased: true }, 'Moved to another authority'],
    [{ hasCeased: true }, 'The register says that it has ceased. Withdraw it'],
    [{ outcome: 'replacement', inPlaceOf: 'EHC-7' }, 'In place of EHC-7'],
  ] as const)('say of a plan %j: %s', (change, words) => {
    expect(noteOf({ ...plan, ...change })).toBe(words);
  });

  it('say which strata are drawn as one, and nothing where none is', () => {
    const stratum = { key: 'post-16', populationSize: 9, size: 2, members: ['post-16'] } as const;
    const alone = { ...stratum, members: [...stratum.members], title: 'Post-16' };
    expect(mergedInWords([alone])).toBeNull();
    const merged = {
      ...alone,
      title: 'Post-16 with early years',
      members: [...stratum.members, 'early-years' as const],
    };
    expect(mergedInWords([alone, merged])).toMatch(/: Post-16 with early years\.$/);
  });
});
