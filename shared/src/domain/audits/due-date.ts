import { calendarDayInWords, daysOfQuarter, isDay, type QuarterKey } from '../calendar/index.js';
import type { ProblemError } from '../problems/index.js';

/**
 * What is wrong with a new due date of an audit: it lies ahead and in the quarter, because an audit
 * that is not closed when its round closes counts as not completed.
 *
 * @param dueOn YYYY-MM-DD
 * @param today YYYY-MM-DD, the day in London
 */
export function dueDateBroken(
  dueOn: string,
  quarter: QuarterKey,
  today: string,
): ProblemError | null {
  if (!isDay(dueOn)) return { path: 'dueOn', message: 'Enter a real date for the due date' };
  const { to } = daysOfQuarter(quarter);
  if (today > to) {
    const message = `The quarter ended on ${calendarDayInWords(to)}, so its due dates stay`;
    return { path: 'dueOn', message };
  }
  if (dueOn >= today && dueOn <= to) return null;
  const message = `Due date must be from today to ${calendarDayInWords(to)}`;
  return { path: 'dueOn', message };
}
