import { describe, expect, it } from '@jest/globals';
import { answeredInWords, gradeInWords, officerInWords } from './feedback-words';

describe('feedback in words', () => {
  it('counts answered points, and says nothing where there are none', () => {
    expect(answeredInWords({ answeredCount: 1, pointCount: 3 })).toBe('1 of 3 answered');
    expect(answeredInWords({ answeredCount: 0, pointCount: 0 })).toBe('–');
  });

  it('names the overall grade, or says that there is none', () => {
    expect(gradeInWords({ grade: { key: 'good', label: 'Good' } })).toBe('Good');
    expect(gradeInWords({ grade: null })).toBe('Partial, no overall grade');
  });

  it('names the officer, or how the register does', () => {
    const officer = { fullName: 'Grace Lin' };
    expect(officerInWords({ officer, officerRef: 'SO-014' })).toBe('Grace Lin');
    expect(officerInWords({ officer: null, officerRef: 'SO-404' })).toBe('SO-404, no account');
    expect(officerInWords({ officer: null, officerRef: null })).toBe('None in the register');
  });
});
