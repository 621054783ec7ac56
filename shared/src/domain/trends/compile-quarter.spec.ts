import { describe, expect, it } from '@jest/globals';
import type { AuditResult } from '../audits/index.js';
import { compileQuarter } from './compile-quarter.js';
import type { CompiledQuarter, PrintedMeasure } from './compiled-quarter.js';
import type { RoundResults } from './measure-points.js';
import { measureSeries } from './measure-series.js';
import { aRound, frameworkOf } from './rounds.fixture.js';
import { trendScene } from './trend-scene.js';

const definition = frameworkOf(
  ['voice'],
  [
    {
      ...{ key: 'outcome', title: 'Plans with a health outcome', measure: 'AfI 4' },
      rule: {
        kind: 'share',
        base: { field: 'need', op: 'eq', value: 'yes' },
        meets: { field: 'outcomes', op: 'gte', value: 1 },
      },
    },
  ],
);

const year = ['2025-26-Q1', '2025-26-Q2', '2025-26-Q3', '2025-26-Q4'];

/** A quarter in which so many of the 31 audits have a need, and so many of these an outcome. */
function quarter(key: string, withNeed: number, withOutcome: number): RoundResults {
  let made = 0;
  return aRound(key, (): Partial<AuditResult> => {
    const place = spread[made] ?? 0;
    made += 1;
    const hasNeed = place < withNeed;
    const outcomes = place < withOutcome ? 1 : 0;
    return {
      finalGrade: place % 2 === 0 ? 3 : 2,
      domainGrades: [3],
      facts: { need: hasNeed ? 'yes' : 'no', outcomes },
    };
  });
}

/** So that those that meet a measure are spread over the strata. */
const spread = Array.from({ length: 31 }, (_, place) => (place * 12) % 31);

function compileAll(rounds: RoundResults[]) {
  const full: CompiledQuarter[] = [];
  const forReaders: CompiledQuarter[] = [];
  for (const at of rounds.keys()) {
    const upToIt = rounds.slice(0, at + 1);
    const made = compileQuarter({ definition, rounds: upToIt, earlierForReaders: forReaders });
    full.push(made.full);
    forReaders.push(made.forReaders);
  }
  return { full, forReaders };
}

function outcome(compiled: CompiledQuarter | undefined): PrintedMeasure {
  const found = compiled?.measures.find(({ key }) => key === 'indicator-outcome');
  if (!found) throw new Error('the quarter has no such measure');
  return found;
}

describe('a compiled quarter', () => {
  const { full, forReaders } = compileAll([quarter('2025-26-Q1', 20, 12)]);

  it('says the share of each measure with its interval and base', () => {
    expect(full[0]?.measures.map(({ key }) => key)).toEqual([
      ...['overall', 'domain-voice', 'indicator-outcome'],
    ]);
    expect(outcome(full[0]).point).toMatchObject({
      ...{ base: { plans: 20, isExact: true }, met: 12, population: 1500 },
    });
    expect(outcome(full[0]).point.sentence).toMatch(
      /^6\d% \(95% confidence interval \d\d% to \d\d%\), from 20 audits, on a register of 1,500 plans\.$/,
    );
    expect(outcome(full[0]).headline).toMatch(/^Plans with a health outcome: 6\d%$/);
  });

  it('is the same for readers where nothing is small', () => {
    expect(outcome(forReaders[0])).toEqual(outcome(full[0]));
  });
});

