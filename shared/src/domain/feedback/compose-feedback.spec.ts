import { describe, expect, it } from '@jest/globals';
import type { Criterion, FrameworkDefinition, Grade } from '../frameworks/index.js';
import { composeFeedback, type AuditToFeedBack } from './compose-feedback.js';

const grades: Grade[] = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'].map(
  (label, rank) => {
    const key = label.toLowerCase().replace(' ', '-');
    return { key, label, neutralLabel: label, points: 4 - rank, from: 0 };
  },
);

const criterion = (key: string, more: Partial<Criterion> = {}): Criterion => ({
  ...{ key, title: `Title of ${key}`, question: `${key}?`, sections: ['A'], weight: 1 },
  ...{ agencies: ['education', 'health', 'social-care'], leadAgency: 'health', critical: false },
  ...{ basis: 'should', citations: [], whereToLook: '', applicability: { mode: 'always' } },
  descriptors: Object.fromEntries(grades.map((grade) => [grade.key, `${grade.label} ${key}`])),
  ...{ trainingTags: [], actionPlanRefs: [] },
  ...more,
});

const domain = (key: string, ...criteria: Criterion[]) => ({
  ...{ key, title: `Domain ${key}`, shortTitle: key, purpose: '', weight: 50, criteria },
  sections: [],
});

const definition = {
  agencies: [
    { key: 'education', title: 'Education' },
    { key: 'health', title: 'Health' },
    { key: 'social-care', title: 'Social care' },
  ],
  scale: { grades, meetsFrom: 'good', evidenceRequiredFor: [] },
  domains: [
    domain('voice', criterion('heard', { weight: 1 }), criterion('own-words', { weight: 3 })),
    domain('needs', criterion('complete', { critical: true }), criterion('specific')),
    domain('outcomes', criterion('smart', { weight: 2 })),
  ],
  sources: [{ key: 'cop', title: 'SEND code of practice', url: 'https://example.org/cop' }],
} as unknown as FrameworkDefinition;

const audit = (more: Partial<AuditToFeedBack> = {}): AuditToFeedBack => ({
  definition,
  registerFacts: { isTransferredIn: false, isTribunalOrdered: false },
  result: { finalGrade: 2 },
  agreed: {
    ...{ heard: 'good', 'own-words': 'good', complete: 'good' },
    ...{ specific: 'requires-improvement', smart: 'inadequate' },
  },
  feedbackPoints: ['smart', 'specific'],
  evidence: [],
  strengthLines: [],
  ...more,
});

const evidence = (agency: string, text: string) => ({
  ...{ criterion: 'smart', agency, evidence: text },
  sections: ['E'] as const,
});

describe('the points of a feedback', () => {
  it('stand in the moderator’s order, each with the agreed grade and the words of the next one up', () => {
    const { points, grade, noPointsBecause } = composeFeedback(audit());
    expect(grade).toEqual({ key: 'requires-improvement', label: 'Requires improvement' });
    expect(noPointsBecause).toBeNull();
    expect(points).toMatchObject([
      {
        ...{ criterion: 'smart', title: 'Title of smart', question: 'smart?' },
        grade: { key: 'inadequate', label: 'Inadequate' },
        nextGrade: {
          ...{ key: 'requires-improvement', label: 'Requires improvement' },
          descriptor: 'Requires improvement smart',
        },
      },
      { criterion: 'specific', nextGrade: { label: 'Good', descriptor: 'Good specific' } },
    ]);
  });

  it('quote the lead agency, whatever stands first', () => {
    const quoted = [evidence('education', 'No dates.'), evidence('health', 'Two have no measure.')];
    const [point] = composeFeedback(audit({ evidence: quoted })).points;
    expect(point?.evidence).toEqual({
      agency: { key: 'health', title: 'Health' },
      ...{ text: 'Two have no measure.', sections: ['E'], inPlaceOf: null },
    });
  });

  it('quote the first other agency where the lead agency wrote nothing, and say so', () => {
    const quoted = [
      evidence('social-care', 'No care outcome.'),
      evidence('education', 'No dates.'),
    ];
    const [point, second] = composeFeedback(audit({ evidence: quoted })).points;
    expect(point?.evidence).toMatchObject({
      ...{ agency: { title: 'Education' }, text: 'No dates.', inPlaceOf: 'Health' },
    });
    expect(second?.evidence).toBeNull();
  });

  it('name their sources, and which of them nobody has read', () => {
    const citations = [{ source: 'cop', ref: '9.69 (E)', textSeen: false }];
    const cited = criterion('smart', { citations });
    const [point] = composeFeedback(
      audit({
        definition: { ...definition, domains: [domain('outcomes', cited)] },
        feedbackPoints: ['smart'],
      }),
    ).points;
    expect(point?.sources).toEqual([
      {
        ...{ title: 'SEND code of practice', ref: '9.69 (E)' },
        ...{ url: 'https://example.org/cop', textSeen: false },
      },
    ]);
  });

  it.each([
    ['no criterion of the framework', 'unheard-of'],
    ['one that cannot be better', 'heard'],
  ])('cannot be %s', (_, key) => {
    const best = audit({ agreed: { heard: 'outstanding' }, feedbackPoints: [key] });
    expect(() => composeFeedback(best)).toThrow(RangeError);
  });
});

