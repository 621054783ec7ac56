import { describe, expect, it } from '@jest/globals';
import { plan, yearNine } from './health-plan.fixture.js';
import {
  differencesFirst,
  moderate,
  outcomesOpen,
  waitsForDecision,
  type AuditToModerate,
  type EndedScoring,
} from './moderate.js';
import type { ScoringAnswer } from './check-answer.js';

const answer = (kind: ScoringAnswer['kind'], key: string, value: string): ScoringAnswer => ({
  ...{ kind, key, value, sections: [] },
  evidence: kind === 'criterion' ? `why ${value}` : null,
});

const scoring = (
  agency: string,
  grades: Record<string, string>,
  swept: Record<string, string> = {},
): EndedScoring => ({
  ...{ id: `scoring-${agency}`, agency, isSubmitted: true },
  answers: [
    ...Object.entries(swept).map(([key, value]) => answer('sweep', key, value)),
    ...Object.entries(grades).map(([key, value]) => answer('criterion', key, value)),
  ],
});

const yes = { need: 'yes', provision: 'yes', disability: 'yes' };
const health = scoring(
  'health',
  { voice: 'good', needs: 'good', therapy: 'inadequate', draft: 'not-applicable' },
  yes,
);
const education = scoring(
  'education',
  { voice: 'outstanding', family: 'good', therapy: 'good' },
  yes,
);

const audit = (more: Partial<AuditToModerate> = {}): AuditToModerate => ({
  ...{ definition: plan, register: yearNine, scorings: [education, health] },
  ...{ corrections: {}, decisions: {}, ...more },
});
const criterionOf = (key: string, more?: Partial<AuditToModerate>) => {
  const found = moderate(audit(more)).criteria.find(({ criterion }) => criterion.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('an audit in moderation', () => {
  it('stands at the proposal of each criterion until the moderator decides', () => {
    expect(criterionOf('voice')).toMatchObject({
      ...{ proposal: 'good', apart: 1, mustBeDecided: false, decision: null, agreed: 'good' },
      given: [
        { agency: 'education', outcome: 'outstanding', evidence: 'why outstanding' },
        { agency: 'health', outcome: 'good', evidence: 'why good' },
      ],
    });
    const decided = criterionOf('voice', { decisions: { voice: 'outstanding' } });
    expect(decided).toMatchObject({ proposal: 'good', agreed: 'outstanding' });
  });

  it('waits for a decision where grades lie two apart, and where nobody gave one', () => {
    expect(criterionOf('therapy')).toMatchObject({ apart: 2, mustBeDecided: true });
    const withdrawn = { ...education, isSubmitted: false, answers: [] };
    const ungraded = criterionOf('family', { scorings: [withdrawn, health] });
    expect(ungraded).toMatchObject({
      given: [],
      proposal: null,
      agreed: null,
      mustBeDecided: true,
    });
    expect(waitsForDecision(ungraded)).toBe(true);
    const decisions = { family: 'cannot-tell' };
    const decided = criterionOf('family', { scorings: [withdrawn, health], decisions });
    expect(waitsForDecision(decided)).toBe(false);
  });

  it('takes a criterion as not applicable where every agency left it out as the framework lets them', () => {
    expect(criterionOf('draft')).toMatchObject({
      ...{ applies: true, proposal: 'not-applicable', agreed: 'not-applicable' },
      mustBeDecided: false,
    });
  });

  it('reads applicability from the owner’s answers for everyone, and keeps the grades on record', () => {
    const none = scoring('health', { voice: 'good', therapy: 'inadequate' }, { need: 'no' });
    const out = criterionOf('therapy', { scorings: [education, none] });
    expect(out).toMatchObject({
      applies: false,
      because: 'No provision.',
      agreed: 'not-applicable',
    });
    expect(out.given.map(({ agency, outcome }) => [agency, outcome])).toEqual([
      ['education', 'good'],
      // Its own sweep left the criterion out, whatever it had graded before.
      ['health', 'not-applicable'],
    ]);
    expect(moderate(audit({ scorings: [education, none] })).outcomes).not.toHaveProperty('therapy');
  });

  it('switches criteria off and on with a correction, and a decision on one that is off does not count', () => {
    const corrections = { provision: 'no' };
    const decisions = { therapy: 'outstanding' };
    const off = moderate(audit({ corrections, decisions }));
    expect(off.profile.provision).toBe('no');
    expect(off.agreed.therapy).toBe('not-applicable');
    expect(moderate(audit({ decisions })).agreed.therapy).toBe('outstanding');
    const register = { year: 12 };
    expect(moderate(audit({ corrections: register })).profile.adult).toBe('yes');
  });

  it('has its differences first: what must be decided, then how far apart, then the framework’s order', () => {
    const { criteria } = moderate(audit());
    expect(differencesFirst(criteria)).toEqual(['therapy', 'voice', 'family', 'needs', 'draft']);
    const decided = moderate(audit({ decisions: { therapy: 'good' } }));
    expect(differencesFirst(decided.criteria)[0]).toBe('therapy');
  });

  it('is scored on what is agreed', () => {
    const { score } = moderate(audit({ decisions: { therapy: 'inadequate' } }));
    // Voice 3 and 3; health 3 and 1, the draft left out.
    expect(score.domains.map((domain) => domain.score)).toEqual([3, 2]);
    expect(score.overall).toMatchObject({ score: 2.5, cappedGrade: 'requires-improvement' });
  });

  it('lets the moderator leave a criterion out only where the framework lets auditors', () => {
    const open = (key: string) => outcomesOpen(criterionOf(key).criterion, plan);
    expect(open('voice')).not.toContain('not-applicable');
    expect(open('draft')).toContain('not-applicable');
    expect(open('voice')).toContain('cannot-tell');
  });
});
