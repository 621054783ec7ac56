import { withLeadsWords, type LearningReport } from '@app/shared/domain';
import type { StoredDecision, StoredReport } from './report.repository.js';

/** The report as it reads now: what was published, or the draft with what the lead wrote. */
export function presentReport(
  stored: StoredReport,
  decisions: readonly StoredDecision[],
): LearningReport {
  if (stored.report) return stored.report;
  const { compiled, headline, better, notBetter, whatChanged } = stored;
  const asked = decisions.map(({ text, owner, section }) => ({ text, owner, section }));
  return { ...withLeadsWords(compiled, { headline, better, notBetter }, asked), whatChanged };
}
