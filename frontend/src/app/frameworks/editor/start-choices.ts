import { frameworkUnits, type Unit } from '@app/shared/domain';
import type { Choice } from '../../components/choice';

const unitWords: Readonly<Record<Unit, string>> = {
  plan: 'The plan',
  document: 'One document of a plan, such as an advice or a review',
};

export const unitChoices: readonly Choice[] = frameworkUnits.map((value) => ({
  value,
  label: unitWords[value],
}));
