import type { RoundClosingResponse } from '@app/shared/contracts';
import { describe, expect, it } from '@jest/globals';
import { lostInWords } from './round-closing-words';

const counts = { drawn: 30, withdrawn: 0, replaced: 0, graded: 28, partial: 0, notCompleted: 2 };
const closing = { counts, plansWithoutAudit: 0, documents: null } as RoundClosingResponse;

describe('Closing a round', () => {
  it('says what would count as not completed', () => {
    expect(lostInWords(closing)).toBe('2 audits count as not completed, and never as a grade');
    expect(lostInWords({ ...closing, plansWithoutAudit: 1 })).toBe(
      '1 audit and 1 plan without an audit count as not completed, and never as a grade',
    );
    const one = { ...counts, notCompleted: 1 };
    expect(lostInWords({ ...closing, counts: one, plansWithoutAudit: 1 })).toBe(
      '1 plan without an audit counts as not completed, and never as a grade',
    );
    expect(lostInWords({ ...closing, counts: { ...counts, notCompleted: 0 } })).toBe(
      'every audit of the round is closed, so nothing is lost',
    );
  });
});
