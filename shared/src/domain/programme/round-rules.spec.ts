import { describe, expect, it } from '@jest/globals';

import {
  roundRulesBroken,
  whyNotDrawn,
  whyNotFinished,
  yearRulesBroken,
  yearsToOpen,
  type WantedRound,
} from './round-rules.js';
import { isProgrammeYear, quarterMonths, quartersOfYear, roundReference } from './rounds.js';

const TODAY = '2026-09-15';

const routine: WantedRound = {
  kind: 'routine',
  quarter: '2026-27-Q2',
  sampleSize: 30,
  dueOn: '2026-09-30',
};

const broken = (wanted: Partial<WantedRound>, unit: 'plan' | 'document' = 'plan') =>
  roundRulesBroken({ ...routine, ...wanted }, TODAY, unit);
const message = (wanted: Partial<WantedRound>) => broken(wanted)[0]?.message;

describe('a programme year', () => {
  it('can be opened while it lasts, and in the year before', () => {
    expect(yearsToOpen('2027-03-31')).toEqual(['2026-27', '2027-28']);
    expect(yearsToOpen('2027-04-01')).toEqual(['2027-28', '2028-29']);
  });

  it.each([
    ['2025-26', 'Today the programme year 2026-27 or 2027-28 can be opened, not 2025-26'],
    ['2026-28', 'Enter a programme year as two years, like 2026-27'],
  ])('is refused as %s', (year, sentence) => {
    expect(yearRulesBroken(year, TODAY)).toEqual([{ path: 'year', message: sentence }]);
  });

  it('has four quarters', () => {
    expect(quartersOfYear('2026-27')).toEqual([
      '2026-27-Q1',
      '2026-27-Q2',
      '2026-27-Q3',
      '2026-27-Q4',
    ]);
    expect(['2026-27', '2099-00'].map(isProgrammeYear)).toEqual([true, true]);
    expect(['2026', '2026-27-Q1', '2026-27 ', ''].map(isProgrammeYear)).toEqual(
      Array(4).fill(false),
    );
  });
});

describe('a round', () => {
  it('is opened for the present quarter or the next', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ quarter: '2026-27-Q3', dueOn: '2026-12-18' })).toEqual([]);
  });

  it.each(['2026-27-Q1', '2026-27-Q4', 'soon'])('is not opened for %s', (quarter) => {
    expect(broken({ quarter }).map(({ path }) => path)).toContain('quarter');
  });

  it('names the quarters that are possible', () => {
    expect(message({ quarter: '2026-27-Q1' })).toBe(
      'A round can be opened today for Jul to Sep 2026 (Q2 2026-27) or Oct to Dec 2026 (Q3 2026-27)',
    );
  });

  it.each([
    ['2026-09-14', 'Due date must be from 15 September 2026 to 30 September 2026'],
    ['2026-10-01', 'Due date must be from 15 September 2026 to 30 September 2026'],
    ['2026-02-30', 'Enter a real date for the due date'],
  ])('is not due on %s', (dueOn, sentence) => {
    expect(message({ dueOn })).toBe(sentence);
  });

  it('holds two plans from each stratum when it is routine, and two when it is a theme', () => {
    expect(message({ sampleSize: 11 })).toBe(
      'Sample size must be at least 12, two from each stratum, and at most 400 plans',
    );
    const theme = {
      kind: 'theme',
      themeTitle: 'Looked after',
      themeFilter: { isLookedAfter: true },
    };
    expect(broken({ ...theme, sampleSize: 2 } as Partial<WantedRound>)).toEqual([]);
    expect(broken({ ...theme, sampleSize: 1 } as Partial<WantedRound>)).toHaveLength(1);
    expect(message({ sampleSize: 401 })).toMatch(/at most 400 plans/);
  });

  it('of a theme says what it is and which plans belong to it, and a routine one does not', () => {
    const empty = { need: null, isLookedAfter: false };
    const paths = (wanted: Partial<WantedRound>) => broken(wanted).map(({ path }) => path);
    expect(paths({ kind: 'theme', themeFilter: empty })).toEqual(['themeTitle', 'themeNeed']);
    expect(paths({ themeFilter: { need: 'ASD' } })).toEqual(['themeNeed']);
    expect(paths({ themeTitle: 'Autism' })).toEqual(['themeTitle']);
  });

  it('of advice is opened with a framework for documents, and drawn from all plans', () => {
    const advice: Partial<WantedRound> = { kind: 'advice' };
    expect(broken(advice, 'document')).toEqual([]);
    expect(broken(advice).map(({ path }) => path)).toEqual(['frameworkVersionId']);
    expect(broken({ ...advice, sampleSize: 11 }, 'document').map(({ path }) => path)).toEqual([
      'sampleSize',
    ]);
    expect(broken({ ...advice, themeTitle: 'Autism' }, 'document')).toEqual([
      {
        path: 'themeTitle',
        message: 'An advice round is drawn from all plans. Open a theme round for some of them',
      },
    ]);
  });

  it('of another kind, or with a framework for advice, cannot be opened yet', () => {
    expect(message({ kind: 'dip' })).toMatch(/^A dip round cannot be opened yet/);
    expect(broken({}, 'document').map(({ path }) => path)).toEqual(['frameworkVersionId']);
  });

  it('is known by its quarter, its kind and its number', () => {
    expect(roundReference('2026-27-Q2', 'routine', 0)).toBe('2026-27-Q2-routine');
    expect(roundReference('2026-27-Q2', 'theme', 1)).toBe('2026-27-Q2-theme-2');
    expect(quarterMonths('2026-27-Q4')).toBe('Jan to Mar 2027');
  });
});

describe('a sample', () => {
  const round = { quarter: '2026-27-Q3', state: 'planned', isDrawingFinished: false } as const;

  it.each([
    [
      '2026-09-16',
      'The sample can be drawn from 17 September 2026, 14 days before the quarter begins.',
    ],
    ['2026-09-17', null],
    ['2026-12-31', null],
    [
      '2027-01-01',
      'Oct to Dec 2026 (Q3 2026-27) ended on 31 December 2026, so its sample can no longer be drawn.',
    ],
  ])('is drawn around its quarter: on %s', (today, sentence) => {
    expect(whyNotDrawn(round, today)).toBe(sentence);
  });

  it('is drawn once, and not after the seed has been shown', () => {
    expect(whyNotDrawn({ ...round, state: 'open' }, '2026-10-01')).toMatch(/drawn already/);
    expect(whyNotDrawn({ ...round, isDrawingFinished: true }, '2026-10-01')).toMatch(
      /Drawing is finished for 2026-27/,
    );
  });
});

describe('the draws of a year', () => {
  const drawn = { reference: '2026-27-Q1-routine', quarter: '2026-27-Q1', state: 'open' } as const;
  const waiting = {
    ...drawn,
    reference: '2026-27-Q2-routine',
    quarter: '2026-27-Q2',
    state: 'planned',
  } as const;

  it('are not finished before the first, nor while a round of a running quarter waits', () => {
    expect(whyNotFinished([], TODAY)).toMatch(/^No sample has been drawn/);
    expect(whyNotFinished([drawn, waiting], '2026-09-30')).toMatch(
      /^The sample of 2026-27-Q2-routine/,
    );
  });

  it('are finished when nothing waits, or what waits can no longer be drawn', () => {
    expect(whyNotFinished([drawn], TODAY)).toBeNull();
    expect(whyNotFinished([drawn, waiting], '2026-10-01')).toBeNull();
  });
});
