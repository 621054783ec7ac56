import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { emptyRound, roundRules, wantedOf, type RoundDraft } from './round-form';

const routine: RoundDraft = {
  ...emptyRound,
  kind: 'routine',
  quarter: '2026-27-Q2',
  frameworkVersionId: 'id',
  dueOn: '2026-09-30',
};

function messages(draft: Partial<RoundDraft>): string[] {
  return TestBed.runInInjectionContext(() =>
    form(signal({ ...routine, ...draft }), roundRules)()
      .errorSummary()
      .map(({ message }) => message ?? ''),
  );
}

describe('The form of a round', () => {
  it('asks for what every round has', () => {
    expect(messages(emptyRound)).toEqual([
      'Choose routine, theme or advice',
      'Choose a quarter',
      'Choose a framework',
      'Enter a real date for the due date',
    ]);
    expect(messages({})).toEqual([]);
  });

  it.each(['', 'thirty', '30.5', '1', '401', '-30'])('takes no sample size "%s"', (sampleSize) => {
    expect(messages({ sampleSize })).toEqual(['Sample size must be a whole number from 2 to 400']);
  });

  it('asks for a theme’s title and for what its plans share', () => {
    expect(messages({ kind: 'theme' })).toEqual([
      'Enter what the theme is',
      'Choose at least one thing that plans of the theme share',
    ]);
    const lookedAfter = { themeTitle: 'Looked after children', isThemeLookedAfter: ['yes'] };
    expect(messages({ kind: 'theme', ...lookedAfter })).toEqual([]);
  });

  it('forgets what was chosen for a theme when the round becomes a routine one', () => {
    const chosen = { themeTitle: 'Autism', themeNeed: 'ASD', isThemeLookedAfter: ['yes'] };
    expect(wantedOf({ ...routine, ...chosen })).toMatchObject({
      ...{ kind: 'routine', sampleSize: 30 },
      ...{ themeTitle: null, themeNeed: null, isThemeLookedAfter: false },
    });
    expect(wantedOf({ ...routine, ...chosen, kind: 'theme' })).toMatchObject({
      ...{ themeTitle: 'Autism', themeNeed: 'ASD', themePhase: null, isThemeLookedAfter: true },
    });
  });
});
