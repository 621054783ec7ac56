import { describe, expect, it } from '@jest/globals';
import { SetClock } from '../clock/set-clock.js';
import { Ids } from './ids.js';

describe('keys', () => {
  const clock = new SetClock(new Date('2026-09-15T08:30:00Z'));
  const ids = new Ids(clock);

  it('sort in the order they were made, also within one instant', () => {
    const made = Array.from({ length: 200 }, () => ids.next());
    clock.advance(1);
    made.push(ids.next());
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('are UUIDs of version 7', () => {
    expect(ids.next()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('and secrets of 256 bits never repeat', () => {
    expect(Buffer.from(ids.secret(), 'base64url')).toHaveLength(32);
    expect(ids.secret()).not.toBe(ids.secret());
  });
});
