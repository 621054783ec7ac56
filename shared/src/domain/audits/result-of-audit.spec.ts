import { describe, expect, it } from '@jest/globals';
import type { ScoringAnswer } from './check-answer.js';
import { plan, yearNine } from './health-plan.fixture.js';
import { moderate, type AuditToModerate, type EndedScoring } from './moderate.js';
import { resultOfAudit, type ResultKeys } from './result-of-audit.js';

const keys: ResultKeys = {
  ...{ auditId: 'audit', reference: 'AUD-2026-27-Q2-0001', frameworkVersionId: 'version' },
  ...{ frameworkKind: 'ehc-plan', quarter: '2026-27-Q2', roundId: 'round', roundKind: 'routine' },
  ...{ stratum: 'early-years', stratumPopulation: 100, stratumSampleSize: 5 },
  ...{ localAuthority: 'Ashbourne Vale', phase: 'early-years', settingGroup: 'mainstream' },
  ...{ primaryNeed: 'ASD', isLookedAfter: false, team: null, yearGroup: -1 },
  closedOn: '2026-09-20',
};

const answer = (kind: ScoringAnswer['kind'], key: string, value: string | number) => ({
  ...{ kind, key, value, evidence: null, sections: [] },
});
const scorings: EndedScoring[] = [
  {
    ...{ id: '1', agency: 'education', isSubmitted: true },
    answers: [
      answer('criterion', 'voice', 'outstanding'),
      answer('criterion', 'family', 'good'),
      answer('criterion', 'therapy', 'inadequate'),
      answer('fact', 'of-education', 2),
    ],
  },
  {
    ...{ id: '2', agency: 'health', isSubmitted: true },
    answers: [
      ...['need', 'provision', 'disability'].map((key) => answer('sweep', key, 'yes')),
      answer('criterion', 'voice', 'good'),
      answer('criterion', 'needs', 'cannot-tell'),
      answer('criterion', 'therapy', 'inadequate'),
      answer('criterion', 'draft', 'not-applicable'),
      answer('fact', 'outcomes', 4),
      answer('fact', 'reflected', 'yes'),
    ],
  },
  { id: '3', agency: 'social-care', isSubmitted: false, answers: [answer('sweep', 'care', 'yes')] },
];
const source = (more: Partial<AuditToModerate> = {}): AuditToModerate => ({
  ...{ definition: plan, register: yearNine, scorings, corrections: {} },
  ...{ decisions: { needs: 'good' }, ...more },
});
const result = (more?: Partial<AuditToModerate>, finalGrade: string | null = null) =>
  resultOfAudit(keys, source(more), moderate(source(more)), finalGrade);

describe('the one row that stays of an audit', () => {
  it('has agreed grades and those of each agency in the order of the framework', () => {
    // voice, family, needs, therapy, draft
    expect(result()).toMatchObject({
      ...{ agreedGrades: [3, 3, 3, 1, 0], agencies: ['education', 'health'], status: 'graded' },
      agencyGrades: { education: [4, 3, null, 1, null], health: [3, null, -1, 1, 0] },
      ...{ domainScores: [3, 2], domainGrades: [3, 2], overallScore: 2.5 },
      ...{ calculatedGrade: 2, capsApplied: [], finalGrade: 2, closedOn: '2026-09-20' },
    });
  });

  it('has the final grade that the moderator settled on', () => {
    expect(result({}, 'good')).toMatchObject({ calculatedGrade: 2, finalGrade: 3 });
  });

  it('is partial, with criteria and domains but no overall grade, where too little is graded', () => {
    expect(result({ decisions: {} })).toMatchObject({
      ...{ status: 'partial', overallScore: null, calculatedGrade: null, finalGrade: null },
      // What nobody graded closes as "cannot tell".
      ...{ agreedGrades: [3, 3, -1, 1, 0], domainScores: [3, 1] },
    });
  });

  it('has the facts that are asked by the audit’s profile, the sweep’s among them', () => {
    expect(result().facts).toMatchObject({
      ...{ 'fact-need': 'yes', outcomes: 4, reflected: 'yes', 'of-education': 2, smart: null },
    });
    const corrected = result({ corrections: { need: 'no' } });
    expect(corrected.facts['fact-need']).toBe('no');
    expect(corrected.facts).not.toHaveProperty('reflected');
    expect(corrected.profile).toMatchObject({ need: 'no', care: 'unclear', year: 9, adult: 'no' });
  });
});
