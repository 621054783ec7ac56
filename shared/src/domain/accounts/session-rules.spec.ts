import { describe, expect, it } from '@jest/globals';
import { sessionEndsAt, sessionLimits } from './session-rules.js';

const startedAt = new Date('2026-09-15T08:00:00Z');
const after = (seconds: number): Date => new Date(startedAt.getTime() + seconds * 1000);

describe('the end of a session', () => {
  it('is half an hour after the last use, and the half minute in which use is not written down', () => {
    expect(sessionEndsAt({ startedAt, lastSeenAt: after(600) })).toEqual(
      after(600 + sessionLimits.idleSeconds + sessionLimits.noteUseSeconds),
    );
  });

  it('is twelve hours after the start however busy the person is', () => {
    const lastSeenAt = after(sessionLimits.longestSeconds - 60);
    expect(sessionEndsAt({ startedAt, lastSeenAt })).toEqual(after(12 * 60 * 60));
  });
});
