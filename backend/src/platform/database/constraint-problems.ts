import { Problem } from '@app/shared/domain';
import { QueryFailedError } from 'typeorm';

interface DriverError {
  code?: string;
  message?: string;
  constraint?: string;
}

const wordings = new Map<string, () => Problem>();

/** Each feature names, beside its act, the sentence for each constraint of its tables that people can meet. */
export function wordConstraint(constraint: string, problem: () => Problem): void {
  wordings.set(constraint, problem);
}

/** The refusal behind a broken constraint, or null when the error is something else. */
export function problemOfConstraint(error: unknown): Problem | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { constraint } = error.driverError as DriverError;
  return (constraint ? wordings.get(constraint)?.() : undefined) ?? null;
}

/** Classes 08 and 57P: the database cannot be reached or is stopping. A cut connection has words only. */
export function isDatabaseAway(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as DriverError;
  return (
    /^(Query read timeout|Connection terminated)|not queryable/.test(message) ||
    /^(08|57P)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code)
  );
}