describe('what readers get of small numbers', () => {
  const shown = (withNeed: number, withOutcome: number) =>
    outcome(compileAll([quarter('2025-26-Q1', withNeed, withOutcome)]).forReaders[0]).point;

  it.each([
    ['fewer than ten audits', 9, 5],
    ['1 to 4 that meet it', 20, 4],
    ['1 to 4 that do not', 20, 16],
  ])('leaves out everything that rests on %s', (_, withNeed, withOutcome) => {
    expect(shown(withNeed, withOutcome)).toMatchObject({
      ...{ base: null, met: null, counted: null, share: null },
      sentence: 'Too few to show.',
    });
  });

  it('shows none and all', () => {
    expect(shown(20, 0)).toMatchObject({ met: 0, share: { estimate: 0 } });
    expect(shown(20, 20)).toMatchObject({ met: 20, share: { estimate: 1 } });
  });

  it('does not say exactly how many are counted where that leaves 1 to 4', () => {
    const point = shown(29, 12);
    expect(point).toMatchObject({ base: { plans: 27, isExact: false }, met: null });
    expect(point.sentence).toContain('from at least 27 audits');
    expect((point.share?.estimate ?? 0) * 100).toBeCloseTo(
      Math.round((point.share?.estimate ?? 0) * 100),
      9,
    );
  });

  it('gives the year as a whole in place of a fourth quarter that is hidden', () => {
    const rounds = year.map((key) => quarter(key, 12, 3));
    const { forReaders } = compileAll(rounds);
    expect(forReaders.slice(0, 3).map((one) => outcome(one).pooled)).toEqual([null, null, null]);
    expect(outcome(forReaders[3]).pooled).toMatchObject({
      ...{ quarters: year, base: { plans: 48, isExact: true }, met: 12, population: 1500 },
    });
  });

  it('gives no year from which the one hidden quarter could be taken', () => {
    const rounds = year.map((key, at) => (at === 3 ? quarter(key, 12, 3) : quarter(key, 20, 8)));
    const { point, pooled } = outcome(compileAll(rounds).forReaders[3]);
    expect([point.share, pooled]).toEqual([null, null]);
  });

  it('gives no four quarters that are not one year, because others would overlap with them', () => {
    const rounds = ['2024-25-Q4', ...year.slice(0, 3)].map((key) => quarter(key, 12, 3));
    expect(outcome(compileAll(rounds).forReaders[3]).pooled).toBeNull();
  });

  it('hides a change that rests on hidden quarters, and says when years are compared', () => {
    const [before, hidden] = [quarter('2025-26-Q1', 20, 8), quarter('2025-26-Q2', 20, 2)];
    const { full, forReaders } = compileAll([before, hidden]);
    expect(outcome(full[1]).change.difference).not.toBeNull();
    expect(outcome(forReaders[1]).change).toMatchObject({
      ...{ outcome: 'none', difference: null, interval: null, later: [], earlier: [] },
    });
    expect(outcome(forReaders[1]).headline).toBe('Plans with a health outcome: too few to show');
  });

  it('compares whole years of hidden quarters', () => {
    const before = ['2024-25-Q1', '2024-25-Q2', '2024-25-Q3', '2024-25-Q4'];
    const rounds = [
      ...before.map((key) => quarter(key, 12, 2)),
      ...year.map((key) => quarter(key, 12, 9)),
    ];
    const { full, forReaders } = compileAll(rounds);
    expect(outcome(forReaders[7]).change).toEqual(outcome(full[7]).change);
    expect(outcome(forReaders[7]).headline).toBe('Plans with a health outcome: a clear rise');
  });
});

describe('the chart of a measure', () => {
  const rounds = year.map((key) => quarter(key, 20, 12));
  const [first] = measureSeries(compileAll(rounds).full).slice(2);
  const kinds = (series: typeof first, width = 640) => {
    const { items } = trendScene(series as never, { width });
    return {
      marks: items.filter(({ kind }) => kind === 'mark').length,
      intervals: items.filter((item) => item.kind === 'line' && item.tone === 'interval').length,
      joins: items.filter((item) => item.kind === 'line' && item.tone === 'series').length,
      breaks: items.filter((item) => item.kind === 'line' && item.tone === 'break').length,
    };
  };

  it('has a mark with its interval for each quarter, joined where they can be compared', () => {
    expect(kinds(first)).toEqual({ marks: 4, intervals: 4, joins: 3, breaks: 0 });
  });

  it('breaks the line where the framework changed', () => {
    const changed = rounds.map((round, at) =>
      at < 2 ? round : { ...round, frameworkVersionId: 'second' },
    );
    const [series] = measureSeries(compileAll(changed).full).slice(2);
    expect(kinds(series)).toMatchObject({ joins: 2, breaks: 1 });
    const third = compileAll(changed).full[2];
    expect(third && outcome(third).change.sentence).toMatch(/^Not compared with earlier quarters/);
  });

  it('tells all that it shows in words, and nothing that is hidden', () => {
    const hidden = year.map((key, at) => quarter(key, 20, at === 1 ? 3 : 12));
    const [series] = measureSeries(compileAll(hidden).forReaders).slice(2);
    const scene = trendScene(series as never, { width: 640 });
    expect(scene.description).toMatch(
      /^Apr to Jun 2025 \(Q1 2025-26\): 6\d% \(\d\d% to \d\d%\); Jul to Sep 2025 \(Q2 2025-26\): too few to show; /,
    );
    expect(kinds(series)).toMatchObject({ marks: 3, intervals: 3, joins: 1 });
  });

  it('keeps to its size, with the latest quarters where there is no room for all', () => {
    const many = Array.from(
      { length: 16 },
      (_, at) => `20${20 + Math.floor(at / 4)}-${21 + Math.floor(at / 4)}-Q${(at % 4) + 1}`,
    );
    const [series] = measureSeries(compileAll(many.map((key) => quarter(key, 20, 12))).full).slice(
      2,
    );
    for (const width of [320, 640]) {
      const { items } = trendScene(series as never, { width });
      const places = items.flatMap((item) =>
        item.kind === 'line' ? item.points : [[item.x, item.y] as const],
      );
      for (const [x, y] of places) {
        expect(x >= 0 && x <= width && y >= 0 && y <= 260).toBe(true);
      }
    }
    expect(kinds(series, 320).marks).toBe(7);
  });
});
