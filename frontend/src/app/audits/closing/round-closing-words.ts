import type { DocumentCounts, RoundClosingResponse } from '@app/shared/contracts';
import type { SummaryRow } from '../../components/summary-list';
import { counted } from '../../platform/counted';

/** What the round has come to, from what was drawn to what is left. */
export function countRows({ counts, documents, closedAt }: RoundClosingResponse): SummaryRow[] {
  const { drawn, withdrawn, replaced, graded, partial, notCompleted } = counts;
  const isClosed = closedAt !== null;
  return [
    { key: 'Plans drawn', value: String(drawn) },
    { key: 'Withdrawn from the sample', value: String(withdrawn) },
    { key: 'Taken from the reserve', value: String(replaced) },
    ...(documents === null ? [] : documentCountRows(documents)),
    { key: 'Closed with an overall grade', value: String(graded) },
    { key: 'Closed partial, without one', value: String(partial) },
    { key: isClosed ? 'Not completed' : 'Not closed yet', value: String(notCompleted) },
  ];
}

/** What the plans of the sample come to in documents. */
function documentCountRows(counts: DocumentCounts): SummaryRow[] {
  return [
    { key: 'Documents of these plans', value: String(counts.documents) },
    { key: 'Plans of which none was asked for', value: String(counts.plansNoneAsked) },
    { key: 'Plans with no document entered', value: String(counts.plansNoneEntered) },
  ];
}

/** What would count as not completed: "3 audits and 1 plan without an audit count as not completed" */
export function lostInWords({
  counts,
  plansWithoutAudit,
  documents,
}: RoundClosingResponse): string {
  const unit = documents ? 'document' : 'plan';
  const audits = counts.notCompleted - plansWithoutAudit;
  const parts = [
    ...(audits > 0 ? [counted(audits, 'audit', 'audits')] : []),
    ...(plansWithoutAudit > 0
      ? [counted(plansWithoutAudit, `${unit} without an audit`, `${unit}s without an audit`)]
      : []),
  ];
  const verb = counts.notCompleted === 1 ? 'counts' : 'count';
  return parts.length === 0
    ? 'every audit of the round is closed, so nothing is lost'
    : `${parts.join(' and ')} ${verb} as not completed, and never as a grade`;
}
