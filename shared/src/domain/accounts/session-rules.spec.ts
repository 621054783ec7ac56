import { describe, expect, it } from '@jest/globals';
import { sessionEndsAt, sessionLimits } from './session-rules.js';

const startedAt = new Date('2026-10-25T00:30:00Z');
const later = (seconds: number): Date => new Date(startedAt.getTime() + seconds * 1000);

describe('the end of a session', () => {
  it('comes thirty minutes after the last use, and the thirty seconds that use goes unwritten', () => {
    expect(sessionEndsAt({ startedAt, lastSeenAt: startedAt })).toEqual(later(30 * 60 + 30));
    expect(sessionEndsAt({ startedAt, lastSeenAt: later(3600) })).toEqual(later(3600 + 1830));
  });

  it('comes twelve hours after the start at the latest, also over the change of the clocks', () => {
    const lastSeenAt = later(11 * 3600 + 50 * 60);
    expect(sessionEndsAt({ startedAt, lastSeenAt })).toEqual(later(12 * 3600));
  });

  it('is warned of while there is still time to act, twenty seconds at the least (WCAG 2.2.1)', () => {
    expect(sessionLimits.warnSeconds).toBeGreaterThanOrEqual(20);
    expect(sessionLimits.warnSeconds).toBeLessThan(sessionLimits.idleSeconds);
    expect(sessionLimits.noteUseSeconds).toBeLessThan(sessionLimits.warnSeconds);
  });
});
