import { describe, expect, it } from '@jest/globals';

import type { RegisterPlan, YearAndAge } from '../plans/index.js';

import { filterKeysOn, registerFactsOn } from './filter-keys.js';
import {
  belongsToTheme,
  isEmptyFilter,
  themeFilterInWords,
  type ThemeFilter,
} from './theme-filter.js';

const DRAW_DAY = '2026-09-15';

const plan: RegisterPlan & YearAndAge = {
  planRef: 'EHC-1',
  localAuthority: 'Ashbourne Vale',
  yearGroup: 6,
  age: 11,
  asAtOn: '2026-04-01',
  primaryNeed: null,
  settingType: 'resource-base',
  socialCareStatus: 'looked-after',
  hasLearningDisability: null,
  firstIssuedOn: '2022-01-10',
  latestIssuedOn: '2025-02-01',
  lastReviewOn: null,
  isTransferredIn: true,
  isTribunalOrdered: false,
  team: 'North',
  officerRef: 'SO-014',
  ceasedOn: null,
};

describe('a theme', () => {
  it.each<[ThemeFilter, boolean]>([
    [{ need: 'unknown' }, true],
    [{ need: 'ASD' }, false],
    [{ settingType: 'resource-base', phase: 'secondary' }, true],
    [{ settingType: 'resource-base', phase: 'primary' }, false],
    [{ team: 'North', isLookedAfter: true }, true],
    [{ team: 'South' }, false],
    [{ need: null, team: null, isLookedAfter: false }, true],
  ])('of %j takes in a looked after child in Year 7: %s', (filter, belongs) => {
    expect(belongsToTheme(plan, filter, DRAW_DAY)).toBe(belongs);
  });

  it('with nothing chosen is empty', () => {
    expect(isEmptyFilter({ need: null, isLookedAfter: false })).toBe(true);
    expect(isEmptyFilter({ phase: 'primary' })).toBe(false);
  });

  it('is read as words', () => {
    expect(
      themeFilterInWords({ need: 'SEMH', phase: 'post-16', team: 'North', isLookedAfter: true }),
    ).toBe('Social, emotional and mental health · Post-16 · Team North · Looked after');
    expect(themeFilterInWords({ need: 'unknown', settingType: 'none' })).toBe(
      'Need unknown · No setting',
    );
  });
});

describe('what is kept of a plan with the sample', () => {
  it('is as it was on the day of the draw', () => {
    expect(filterKeysOn(plan, DRAW_DAY)).toEqual({
      localAuthority: 'Ashbourne Vale',
      phase: 'secondary',
      settingGroup: 'mainstream',
      primaryNeed: null,
      isLookedAfter: true,
      team: 'North',
      yearGroup: 7,
    });
    const { asAtOn, ...facts } = plan;
    expect(asAtOn).toBe('2026-04-01');
    expect(registerFactsOn(plan, DRAW_DAY)).toEqual({ ...facts, yearGroup: 7, age: 12 });
  });
});
