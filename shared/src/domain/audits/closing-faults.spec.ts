import { describe, expect, it } from '@jest/globals';
import {
  closingFaults,
  mayBeAccepted,
  pointsClosedWith,
  type ClosingWanted,
} from './closing-faults.js';
import { criterion, framework } from './framework.fixture.js';
import { moderate } from './moderate.js';
import type { ModerationTrigger } from './moderation-triggers.js';

const definition = framework(
  { voice: [100, [criterion('heard', 1, true), criterion('attributed'), criterion('aspiring')]] },
  {
    caps: [
      {
        key: 'one-critical',
        when: { countOf: 'critical', atOrBelow: 'inadequate', atLeast: 1 },
        ceiling: 'requires-improvement',
        because: 'A critical criterion fails.',
      },
    ],
  },
);
const ours = { isTransferredIn: false, isTribunalOrdered: false };
const chance: ModerationTrigger = { reason: 'random-tenth' };

const closing = (
  grades: Record<string, string | null>,
  { triggers = [] as ModerationTrigger[], isTouched = false, plan = ours } = {},
) => {
  const answers = Object.entries(grades).map(([key, value]) => ({
    ...{ kind: 'criterion' as const, key, value, evidence: null, sections: [] },
  }));
  const scorings = [{ id: '1', agency: 'education', isSubmitted: true, answers }];
  const source = { definition, register: {}, scorings, corrections: {}, decisions: {} };
  return { definition, plan, audit: moderate(source), triggers, isTouched };
};
const plain: ClosingWanted = {
  ...{ asProposed: false, finalGrade: null, finalGradeReason: null, feedbackPoints: null },
};
const good = { heard: 'good', attributed: 'good', aspiring: 'good' };
const failing = { heard: 'inadequate', attributed: 'good', aspiring: 'good' };
const pathsOf = (...args: Parameters<typeof closingFaults>) =>
  closingFaults(...args).map(({ path }) => path);

describe('closing an audit', () => {
  it('names each criterion that is still to decide', () => {
    const faults = closingFaults(closing({ ...good, attributed: 'cannot-tell' }), plain);
    expect(faults).toEqual([
      { path: 'criteria.attributed', message: 'Decide on “attributed”: nobody gave a grade' },
    ]);
  });

  it('as proposed is for an audit without reasons that nobody has touched', () => {
    const accepted = { ...plain, asProposed: true };
    expect(pathsOf(closing(good), accepted)).toEqual([]);
    expect(pathsOf(closing(good, { triggers: [chance] }), accepted)).toEqual(['asProposed']);
    expect(pathsOf(closing(good, { isTouched: true }), accepted)).toEqual(['asProposed']);
    expect(mayBeAccepted({ triggers: [], isTouched: false })).toBe(true);
    // What nobody graded is then closed as "cannot tell".
    expect(pathsOf(closing({ ...good, attributed: 'cannot-tell' }), accepted)).toEqual([]);
    expect(pathsOf(closing(good), { ...accepted, finalGrade: 'outstanding' })).toEqual([
      'finalGrade',
    ]);
  });

  it('moves the grade by one with a reason, never above a ceiling', () => {
    const step = (finalGrade: string, finalGradeReason: string | null = 'Because.') => ({
      ...plain,
      ...{ finalGrade, finalGradeReason },
    });
    expect(pathsOf(closing(good), step('outstanding'))).toEqual([]);
    expect(pathsOf(closing(good), step('outstanding', null))).toEqual(['finalGradeReason']);
    expect(pathsOf(closing(good), step('good', null))).toEqual([]);
    expect(pathsOf(closing(good), step('inadequate'))).toEqual(['finalGrade']);
    expect(pathsOf(closing(good), step('brilliant'))).toEqual(['finalGrade']);
    // Calculated 2.33 and capped at requires improvement: good is one beside, and above the cap.
    expect(pathsOf(closing(failing), step('good'))).toEqual(['finalGrade']);
    expect(pathsOf(closing(failing), step('inadequate'))).toEqual([]);
  });

  it('has no overall grade to move where too little is graded', () => {
    const partial = closing({ ...good, heard: 'not-applicable', attributed: 'good' });
    expect(pathsOf(partial, plain)).toEqual([]);
    const little = closing({ heard: 'cannot-tell', attributed: 'good', aspiring: 'good' });
    const decided = { ...little, audit: { ...little.audit, criteria: [] } };
    expect(pathsOf(decided, { ...plain, finalGrade: 'good' })).toEqual(['finalGrade']);
  });

  it('swaps points of feedback and never drops one', () => {
    const many = closing({ heard: 'inadequate', attributed: 'inadequate', aspiring: 'good' });
    const points = (feedbackPoints: string[]) => ({ ...plain, feedbackPoints });
    expect(pathsOf(many, points(['attributed', 'heard']))).toEqual([]);
    expect(pathsOf(many, points(['heard']))).toEqual(['feedbackPoints']);
    expect(pathsOf(many, points(['heard', 'aspiring']))).toEqual(['feedbackPoints']);
    expect(pointsClosedWith(many, ['attributed', 'heard'])).toEqual(['heard', 'attributed']);
    expect(pointsClosedWith(many, null)).toEqual(['heard', 'attributed']);
    const elsewhere = closing(failing, { plan: { ...ours, isTransferredIn: true } });
    expect(pathsOf(elsewhere, points([]))).toEqual([]);
    expect(pathsOf(elsewhere, points(['heard']))).toEqual(['feedbackPoints']);
    expect(pointsClosedWith(elsewhere, null)).toEqual([]);
  });
});
