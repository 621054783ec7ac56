import { describe, expect, it } from '@jest/globals';
import { decisionFault } from './decision-fault.js';
import { plan } from './health-plan.fixture.js';
import type { GivenOutcome, ModeratedCriterion } from './moderate.js';

const criteria = plan.domains.flatMap((domain) => domain.criteria);
const standing = (key: string, outcomes: string[], more: Partial<ModeratedCriterion> = {}) => {
  const criterion = criteria.find((one) => one.key === key);
  if (!criterion) throw new Error(key);
  const given = outcomes.map((outcome): GivenOutcome => ({
    ...{ scoringId: outcome, agency: outcome, outcome, evidence: null, sections: [] },
  }));
  const apart = outcomes.includes('inadequate') ? 3 : 0;
  const open = { applies: true, because: null, proposal: null, mustBeDecided: false };
  return {
    ...{ criterion, domain: 'voice', given, apart, decision: null, agreed: null },
    ...{ ...open, ...more },
  };
};
const fault = (one: ModeratedCriterion, outcome: string, reason: string | null = null) =>
  decisionFault(one, { outcome, reason }, plan);

describe('a decision', () => {
  it('needs a reason where it departs from the proposal or grades lie far apart', () => {
    expect(fault(standing('voice', ['good', 'good']), 'good')).toBeNull();
    expect(fault(standing('voice', ['good', 'good']), 'outstanding')?.path).toBe('reason');
    expect(fault(standing('voice', ['good', 'good']), 'outstanding', 'Yes.')).toBeNull();
    const apart = standing('voice', ['outstanding', 'inadequate']);
    expect(fault(apart, 'inadequate')?.message).toMatch(/two or more apart/);
  });

  it('needs none to grade what nobody graded', () => {
    expect(fault(standing('voice', ['cannot-tell']), 'good')).toBeNull();
    expect(fault(standing('voice', []), 'cannot-tell')).toBeNull();
  });

  it('needs one to grade what every agency left out', () => {
    const left = standing('draft', ['not-applicable']);
    expect(fault(left, 'good')?.path).toBe('reason');
    expect(fault(left, 'not-applicable')).toBeNull();
  });

  it('is an outcome that the criterion takes, on a criterion that applies', () => {
    expect(fault(standing('voice', ['good']), 'brilliant', 'Yes.')?.path).toBe('outcome');
    expect(fault(standing('voice', ['good']), 'not-applicable', 'Yes.')?.path).toBe('outcome');
    const out = standing('needs', ['good'], { applies: false, because: 'No health need.' });
    expect(fault(out, 'good')?.message).toBe(
      '“needs” does not apply: No health need. Correct the profile if it should',
    );
  });
});
