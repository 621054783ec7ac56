import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { mergeSmallStrata, type StratumToMerge } from './merging.js';

const stratum = (id: string, populationSize: number, neighbour: string | null = null) => ({
  id,
  populationSize,
  neighbour,
});

describe('strata that are too small', () => {
  it('join the neighbour that was named for them', () => {
    const strata = [
      stratum('early years', 1, 'primary'),
      stratum('primary', 40, 'secondary'),
      stratum('secondary', 2, 'primary'),
    ];
    expect(mergeSmallStrata(strata)).toEqual([
      { id: 'primary', members: ['primary', 'early years'], populationSize: 41, tooSmall: false },
      { id: 'secondary', members: ['secondary'], populationSize: 2, tooSmall: false },
    ]);
  });

  it('join even when empty, so that a late arrival knows where it belongs', () => {
    const strata = [stratum('tribunal', 0, 'other'), stratum('other', 9)];
    expect(mergeSmallStrata(strata)[0]?.members).toEqual(['other', 'tribunal']);
  });

  it('follow a neighbour that has itself been joined to another', () => {
    const strata = [
      stratum('under 5', 1, 'hospital'),
      stratum('hospital', 0, 'special'),
      stratum('special', 30),
    ];
    expect(mergeSmallStrata(strata)).toEqual([
      {
        id: 'special',
        members: ['special', 'hospital', 'under 5'],
        populationSize: 31,
        tooSmall: false,
      },
    ]);
  });

  it('go on together when two that name each other are still too small', () => {
    const strata = [
      stratum('home', 0, 'hospital'),
      stratum('hospital', 1, 'home'),
      stratum('mainstream', 60),
    ];
    expect(mergeSmallStrata(strata)).toEqual([
      { id: 'hospital', members: ['hospital', 'home'], populationSize: 1, tooSmall: true },
      { id: 'mainstream', members: ['mainstream'], populationSize: 60, tooSmall: false },
    ]);
    const withWayOut = strata.map((each) =>
      each.id === 'home' ? { ...each, neighbour: 'mainstream' } : each,
    );
    expect(mergeSmallStrata(withWayOut)).toEqual([
      {
        id: 'mainstream',
        members: ['mainstream', 'home', 'hospital'],
        populationSize: 61,
        tooSmall: false,
      },
    ]);
  });

  it('stay and are named too small when no neighbour was named', () => {
    expect(mergeSmallStrata([stratum('all', 1)])).toEqual([
      { id: 'all', members: ['all'], populationSize: 1, tooSmall: true },
    ]);
    expect(mergeSmallStrata([])).toEqual([]);
  });

  it('merge on, the smallest first, until the sample holds two of each', () => {
    const strata = [
      stratum('a', 50, 'b'),
      stratum('b', 20, 'a'),
      stratum('c', 10, 'b'),
      stratum('d', 25, 'c'),
    ];
    expect(mergeSmallStrata(strata, { sampleSize: 8 })).toHaveLength(4);
    expect(mergeSmallStrata(strata, { sampleSize: 7 }).map(({ members }) => members)).toEqual([
      ['a'],
      ['b', 'c'],
      ['d'],
    ]);
    expect(mergeSmallStrata(strata, { sampleSize: 4 }).map(({ members }) => members)).toEqual([
      ['a'],
      ['b', 'c', 'd'],
    ]);
  });

  it('are judged by a higher minimum where a stratum is to be reported', () => {
    const strata = [stratum('a', 2, 'b'), stratum('b', 9)];
    expect(mergeSmallStrata(strata, { minimum: 3 })).toHaveLength(1);
  });

  it('refuse a neighbour that is not there, themselves as neighbour, and one name for two', () => {
    const rule = 'must be the id of another stratum, or null';
    expect(() => mergeSmallStrata([stratum('a', 1, 'z')])).toThrow(`strata[0][neighbour] ${rule}`);
    expect(() => mergeSmallStrata([stratum('a', 1, 'a')])).toThrow(`strata[0][neighbour] ${rule}`);
    expect(() => mergeSmallStrata([stratum('a', 1), stratum('a', 2)])).toThrow('strata[1][id]');
  });

  it('lose no plan and no stratum, and are all large enough when each has a way out', () => {
    const populations = fc.array(fc.nat(5), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(populations, (list) => {
        const strata: StratumToMerge[] = list.map((size, index) =>
          stratum(`s${index}`, size, list.length > 1 ? `s${(index + 1) % list.length}` : null),
        );
        const merged = mergeSmallStrata(strata);
        const plans = merged.reduce((sum, { populationSize }) => sum + populationSize, 0);
        expect(plans).toBe(list.reduce((sum, size) => sum + size, 0));
        const members = merged.flatMap((group) => group.members);
        expect(members.toSorted()).toEqual(strata.map(({ id }) => id).toSorted());
        if (plans >= 2) expect(merged.some(({ tooSmall }) => tooSmall)).toBe(false);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
