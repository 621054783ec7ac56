import type { AnswerResponse, ScoringResponse } from '@app/shared/contracts';
import type { Criterion, Domain, Fact, ProfileField, Scale } from '@app/shared/domain';

const scale: Scale = {
  grades: [
    { key: 'outstanding', label: 'Outstanding', neutralLabel: 'Exemplary', points: 4, from: 3.5 },
    { key: 'good', label: 'Good', neutralLabel: 'Secure', points: 3, from: 2.75 },
    { key: 'inadequate', label: 'Inadequate', neutralLabel: 'Weak', points: 1, from: 0 },
  ],
  meetsFrom: 'good',
  evidenceRequiredFor: ['inadequate', 'cannot-tell', 'not-applicable'],
};

const criterion = (key: string, part: Partial<Criterion> = {}): Criterion => ({
  ...{ key, title: key, question: `${key}?`, sections: ['A'], agencies: ['education'] },
  ...{ leadAgency: 'education', weight: 1, critical: false, basis: 'should', citations: [] },
  ...{ whereToLook: 'Section A', applicability: { mode: 'always' }, descriptors: {} },
  ...{ trainingTags: [], actionPlanRefs: [] },
  ...part,
});

const transition: ProfileField = {
  key: 'transition',
  title: 'Change within two years',
  type: 'yes-no-unclear',
  source: { from: 'sweep', owner: 'education', question: 'Is a change due within two years?' },
};

const domains: Domain[] = [
  {
    ...{ key: 'voice', title: 'Voice of the child', shortTitle: 'Voice', purpose: 'The child.' },
    ...{ sections: ['A'], weight: 50 },
    criteria: [criterion('voice-own-words'), criterion('voice-attributed')],
  },
  {
    ...{ key: 'adulthood', title: 'Adulthood', shortTitle: 'Adulthood', purpose: 'The future.' },
    ...{ sections: ['E'], weight: 50 },
    criteria: [
      criterion('adulthood-transition', {
        applicability: {
          mode: 'rule',
          notWhen: { field: 'transition', op: 'eq', value: 'no' },
          because: 'No change within two years.',
        },
      }),
      criterion('adulthood-outcomes', {
        applicability: { mode: 'auditor', because: 'No setting is named yet.' },
      }),
    ],
  },
];

const count = (key: string, atMost?: string): Fact => ({
  ...{ key, title: key, question: `How many ${key}?`, type: 'count', owner: 'education', use: '' },
  ...(atMost === undefined ? {} : { atMost }),
});

/** Dev Patel's scoring of a plan, for specs: two domains, one question of the sweep, two facts. */
export function aScoring({ answers = [] }: { answers?: AnswerResponse[] } = {}): ScoringResponse {
  const form = {
    framework: { id: 'f1', kind: 'ehc-plan', title: 'EHC plan audit', number: 1 },
    ...{ scale, domains, answers, profileFields: [transition], register: { age: 12 } },
    ...{ facts: [count('outcomes'), count('smart', 'outcomes')], sources: [], applicability: [] },
  };
  return {
    ...{ id: 's1', reference: 'AUD-2026-27-Q2-0001', quarter: '2026-27-Q2', planRef: 'AV-1' },
    document: null,
    ...{ agency: { key: 'education', title: 'Education' }, state: 'open', version: 1 },
    ...{ progress: 'not-started', dueOn: '2026-09-30', isOverdue: false, submittedAt: null },
    declaredAt: '2026-09-15T08:00:00.000Z',
    auditState: 'open',
    plan: {
      ...{ planRef: 'AV-1', localAuthority: 'Ashbourne Vale', yearGroup: 7, age: 12 },
      ...{ primaryNeed: 'ASD', settingType: 'mainstream-secondary', socialCareStatus: 'none' },
      ...{ hasLearningDisability: false, firstIssuedOn: '2020-01-10', lastReviewOn: null },
      ...{ latestIssuedOn: '2026-02-03', isTransferredIn: false, isTribunalOrdered: false },
    },
    form: form,
  };
}
