import { describe, expect, it } from '@jest/globals';
import type { FieldValue } from '../frameworks/index.js';
import { correctionFault } from './correction-fault.js';
import { profileFields } from './health-plan.fixture.js';

const fault = (key: string, value: FieldValue, reason: string | null = 'A letter says so.') => {
  const field = profileFields.find((one) => one.key === key);
  if (!field) throw new Error(key);
  const standing = { present: 'yes', isCorrected: key === 'care' };
  return correctionFault(field, { value, reason }, standing)?.path ?? null;
};

describe('a correction of the profile', () => {
  it('is one of the answers, with a reason', () => {
    expect(fault('need', 'no')).toBeNull();
    expect(fault('need', 'unclear')).toBeNull();
    expect(fault('need', 'no', null)).toBe('reason');
    expect(fault('need', 'perhaps')).toBe('value');
    expect(fault('need', ['no'])).toBe('value');
    expect(fault('year', 12)).toBeNull();
    expect(fault('year', 9.5)).toBe('value');
  });

  it('changes something', () => {
    expect(fault('need', 'yes')).toBe('value');
  });

  it('is taken back without a reason, where there is one', () => {
    expect(fault('care', null, null)).toBeNull();
    expect(fault('need', null, null)).toBe('value');
  });

  it('is never of a field that follows from others', () => {
    expect(fault('adult', 'no')).toBe('value');
  });
});
