import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { nextStart } from './circle.js';
import { drawSample, frameRecord, redrawWithArrivals, type StratumFrame } from './draw.js';
import { commitmentTo, type PermanentNumber } from './permanent-numbers.js';

const repeatable = { seed: 20261122, numRuns: 100 };
const numbered = (prefix: string, count: number, from = 1) =>
  Array.from({ length: count }, (_, at) => `${prefix}-${String(at + from).padStart(4, '0')}`);
const referencesOf = (plans: readonly PermanentNumber[] | undefined) =>
  plans?.map((plan) => plan.reference);
const start = () => fc.bigInt(0n, 2n ** 64n - 1n).map((at) => at.toString(16).padStart(16, '0'));
const references = () => fc.uniqueArray(fc.string(), { maxLength: 40 });

const earlyYears: StratumFrame = {
  id: 'early-years',
  size: 3,
  references: numbered('EY', 14),
};
const secondary: StratumFrame = { id: 'secondary', size: 5, references: numbered('SE', 40) };

describe('a draw', () => {
  it('takes the first plans on the circle and keeps all others in reserve, in order', () => {
    const [first, second] = drawSample('2026-Q1:314159', [earlyYears, secondary]);
    expect(referencesOf(first?.selected)).toEqual(['EY-0004', 'EY-0013', 'EY-0006']);
    expect(referencesOf(first?.reserve.slice(0, 2))).toEqual(['EY-0007', 'EY-0003']);
    expect(first?.reserve).toHaveLength(11);
    expect(referencesOf(second?.selected)).toEqual(
      ['SE-0036', 'SE-0020', 'SE-0012', 'SE-0027', 'SE-0015'], // the same as in a draw by itself
    );
    expect(second?.populationSize).toBe(40);
  });

  it('goes on at the beginning of the circle when it comes to the end', () => {
    const [late] = drawSample('s', [{ ...secondary, start: 'ffffffffffffffff' }]);
    const [usual] = drawSample('s', [secondary]);
    expect(referencesOf(late?.selected)).toEqual(referencesOf(usual?.selected));
  });

  it('takes all plans of a small stratum and none of an empty one', () => {
    const [tiny, empty, unwanted] = drawSample('s', [
      { id: 'tiny', size: 5, references: numbered('T', 3) },
      { id: 'empty', size: 5, references: [] },
      { id: 'unwanted', size: 0, references: ['U-1', 'U-2'] },
    ]);
    expect(referencesOf(tiny?.selected)).toEqual(['T-0003', 'T-0002', 'T-0001']);
    expect(tiny?.reserve).toEqual([]);
    expect(empty).toMatchObject({ populationSize: 0, selected: [], reserve: [] });
    expect(unwanted?.selected).toEqual([]);
    expect(unwanted?.reserve).toHaveLength(2);
  });

  it('does not depend on the order of the list or on the other strata', () => {
    fc.assert(
      fc.property(references(), start(), fc.nat(45), (plans, from, size) => {
        const stratum = { id: 'a', references: plans, size, start: from };
        const others = { id: 'b', references: plans.map((plan) => `${plan} b`), size: 3 };
        const [alone] = drawSample('seed', [stratum]);
        const reversed = { ...stratum, references: plans.toReversed() };
        expect(drawSample('seed', [others, reversed])[1]).toEqual(alone);
      }),
      repeatable,
    );
  });

  it('keeps the first plans when one more is wanted', () => {
    fc.assert(
      fc.property(references(), fc.nat(40), (plans, size) => {
        const [fewer] = drawSample('seed', [{ id: 'a', references: plans, size }]);
        const [more] = drawSample('seed', [{ id: 'a', references: plans, size: size + 1 }]);
        expect(more?.selected.slice(0, size)).toEqual(fewer?.selected);
        expect(more?.selected).toEqual([
          ...(fewer?.selected ?? []),
          ...(fewer?.reserve ?? []).slice(0, 1),
        ]);
      }),
      repeatable,
    );
  });

  it('from another start is the same circle, turned', () => {
    fc.assert(
      fc.property(references(), start(), (plans, from) => {
        const [all] = drawSample('seed', [{ id: 'a', references: plans, size: 40 }]);
        const [turned] = drawSample('seed', [
          { id: 'a', references: plans, size: 40, start: from },
        ]);
        const circle = all?.selected ?? [];
        const cut = circle.filter((plan) => BigInt(`0x${plan.position}`) < BigInt(`0x${from}`));
        expect(turned?.selected).toEqual([...circle.slice(cut.length), ...cut]);
      }),
      repeatable,
    );
  });

  it('gives every plan the same chance', () => {
    const plans = numbered('EHC', 50);
    const times = new Map(plans.map((plan) => [plan, 0]));
    const draws = 2000;
    for (let seed = 1; seed <= draws; seed += 1) {
      const [drawn] = drawSample(`seed ${seed}`, [{ id: 'a', references: plans, size: 5 }]);
      for (const plan of referencesOf(drawn?.selected) ?? []) {
        times.set(plan, (times.get(plan) ?? 0) + 1);
      }
    }
    const expected = (draws * 5) / 50;
    // Sampling without replacement makes the counts vary by (1 - n/N) less than free ones do.
    const chiSquared =
      [...times.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) / 0.9;
    expect(chiSquared).toBeGreaterThan(23.98); // 0.1% and 99.9% of chi-squared with 49 df
    expect(chiSquared).toBeLessThan(85.35);
  });

  it('refuses a plan that is listed twice, in one stratum or in two, and says where', () => {
    const twice = { id: 'a', size: 1, references: ['A', 'B', 'A'] };
    expect(() => drawSample('s', [twice])).toThrow(
      'strata[0][references][2] must not be a reference that came before',
    );
    const shared = [
      { id: 'a', size: 1, references: ['A'] },
      { id: 'b', size: 1, references: ['B', 'A'] },
    ];
    expect(() => drawSample('s', shared)).toThrow('strata[1][references][1]');
  });

  it('refuses two strata of one name, half plans and a start that is no place on the circle', () => {
    expect(() => drawSample('s', [secondary, { ...earlyYears, id: 'secondary' }])).toThrow(
      'strata[1][id] must have an id of its own',
    );
    expect(() => drawSample('s', [{ ...secondary, size: 1.5 }])).toThrow('strata[0][size]');
    expect(() => drawSample('s', [{ ...secondary, start: '0.25' }])).toThrow(
      'strata[0][start] must be 16 hexadecimal digits in lower case',
    );
  });
});

