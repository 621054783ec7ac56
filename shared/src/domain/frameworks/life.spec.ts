import { describe, expect, it } from '@jest/globals';
import {
  closingDayBroken,
  isOpenForComments,
  publicationDayBroken,
  versionInForce,
  whyNotForRound,
  type VersionInLife,
} from './life.js';

const version = (number: number, publishedFrom: string | null, more = {}): VersionInLife => ({
  ...{ kind: 'ehc-plan', number, publishedFrom },
  status: publishedFrom === null ? 'draft' : 'published',
  ...more,
});
const one = version(1, '2026-04-01');
const two = version(2, '2026-10-01');

describe('the version in force', () => {
  it.each([
    ['before the first has begun', '2026-03-31', null],
    ['on the first day', '2026-04-01', 1],
    ['on the last day before the next', '2026-09-30', 1],
    ['from the next one’s day on', '2026-10-01', 2],
  ])('%s', (_when, day, number) => {
    const all = [two, one, version(3, null)];
    expect(versionInForce(all, 'ehc-plan', day)?.number ?? null).toBe(number);
  });

  it('is never a retired one, nor one of another kind', () => {
    const retired = version(2, '2026-05-01', { status: 'retired' });
    const other = version(9, '2026-05-01', { kind: 'health-advice' });
    expect(versionInForce([one, retired, other], 'ehc-plan', '2026-12-01')).toBe(one);
  });
});

describe('a round', () => {
  const why = (wanted: VersionInLife | undefined, quarterFrom: string, today = '2026-09-15') =>
    whyNotForRound(wanted, [one, two], quarterFrom, today);

  it('takes the version in force when its quarter begins, or today once it has begun', () => {
    expect(why(one, '2026-07-01')).toBeNull();
    expect(why(two, '2026-10-01')).toBeNull();
    expect(why(two, '2026-07-01', '2026-10-02')).toBeNull();
  });

  it('says of any other which to choose', () => {
    expect(why(undefined, '2026-07-01')).toBe('Choose a published framework from the list');
    expect(why(one, '2026-10-01')).toBe(
      'Version 2 has taken the place of this one. Choose version 2',
    );
    expect(why(two, '2026-07-01')).toBe(
      'This version is in force from 1 October 2026, after this quarter has begun. Choose the version in force',
    );
  });
});

describe('a consultation', () => {
  const today = '2026-09-15';

  it('takes comments to the end of its last day', () => {
    const open = { status: 'consultation', closesOn: today } as const;
    expect(isOpenForComments(open, today)).toBe(true);
    expect(isOpenForComments(open, '2026-09-16')).toBe(false);
    expect(isOpenForComments({ ...open, status: 'draft' }, today)).toBe(false);
  });

  it.each([
    [today, null],
    ['2027-03-14', null],
    ['2027-03-15', 'The last day for comments must be 14 March 2027 or before'],
    ['2026-09-14', 'The last day for comments must be today or later'],
    ['2026-09-31', 'Enter a real date for the last day'],
  ])('may close on %s, or is told: %s', (closesOn, message) => {
    const told = message === null ? [] : [{ path: 'closesOn', message }];
    expect(closingDayBroken(closesOn, today)).toEqual(told);
  });
});

it.each([
  ['2026-09-15', null],
  ['2027-09-16', null],
  ['2027-09-17', 'Enter a day within a year from now'],
  ['2026-09-14', 'A version is in force from today or a later day'],
  ['2027-02-29', 'Enter a real date'],
])('a version may be in force from %s, or its editor is told: %s', (from, message) => {
  const told = message === null ? [] : [{ path: 'from', message }];
  expect(publicationDayBroken(from, '2026-09-15')).toEqual(told);
});
