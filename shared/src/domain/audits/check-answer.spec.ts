import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FieldValue } from '../frameworks/index.js';
import { answerKinds, scoringLimits, type AnswerKind } from './audit-words.js';
import { answerFault, type ScoringAnswer } from './check-answer.js';
import { plan } from './health-plan.fixture.js';

const answer = (kind: AnswerKind, key: string, value: FieldValue): ScoringAnswer => ({
  ...{ kind, key, value, evidence: null, sections: [] },
});
const fault = (kind: AnswerKind, key: string, value: FieldValue, agency = 'health') =>
  answerFault(plan, agency, answer(kind, key, value))?.path ?? null;

describe('an answer', () => {
  it.each<[AnswerKind, string, FieldValue]>([
    ['sweep', 'need', 'unclear'],
    ['criterion', 'voice', 'good'],
    ['criterion', 'voice', 'cannot-tell'],
    ['criterion', 'draft', 'not-applicable'],
    ['criterion', 'therapy', 'not-applicable'],
    ['fact', 'outcomes', 0],
    ['fact', 'outcomes', scoringLimits.countMax],
    ['fact', 'gathered', '2026-02'],
    ['fact', 'attached', []],
    ['fact', 'attached', ['school', 'parent']],
    ['strength', 'voice', 'x'.repeat(scoringLimits.strengthMax)],
  ])('is taken: %s %s %j', (kind, key, value) => {
    expect(fault(kind, key, value)).toBeNull();
    expect(fault(kind, key, null)).toBeNull();
  });

  it.each<[AnswerKind, string, FieldValue]>([
    ['sweep', 'need', 'perhaps'],
    ['sweep', 'need', 1],
    ['criterion', 'voice', 'brilliant'],
    ['criterion', 'voice', 'not-applicable'],
    ['criterion', 'needs', 'not-applicable'],
    ['criterion', 'voice', ['good']],
    ['fact', 'outcomes', -1],
    ['fact', 'outcomes', 1.5],
    ['fact', 'outcomes', scoringLimits.countMax + 1],
    ['fact', 'outcomes', '4'],
    ['fact', 'gathered', '2026-13'],
    ['fact', 'gathered', '2026-02-01'],
    ['fact', 'attached', ['school', 'school']],
    ['fact', 'attached', ['nobody']],
    ['fact', 'attached', 'school'],
    ['strength', 'voice', 'x'.repeat(scoringLimits.strengthMax + 1)],
    ['strength', 'voice', 'two\nlines'],
  ])('is refused for its value: %s %s %j', (kind, key, value) => {
    expect(fault(kind, key, value)).toBe('value');
  });

  it.each<[AnswerKind, string, string]>([
    ['sweep', 'views-left-out', 'health'],
    ['sweep', 'year', 'health'],
    ['sweep', 'adult', 'education'],
    ['criterion', 'family', 'health'],
    ['fact', 'fact-need', 'health'],
    ['fact', 'outcomes', 'education'],
    ['strength', 'voice', 'social-care'],
    ['criterion', 'no-such', 'health'],
  ])('is refused where the form has no such question: %s %s of %s', (kind, key, agency) => {
    expect(fault(kind, key, null, agency)).toBe('key');
  });

  it('has evidence and sections for a criterion alone', () => {
    const line = { ...answer('strength', 'voice', 'Clear.'), evidence: 'Section B.' };
    expect(answerFault(plan, 'health', line)?.path).toBe('evidence');
    const graded = { ...answer('criterion', 'voice', 'good'), evidence: 'Section B.' };
    expect(answerFault(plan, 'health', graded)).toBeNull();
  });

  it('of any shape is judged and never breaks the rule itself', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.array(fc.string()),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.constantFrom(...answerKinds), fc.string(), value, (kind, key, anything) => {
        expect(() => fault(kind, key, anything)).not.toThrow();
        expect(() => fault(kind, 'voice', anything)).not.toThrow();
      }),
    );
  });
});
