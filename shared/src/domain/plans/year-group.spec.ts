import { describe, expect, it } from '@jest/globals';
import {
  ageOn,
  phaseOn,
  readYearGroup,
  yearGroupOn,
  yearGroupTitle,
  type YearAndAge,
} from './year-group.js';

const inYear = (yearGroup: number | null, age: number | null = null): YearAndAge => ({
  yearGroup,
  age,
  asAtOn: '2026-07-01',
});

describe('a year group', () => {
  it.each([
    ['R', 0],
    ['reception', 0],
    ['0', 0],
    ['5', 5],
    ['Year 5', 5],
    ['Y10', 10],
    ['yr 7', 7],
    ['NC Year 14', 14],
    ['nursery', -1],
    ['-2', -2],
  ])('is read from "%s" as %i', (text, yearGroup) => {
    expect(readYearGroup(text)).toBe(yearGroup);
  });

  it('has its nursery years in the order of the DfE’s codes, the second just before Reception', () => {
    expect(['N1', 'N2', 'R'].map(readYearGroup)).toEqual([-2, -1, 0]);
  });

  it.each(['15', '-3', 'E1', '5.5', 'five', 'KS2', 'year', ''])('is not "%s"', (text) => {
    expect(readYearGroup(text)).toBeNull();
  });

  it.each([
    ['2026-07-01', 5],
    ['2026-08-31', 5],
    ['2026-09-01', 6],
    ['2027-08-31', 6],
    ['2027-09-01', 7],
    ['2026-01-01', 5],
    ['2025-08-31', 4],
  ])('5 on 1 July 2026 is on %s year %i', (day, yearGroup) => {
    expect(yearGroupOn(inYear(5), day)).toBe(yearGroup);
  });

  it('given for 1 September has already moved on', () => {
    expect(yearGroupOn({ yearGroup: 6, age: null, asAtOn: '2026-09-01' }, '2026-09-02')).toBe(6);
  });

  it('ends after Year 14, where there is no curriculum year, and stays unknown when it was', () => {
    expect(yearGroupOn(inYear(14), '2026-09-01')).toBeNull();
    expect(yearGroupOn(inYear(null, 20), '2026-09-01')).toBeNull();
  });

  it.each([
    [-2, 'Nursery, first year'],
    [-1, 'Nursery, second year'],
    [0, 'Reception'],
    [11, 'Year 11'],
  ])('%i is called %s', (yearGroup, title) => {
    expect(yearGroupTitle(yearGroup)).toBe(title);
  });
});

describe('an age without a birthday', () => {
  it('moves on with the year group', () => {
    expect(ageOn(inYear(5, 9), '2026-08-31')).toBe(9);
    expect(ageOn(inYear(5, 9), '2026-09-01')).toBe(10);
    expect(ageOn(inYear(null, 25), '2027-09-01')).toBe(27);
  });

  it('stays unknown when it was, and is never less than nothing', () => {
    expect(ageOn(inYear(5), '2030-01-01')).toBeNull();
    expect(ageOn(inYear(-2, 2), '2020-01-01')).toBe(0);
  });
});

describe('the phase of education', () => {
  it.each([
    [-1, 'early-years'],
    [0, 'primary'],
    [6, 'primary'],
    [7, 'secondary'],
    [11, 'secondary'],
    [12, 'post-16'],
    [14, 'post-16'],
  ])('of year %i is %s', (yearGroup, phase) => {
    expect(phaseOn(inYear(yearGroup), '2026-07-02')).toBe(phase);
  });

  it.each([
    [3, 'early-years'],
    [4, 'primary'],
    [10, 'primary'],
    [11, 'secondary'],
    [15, 'secondary'],
    [16, 'post-16'],
    [25, 'post-16'],
  ])('at %i without a year group is %s', (age, phase) => {
    expect(phaseOn(inYear(null, age), '2026-07-02')).toBe(phase);
  });

  it('changes on 1 September and stays post-16 past Year 14', () => {
    expect(phaseOn(inYear(6), '2026-08-31')).toBe('primary');
    expect(phaseOn(inYear(6), '2026-09-01')).toBe('secondary');
    expect(phaseOn(inYear(14), '2029-09-01')).toBe('post-16');
  });
});
