import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { AnswerResponse } from '@app/shared/contracts';
import type { AnswerKind, FieldValue } from '@app/shared/domain';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aScoring } from '../../../testing/a-scoring';
import { ScoringAnswers } from './saving/scoring-answers';
import { ScoringProgress } from './scoring-progress';

describe('How far a scoring is', () => {
  let answers: ScoringAnswers;
  let progress: ScoringProgress;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        ...[ScoringAnswers, ScoringProgress],
        ...[provideHttpClient(), provideHttpClientTesting()],
      ],
    });
    answers = TestBed.inject(ScoringAnswers);
    progress = TestBed.inject(ScoringProgress);
  });

  const saved = (kind: AnswerKind, key: string, value: FieldValue): AnswerResponse => ({
    ...{ kind, key, value, evidence: null, sections: [], version: 1 },
    savedAt: '2026-09-15T08:00:00.000Z',
  });
  const counts = () => progress.domains().map(({ answered, applicable }) => [answered, applicable]);

  it('counts the criteria that apply, by the answers of the sweep', () => {
    answers.open(aScoring());
    expect(counts()).toEqual([
      [0, 2],
      [0, 2],
    ]);
    const swept = saved('sweep', 'transition', 'no');
    answers.open(aScoring({ answers: [swept, saved('criterion', 'voice-own-words', 'good')] }));
    expect(counts()).toEqual([
      [1, 2],
      [0, 1],
    ]);
    expect(progress.applicability().get('adulthood-transition')).toMatchObject({
      ...{ applies: false, because: 'No change within two years.' },
    });
  });

  it('leads from one unscored criterion to the next, and from the last to the first', () => {
    const swept = saved('sweep', 'transition', 'no');
    answers.open(aScoring({ answers: [swept, saved('criterion', 'voice-attributed', 'good')] }));
    const first = progress.nextUnscored(null);
    expect(first).toEqual({ domain: 'voice', criterion: 'voice-own-words' });
    const last = progress.nextUnscored(first);
    expect(last).toEqual({ domain: 'adulthood', criterion: 'adulthood-outcomes' });
    expect(progress.nextUnscored(last)).toEqual(first);
  });

  it('is complete when every question is answered and no counts contradict', () => {
    const all = [
      saved('sweep', 'transition', 'no'),
      ...['voice-own-words', 'voice-attributed', 'adulthood-outcomes'].map((key) =>
        saved('criterion', key, 'good'),
      ),
    ];
    answers.open(aScoring({ answers: all }));
    expect(progress.isComplete()).toBe(true);
    const facts = [saved('fact', 'outcomes', 4), saved('fact', 'smart', 5)];
    answers.open(aScoring({ answers: [...all, ...facts] }));
    expect(progress.faults().map(({ path }) => path)).toEqual(['fact.smart.value']);
  });
});
