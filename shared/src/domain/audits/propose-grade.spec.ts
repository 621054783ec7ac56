import { describe, expect, it } from '@jest/globals';
import type { Grade } from '../frameworks/index.js';
import {
  gradesApart,
  mustBeDecided,
  needsReason,
  proposedOutcome,
  proposeGrade,
} from './propose-grade.js';

const grades: Grade[] = ['outstanding', 'good', 'requires-improvement', 'inadequate'].map(
  (key, rank) => ({ key, label: key, neutralLabel: key, points: 4 - rank, from: 0 }),
);

describe('the proposed grade', () => {
  it.each([
    ['of three is the middle one', ['outstanding', 'inadequate', 'good'], 'good'],
    ['of two is the lower one', ['outstanding', 'good'], 'good'],
    [
      'of four is the lower of the two in the middle',
      ['outstanding', 'good', 'requires-improvement', 'inadequate'],
      'requires-improvement',
    ],
    ['is the only one given', [null, 'good', 'cannot-tell'], 'good'],
    ['does not exist where nobody gave a grade', ['not-applicable', 'cannot-tell', null], null],
  ])('%s', (_, outcomes, proposed) => {
    expect(proposeGrade(outcomes, grades)).toBe(proposed);
    expect(proposeGrade(outcomes.toReversed(), grades)).toBe(proposed);
  });
});

describe('a reason from the moderator', () => {
  it('is not needed for the proposal where grades lie close together', () => {
    expect(gradesApart(['outstanding', 'good'], grades)).toBe(1);
    expect(needsReason('good', ['outstanding', 'good'], grades)).toBe(false);
  });

  it('is needed to depart from the proposal, up or down or to "cannot tell"', () => {
    for (const agreed of ['outstanding', 'requires-improvement', 'cannot-tell']) {
      expect(needsReason(agreed, ['outstanding', 'good'], grades)).toBe(true);
    }
  });

  it('is needed for any grade where two agencies lie two apart', () => {
    expect(gradesApart(['outstanding', 'requires-improvement', null], grades)).toBe(2);
    expect(
      needsReason('requires-improvement', ['outstanding', 'requires-improvement'], grades),
    ).toBe(true);
  });

  it('is not needed to grade what nobody graded', () => {
    expect(needsReason('good', [null, 'cannot-tell'], grades)).toBe(false);
  });
});

describe('what stands without a decision', () => {
  it('is "not applicable" where every agency left the criterion out, and nothing where none graded', () => {
    expect(proposedOutcome(['not-applicable', 'not-applicable'], grades)).toBe('not-applicable');
    expect(proposedOutcome(['not-applicable', 'good'], grades)).toBe('good');
    expect(proposedOutcome(['not-applicable', 'cannot-tell'], grades)).toBeNull();
    expect(proposedOutcome([], grades)).toBeNull();
  });

  it('does not do where nobody graded or grades lie two apart', () => {
    expect(mustBeDecided(['cannot-tell'], grades)).toBe(true);
    expect(mustBeDecided(['outstanding', 'requires-improvement'], grades)).toBe(true);
    expect(mustBeDecided(['outstanding', 'good'], grades)).toBe(false);
    expect(mustBeDecided(['not-applicable'], grades)).toBe(false);
  });
});
