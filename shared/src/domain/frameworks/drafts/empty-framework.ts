import type { FrameworkDefinition, Scale, Titled } from '../definition.js';
import type { AboutDraft } from './draft-from-rows.js';

/** Four grades with the words of the reference frameworks; a plan with one grade throughout earns it. */
const scaleToStartFrom: Scale = {
  grades: [
    { key: 'outstanding', label: 'Outstanding', neutralLabel: 'Leading', points: 4, from: 3.5 },
    { key: 'good', label: 'Good', neutralLabel: 'Secure', points: 3, from: 2.5 },
    {
      ...{ key: 'requires-improvement', label: 'Requires improvement' },
      ...{ neutralLabel: 'Developing', points: 2, from: 1.5 },
    },
    { key: 'inadequate', label: 'Inadequate', neutralLabel: 'Not yet met', points: 1, from: 0 },
  ],
  meetsFrom: 'good',
  evidenceRequiredFor: ['requires-improvement', 'inadequate', 'cannot-tell', 'not-applicable'],
};

/**
 * A framework with a scale and nothing to score: what somebody starts from who starts from nothing.
 *
 * @param agencies those that the partnership has
 */
export function emptyFramework(
  { kind, title, purpose, unit, unitTitle }: AboutDraft,
  agencies: readonly Titled[],
): FrameworkDefinition {
  return {
    ...{ kind, title, purpose, unit, unitTitle },
    actionPlanRefs: [],
    agencies: agencies.map((agency) => ({ key: agency.key, title: agency.title })),
    scale: { ...scaleToStartFrom, grades: scaleToStartFrom.grades.map((grade) => ({ ...grade })) },
    ...{ profileFields: [], domains: [], facts: [], indicators: [], caps: [] },
    ...{ sources: [], trainingTags: [] },
  };
}