describe('late arrivals', () => {
  it('displace only plans behind them on the circle', () => {
    const arrivals = [
      { id: 'early-years', references: ['EY-0099'] },
      { id: 'secondary', references: numbered('SE', 30, 90) },
    ];
    const redraws = redrawWithArrivals('2026-Q1:314159', [earlyYears, secondary], arrivals);
    expect(redraws.map((draw) => referencesOf(draw.displaced))).toEqual([
      [],
      ['SE-0027', 'SE-0015'],
    ]);
    expect(referencesOf(redraws[1]?.selected)).toEqual(
      ['SE-0103', 'SE-0036', 'SE-0104', 'SE-0020', 'SE-0012'], // two of them are new
    );
  });

  it('displace at most one plan each', () => {
    fc.assert(
      fc.property(references(), references(), fc.nat(30), (plans, others, size) => {
        const late = others.filter((reference) => !plans.includes(reference));
        const stratum = { id: 'a', references: plans, size };
        const [after] = redrawWithArrivals('s', [stratum], [{ id: 'a', references: late }]);
        const joined = after?.selected.filter((plan) => late.includes(plan.reference)) ?? [];
        const room = Math.max(0, size - plans.length);
        expect(after?.displaced).toHaveLength(Math.max(0, joined.length - room));
      }),
      repeatable,
    );
  });

  it('are refused where they are known already or name no stratum', () => {
    const again = [{ id: 'secondary', references: ['SE-0040'] }];
    expect(() => redrawWithArrivals('s', [secondary], again)).toThrow(
      'strata[0][references][40] must not be a reference that came before',
    );
    const nowhere = [{ id: 'post-16', references: ['P-1'] }];
    expect(() => redrawWithArrivals('s', [secondary], nowhere)).toThrow(
      'arrivals[0][id] must name a stratum of the draw',
    );
  });
});

describe('the next start', () => {
  it('is just after the last number used, counted round from the start', () => {
    expect(nextStart('0000000000000000', ['4fff000000000000', '1000000000000000'])).toBe(
      '4fff000000000001',
    );
    expect(nextStart('f000000000000000', ['f800000000000000', '0100000000000000'])).toBe(
      '0100000000000001',
    );
    expect(nextStart('8000000000000000', ['ffffffffffffffff'])).toBe('0000000000000000');
  });

  it('stays where it was when nothing was used', () => {
    expect(nextStart('4000000000000000', [])).toBe('4000000000000000');
  });

  it('leaves no plan out and reviews none twice until the circle is gone round', () => {
    let from = '0000000000000000';
    const reviewed: string[] = [];
    for (let quarter = 1; quarter <= 8; quarter += 1) {
      const [drawn] = drawSample('year', [{ ...secondary, start: from }]);
      reviewed.push(...(referencesOf(drawn?.selected) ?? []));
      from = nextStart(from, drawn?.selected.map((plan) => plan.position) ?? []);
    }
    expect(reviewed.toSorted()).toEqual(secondary.references);
  });

  it('refuses what is no position', () => {
    expect(() => nextStart('0000000000000000', ['12'])).toThrow('used[0] must be 16 hexadecimal');
  });
});

describe('the record of a frame', () => {
  it('can be read by people and is the same whatever the order of the lists', () => {
    const seed = commitmentTo('dice');
    const record = frameRecord(
      [{ id: 'b', references: ['P-2', 'P-1'], size: 1 }, earlyYears],
      seed,
    );
    expect(record.split('\n').slice(0, 5)).toEqual([
      'Rule: HMAC-SHA-256 permanent random numbers, first n from the start, version 1',
      `Seed: SHA-256 ${seed}`,
      'Stratum "b": 1 of 2 plans, start 0000000000000000',
      '"P-1"',
      '"P-2"',
    ]);
    const turned = [earlyYears, { id: 'b', references: ['P-1', 'P-2'], size: 1 }];
    expect(frameRecord(turned, seed)).toBe(record);
  });

  it('differs when a size, a start or a plan differs', () => {
    const seed = commitmentTo('dice');
    const records = [
      secondary,
      { ...secondary, size: 6 },
      { ...secondary, start: '4000000000000000' },
      { ...secondary, references: secondary.references.slice(1) },
      { ...secondary, references: ['SE-0001\nSE-0002', ...secondary.references.slice(2)] },
    ].map((stratum) => frameRecord([stratum], seed));
    expect(new Set(records).size).toBe(5);
  });

  it('refuses the seed itself where its commitment belongs', () => {
    expect(() => frameRecord([secondary], 'dice')).toThrow('seedCommitment must be 64 hexadecimal');
  });
});
