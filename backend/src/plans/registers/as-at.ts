import { calendarDayInWords, Problem } from '@app/shared/domain';

/**
 * An older register must not undo what a newer one said.
 *
 * @param latest the day of the newest register that was confirmed; null before the first
 * @throws Problem rule-broken
 */
export function refuseOlderAsAt(asAtOn: string, latest: string | null): void {
  if (latest === null || asAtOn >= latest) return;
  throw Problem.ofFields('rule-broken', [
    {
      path: 'asAt',
      message: `A register as at ${calendarDayInWords(latest)} has been confirmed already. Upload one with that as-at date or a later one`,
    },
  ]);
}
