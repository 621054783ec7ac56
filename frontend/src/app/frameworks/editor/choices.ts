import {
  basisTitle,
  criterionBases,
  nonGrades,
  nonGradeTitle,
  planSections,
  planSectionTitle,
  type FrameworkDefinition,
  type Titled,
} from '@app/shared/domain';
import type { Choice } from '../../components/choice';

export const titledChoices = (list: readonly Titled[]): Choice[] =>
  list.map(({ key, title }) => ({ value: key, label: title }));

export const agencyChoices = ({ agencies }: FrameworkDefinition): Choice[] =>
  titledChoices(agencies);

export const gradeChoices = ({ scale }: FrameworkDefinition): Choice[] =>
  scale.grades.map(({ key, label }) => ({ value: key, label }));

/** Everything that may need a line of evidence. */
export const outcomeChoices = (definition: FrameworkDefinition): Choice[] => [
  ...gradeChoices(definition),
  ...nonGrades.toReversed().map((key) => ({ value: key, label: nonGradeTitle[key] })),
];

export const sectionChoices: readonly Choice[] = planSections.map((section) => ({
  value: section,
  label: `${section}: ${planSectionTitle[section]}`,
}));

export const basisChoices: readonly Choice[] = criterionBases.map((basis) => ({
  value: basis,
  label: basisTitle[basis],
}));
