import { describe, expect, it } from '@jest/globals';
import { totalCoverage, whyNotClosed } from './round-closing.js';

describe('a round', () => {
  const open = { state: 'open', dueOn: '2026-09-30' } as const;

  it('can be closed from the day after its due date', () => {
    expect(whyNotClosed(open, '2026-09-30')).toBe(
      'Scorings of this round are due by 30 September 2026, so it can be closed from 1 October 2026 on.',
    );
    expect(whyNotClosed(open, '2026-10-01')).toBeNull();
  });

  it('cannot be closed before its sample is drawn, nor twice', () => {
    expect(whyNotClosed({ ...open, state: 'planned' }, '2026-10-01')).toMatch(/not been drawn/);
    expect(whyNotClosed({ ...open, state: 'closed' }, '2026-10-01')).toMatch(/for good/);
  });

  it('comes to the sum of its strata', () => {
    const stratum = { drawn: 5, withdrawn: 1, replaced: 1, graded: 3, partial: 1, notCompleted: 1 };
    const other = { ...stratum, drawn: 2, withdrawn: 0, replaced: 0, graded: 0, partial: 0 };
    expect(totalCoverage([stratum, { ...other, notCompleted: 2 }])).toEqual({
      ...{ drawn: 7, withdrawn: 1, replaced: 1, graded: 3, partial: 1, notCompleted: 3 },
    });
    expect(totalCoverage([])).toMatchObject({ drawn: 0, notCompleted: 0 });
  });
});
