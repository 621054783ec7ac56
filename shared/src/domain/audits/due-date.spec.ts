import { describe, expect, it } from '@jest/globals';
import { dueDateBroken } from './due-date.js';

const broken = (dueOn: string, today = '2026-09-15') =>
  dueDateBroken(dueOn, '2026-27-Q2', today)?.message ?? null;

describe('a due date', () => {
  it('lies ahead and in the quarter', () => {
    expect(broken('2026-09-15')).toBeNull();
    expect(broken('2026-09-30')).toBeNull();
    for (const dueOn of ['2026-09-14', '2026-10-01']) {
      expect(broken(dueOn)).toBe('Due date must be from today to 30 September 2026');
    }
  });

  it('is a real day', () => {
    expect(broken('2026-02-30')).toBe('Enter a real date for the due date');
  });

  it('stays once the quarter has ended', () => {
    expect(broken('2026-10-02', '2026-10-01')).toBe(
      'The quarter ended on 30 September 2026, so its due dates stay',
    );
  });
});
