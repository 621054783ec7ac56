import type { AuditResult } from '../audits/index.js';
import { quarterAfter } from '../calendar/index.js';
import type { FrameworkDefinition, Grade } from '../frameworks/index.js';
import { stratumKeys, type StratumKey } from '../programme/index.js';
import type { RoundResults } from './measure-points.js';

/** Plans of a partnership of 1,500, and how many of 31 are drawn from each stratum. */
const register: Record<StratumKey, [number, number]> = {
  'early-years': [90, 2],
  'primary-mainstream': [320, 6],
  'primary-special': [180, 4],
  'secondary-mainstream': [380, 8],
  'secondary-special': [240, 5],
  'post-16': [290, 6],
};

export const strata = stratumKeys.map((key) => ({ key, populationSize: register[key][0] }));

/** A closed audit, as far as trends read it. */
export const aResult = (fields: Partial<AuditResult> = {}): AuditResult => ({
  ...{ auditId: 'a', reference: 'AUD-2026-27-Q2-0001', frameworkVersionId: 'first' },
  ...{ frameworkKind: 'ehc-plan', quarter: '2026-27-Q2', roundId: 'r', roundKind: 'routine' },
  ...{ stratum: 'primary-mainstream', stratumPopulation: 320, stratumSampleSize: 6 },
  ...{ closedOn: '2026-09-30', agencies: ['education'], status: 'graded' },
  ...{ agreedGrades: [], agencyGrades: {}, domainScores: [], domainGrades: [] },
  ...{ overallScore: 3, calculatedGrade: 3, capsApplied: [], finalGrade: 3 },
  ...{ facts: {}, profile: {}, localAuthority: 'Ashbourne Vale', phase: 'primary' },
  ...{ settingGroup: 'mainstream', primaryNeed: null, isLookedAfter: false, team: null },
  ...{ yearGroup: 4 },
  ...fields,
});

/** A round in which every stratum has as many audits as were drawn, all made by `make`. */
export const aRound = (
  quarter: string,
  make: (stratum: StratumKey, number: number) => Partial<AuditResult>,
  { frameworkVersionId = 'first', times = 1 } = {},
): RoundResults => ({
  ...{ quarter, frameworkVersionId, strata },
  results: stratumKeys.flatMap((stratum) =>
    Array.from({ length: register[stratum][1] * times }, (_, number) =>
      aResult({ quarter, frameworkVersionId, stratum, ...make(stratum, number) }),
    ),
  ),
});

/** Quarters one after the other, from 2024-25-Q3 on. */
export const quarters = (count: number): string[] =>
  Array.from({ length: count }, (_, after) => quarterAfter('2024-25-Q3', after));

/** The same numbers from 0 to 1 each time (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const four: Grade[] = [
  { key: 'outstanding', label: 'Outstanding', neutralLabel: 'Exemplary', points: 4, from: 3.5 },
  { key: 'good', label: 'Good', neutralLabel: 'Secure', points: 3, from: 2.75 },
  { key: 'requires-improvement', label: 'RI', neutralLabel: 'Developing', points: 2, from: 1.75 },
  { key: 'inadequate', label: 'Inadequate', neutralLabel: 'Weak', points: 1, from: 0 },
];

/** A framework as far as its measures go. */
export const frameworkOf = (
  domains: string[],
  indicators: FrameworkDefinition['indicators'] = [],
): FrameworkDefinition => ({
  ...{ kind: 'ehc-plan', title: 'EHC plan', purpose: '', unit: 'plan', unitTitle: 'One plan' },
  ...{ actionPlanRefs: [], agencies: [], profileFields: [], facts: [], caps: [] },
  ...{ sources: [], trainingTags: [], indicators },
  scale: { grades: four, meetsFrom: 'good', evidenceRequiredFor: [] },
  domains: domains.map((key) => ({
    ...{ key, title: key, shortTitle: key, purpose: '', sections: [], weight: 1, criteria: [] },
  })),
});
