/** How long a session lasts, in seconds. OWASP's session guidance, with a warning so that nobody loses work (WCAG 2.2.1). */
export const sessionLimits = {
  idleSeconds: 30 * 60,
  warnSeconds: 2 * 60,
  longestSeconds: 12 * 60 * 60,
  /** Use is written down at most this often; the same time is granted on top, so nobody is signed out early. */
  noteUseSeconds: 30,
} as const;

export interface SessionTimes {
  startedAt: Date;
  lastSeenAt: Date;
}

/** The instant a session ends if nothing more is asked of the service. */
export function sessionEndsAt(times: SessionTimes): Date {
  const idleEnd =
    times.lastSeenAt.getTime() + (sessionLimits.idleSeconds + sessionLimits.noteUseSeconds) * 1000;
  const longestEnd = times.startedAt.getTime() + sessionLimits.longestSeconds * 1000;
  return new Date(Math.min(idleEnd, longestEnd));
}

/** A one-time link to set a password lasts three days: long enough for a weekend, short enough to matter. */
export const passwordLinkHours = 72;

/** Failed sign-ins allowed in the window before waiting is asked. Counted for an address alone and with an e-mail. */
export const signInThrottle = {
  windowSeconds: 15 * 60,
  perEmailAndAddress: 10,
  perAddress: 100,
} as const;
