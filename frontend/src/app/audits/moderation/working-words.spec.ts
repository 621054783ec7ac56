import { describe, expect, it } from '@jest/globals';
import { aModeratedForm } from '../../../testing/a-moderation';
import { bandInWords, meanInWords, overallInWords, partialInWords } from './working-words';

const { working } = aModeratedForm();

describe('The working of an audit', () => {
  it('shows the mean of a domain as anybody can work it out', () => {
    const criteria = [
      { key: 'a', outcome: 'good', weight: 2, points: 3 },
      { key: 'b', outcome: 'inadequate', weight: 1, points: 1 },
      { key: 'c', outcome: 'cannot-tell', weight: 1, points: null },
    ];
    const domain = { key: 'voice', weight: 50, score: 2.33, grade: 'inadequate', criteria };
    expect(meanInWords(domain)).toBe('(2 × 3 + 1 × 1) ÷ 3 = 2.33');
    expect(meanInWords({ ...domain, score: null })).toMatch(/^Nothing is graded/);
  });

  it('names the band of the score and the grade that is left after the caps', () => {
    const form = aModeratedForm({
      working: {
        ...working,
        overall: {
          ...{ score: 2.91, calculatedGrade: 'good', cappedGrade: 'inadequate' },
          ...{ capsApplied: [], gradesOpen: ['inadequate'] },
        },
      },
    });
    expect(bandInWords(form)).toBe('2.91 is Good, which begins at 2.75.');
    expect(overallInWords(form)).toBe('2.91, Inadequate');
  });

  it('says what is missing for an overall grade', () => {
    const completeness = {
      ...{ applicable: 4, graded: 3, complete: false },
      criticalNotGraded: ['voice-own-words'],
    };
    const form = aModeratedForm({ working: { ...working, completeness } });
    expect(overallInWords(form)).toBe('no overall grade');
    expect(partialInWords(form)).toBe(
      '3 of 4 criteria that apply are graded. An overall grade needs 90% of them and every critical one. Critical and not graded: “voice-own-words”.',
    );
  });
});
