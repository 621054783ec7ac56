import type { AuditResult } from '../audits/index.js';
import type { Criterion, FrameworkDefinition } from '../frameworks/index.js';
import { compileQuarter, type RoundResults } from '../trends/index.js';
import type { ReportSources } from './compile-report.js';

/** A framework of two agencies and two domains, only as filled in as a report needs. */
const criterion = (key: string, agencies: string[]): Criterion => ({
  ...{ key, title: `The ${key}`, question: `${key}?`, sections: ['A'], agencies },
  ...{ leadAgency: agencies[0] ?? '', weight: 1, critical: false, basis: 'should', citations: [] },
  ...{ whereToLook: '', applicability: { mode: 'always' }, descriptors: {} },
  ...{ trainingTags: [], actionPlanRefs: [] },
});

const domain = (key: string, criteria: Criterion[]) => ({
  ...{ key, title: `Domain of ${key}`, shortTitle: key, purpose: '', sections: ['A' as const] },
  ...{ weight: 50, criteria },
});

const fact = (key: string, owner: string) => ({
  ...{ key, title: key, question: '', type: 'yes-no' as const, owner, use: '' },
});

const indicator = (key: string) => ({
  ...{ key, title: `Plans with ${key}`, measure: 'A finding' },
  rule: { kind: 'share' as const, meets: { field: key, op: 'eq' as const, value: 'yes' } },
});

const both = ['education', 'health'];

export const definition: FrameworkDefinition = {
  ...{ kind: 'ehc-plan', title: 'EHC plan audit', purpose: '', unit: 'plan', unitTitle: '' },
  ...{ actionPlanRefs: [], profileFields: [], caps: [], sources: [], trainingTags: [] },
  agencies: [
    { key: 'education', title: 'Education' },
    { key: 'health', title: 'Health' },
  ],
  scale: {
    grades: [
      { key: 'outstanding', label: 'Outstanding', neutralLabel: '', points: 4, from: 3.5 },
      { key: 'good', label: 'Good', neutralLabel: '', points: 3, from: 2.75 },
      { key: 'below', label: 'Below good', neutralLabel: '', points: 2, from: 1.75 },
      { key: 'lowest', label: 'Lowest', neutralLabel: '', points: 1, from: 0 },
    ],
    ...{ meetsFrom: 'good', evidenceRequiredFor: [] },
  },
  domains: [
    domain('voice', [criterion('voice', both), criterion('hopes', both)]),
    domain('health', [criterion('needs', ['health']), criterion('provision', ['health'])]),
  ],
  facts: [fact('quoted', 'education'), fact('outcome', 'health')],
  indicators: [indicator('quoted'), indicator('outcome')],
};

/** A closed audit in which everything has one grade, but for what the test is about. */
export const aResult = (grade: number, fields: Partial<AuditResult> = {}): AuditResult => ({
  ...{ auditId: 'a', reference: 'AUD-2026-27-Q2-0001', frameworkVersionId: 'first' },
  ...{ frameworkKind: 'ehc-plan', quarter: '2026-27-Q2', roundId: 'r', roundKind: 'routine' },
  ...{ stratum: 'post-16', stratumPopulation: 200, stratumSampleSize: 30 },
  ...{ closedOn: '2026-09-30', agencies: both, status: 'graded' },
  agreedGrades: [grade, grade, grade, grade],
  agencyGrades: {
    ...{ education: [grade, grade, null, null], health: [grade, grade, grade, grade] },
  },
  ...{ domainScores: [3, 3], domainGrades: [grade, grade], overallScore: 3 },
  ...{ calculatedGrade: grade, capsApplied: [], finalGrade: grade },
  facts: { quoted: grade >= 3 ? 'yes' : 'no', outcome: grade >= 3 ? 'yes' : 'no' },
  ...{ profile: {}, localAuthority: 'Ashbourne Vale', phase: 'post-16' },
  ...{ settingGroup: 'mainstream', primaryNeed: null, isLookedAfter: false, team: null },
  ...{ yearGroup: 12 },
  ...fields,
});

/** So many audits of each grade, the best grade first. */
export const graded = (...counts: number[]): AuditResult[] =>
  counts.flatMap((count, place) =>
    Array.from({ length: count }, () => aResult(counts.length - place)),
  );

export const aRound = (results: AuditResult[], quarter = '2026-27-Q2'): RoundResults => ({
  ...{ quarter, frameworkVersionId: 'first', results },
  strata: [{ key: 'post-16', populationSize: 200 }],
});

export const sources = (
  results: AuditResult[],
  fields: Partial<ReportSources> = {},
): ReportSources => {
  const round = aRound(results);
  const { forReaders } = compileQuarter({ definition, rounds: [round], earlierForReaders: [] });
  const isGraded = ({ status }: AuditResult) => status === 'graded';
  const ungraded = results.filter((result) => !isGraded(result)).length;
  return {
    ...{ definition, round, edition: 1, quarters: [forReaders], last: null },
    framework: { number: 1, hash: 'f'.repeat(64) },
    partnership: { name: 'Ashbourne Vale SEND Partnership', colour: '#12304a' },
    coverage: [
      {
        ...{ stratum: 'post-16', population: 200, graded: results.length - ungraded },
        ...{ partial: ungraded, notCompleted: 0, withdrawn: 0 },
      },
    ],
    draw: { drawnOn: '2026-07-14', seedCommitment: 'c'.repeat(64) },
    feedback: { correctedNow: 0, atNextReview: 0, notPossible: 0, unanswered: 0 },
    ...fields,
  };
};