describe('a feedback without points', () => {
  it.each([
    ['transferred-in', { isTransferredIn: true, isTribunalOrdered: false }],
    ['tribunal-ordered', { isTransferredIn: false, isTribunalOrdered: true }],
    ['transferred-in', { isTransferredIn: true, isTribunalOrdered: true }],
  ] as const)('says %s, whatever was chosen, and keeps its strengths', (because, registerFacts) => {
    const { points, noPointsBecause, strengths } = composeFeedback(audit({ registerFacts }));
    expect({ points, noPointsBecause }).toEqual({ points: [], noPointsBecause: because });
    expect(strengths).toHaveLength(2);
  });

  it('says that nothing was below the standard where there was nothing to choose', () => {
    expect(composeFeedback(audit({ feedbackPoints: [] })).noPointsBecause).toBe('none-below');
  });
});

describe('the strengths of a feedback', () => {
  const titles = (more: Partial<AuditToFeedBack>) =>
    composeFeedback(audit({ feedbackPoints: [], ...more })).strengths.map(
      ({ criterion: key }) => key,
    );

  it('are at most two, of two domains: critical ones first, then by weight', () => {
    expect(titles({})).toEqual(['complete', 'own-words']);
  });

  it('begin with the highest grade', () => {
    const agreed = { heard: 'outstanding', 'own-words': 'good', complete: 'good', smart: 'good' };
    expect(titles({ agreed })).toEqual(['heard', 'complete']);
  });

  it('stand in the order of the framework where nothing else tells them apart', () => {
    const agreed = { heard: 'good', specific: 'good' };
    expect(titles({ agreed })).toEqual(['heard', 'specific']);
  });

  it('are none where nothing meets the standard', () => {
    expect(titles({ agreed: { heard: 'inadequate', complete: 'cannot-tell' } })).toEqual([]);
  });

  it('carry the line on their domain, the lead agency’s before another’s, or else the evidence', () => {
    const { strengths } = composeFeedback(
      audit({
        strengthLines: [
          { domain: 'needs', agency: 'education', line: 'Clear on learning.' },
          { domain: 'needs', agency: 'health', line: 'Clear on sleep.' },
        ],
        evidence: [{ ...evidence('education', 'Drawings.'), criterion: 'own-words' }],
      }),
    );
    expect(strengths).toMatchObject([
      { criterion: 'complete', domain: 'Domain needs', said: { text: 'Clear on sleep.' } },
      { criterion: 'own-words', said: { agency: { title: 'Education' }, text: 'Drawings.' } },
    ]);
  });
});

describe('the overall grade of a feedback', () => {
  it('is missing when the audit closed partial', () => {
    expect(composeFeedback(audit({ result: { finalGrade: null } })).grade).toBeNull();
  });
});
