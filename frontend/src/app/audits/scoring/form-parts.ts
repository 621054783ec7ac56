import type { ScoringForm } from '@app/shared/contracts';
import type { ScoredParts } from '@app/shared/domain';

/** The parts of the framework in the shape the shared rules read; the contract has one class for several shapes. */
export function partsOf(form: Pick<ScoringForm, keyof ScoredParts>): ScoredParts {
  return form as unknown as ScoredParts;
}
