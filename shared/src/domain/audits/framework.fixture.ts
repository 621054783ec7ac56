import type { Cap, Criterion, FrameworkDefinition, Grade } from '../frameworks/index.js';

/** Frameworks to test with: small, and only as filled in as scoring needs. */
export const four: Grade[] = [
  { key: 'outstanding', label: 'Outstanding', neutralLabel: 'Exemplary', points: 4, from: 3.5 },
  { key: 'good', label: 'Good', neutralLabel: 'Secure', points: 3, from: 2.75 },
  { key: 'requires-improvement', label: 'RI', neutralLabel: 'Developing', points: 2, from: 1.75 },
  { key: 'inadequate', label: 'Inadequate', neutralLabel: 'Weak', points: 1, from: 0 },
];

export const criterion = (key: string, weight = 1, critical = false): Criterion => ({
  key,
  title: key,
  question: `${key}?`,
  sections: ['A'],
  agencies: ['education'],
  leadAgency: 'education',
  weight,
  critical,
  basis: 'should',
  citations: [],
  whereToLook: '',
  applicability: { mode: 'always' },
  descriptors: {},
  trainingTags: [],
  actionPlanRefs: [],
});

interface Shape {
  grades?: Grade[];
  caps?: Cap[];
}

/** Domains by key, each with its weight and criteria. */
export const framework = (
  domains: Record<string, [number, Criterion[]]>,
  { grades = four, caps = [] }: Shape = {},
): FrameworkDefinition => ({
  kind: 'ehc-plan',
  title: 'EHC plan',
  purpose: '',
  unit: 'plan',
  unitTitle: 'One EHC plan',
  actionPlanRefs: [],
  agencies: [{ key: 'education', title: 'Education' }],
  scale: { grades, meetsFrom: 'good', evidenceRequiredFor: [] },
  profileFields: [],
  domains: Object.entries(domains).map(([key, [weight, criteria]]) => ({
    key,
    title: key,
    shortTitle: key,
    purpose: '',
    sections: ['A'],
    weight,
    criteria,
  })),
  facts: [],
  indicators: [],
  caps,
  sources: [],
  trainingTags: [],
});
