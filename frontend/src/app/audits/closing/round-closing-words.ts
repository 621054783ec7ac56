import type { RoundClosingResponse, RoundCounts } from '@app/shared/contracts';
import type { SummaryRow } from '../../components/summary-list';
import { counted } from '../counted';

/** What the round has come to, from what was drawn to what is left. */
export function countRows(counts: RoundCounts, isClosed: boolean): SummaryRow[] {
  const { drawn, withdrawn, replaced, graded, partial, notCompleted } = counts;
  return [
    { key: 'Plans drawn', value: String(drawn) },
    { key: 'Withdrawn from the sample', value: String(withdrawn) },
    { key: 'Taken from the reserve', value: String(replaced) },
    { key: 'Closed with an overall grade', value: String(graded) },
    { key: 'Closed partial, without one', value: String(partial) },
    { key: isClosed ? 'Not completed' : 'Not closed yet', value: String(notCompleted) },
  ];
}

/** What would count as not completed: "3 audits and 1 plan without an audit count as not completed" */
export function lostInWords({ counts, plansWithoutAudit }: RoundClosingResponse): string {
  const audits = counts.notCompleted - plansWithoutAudit;
  const parts = [
    ...(audits > 0 ? [counted(audits, 'audit', 'audits')] : []),
    ...(plansWithoutAudit > 0
      ? [counted(plansWithoutAudit, 'plan without an audit', 'plans without an audit')]
      : []),
  ];
  const verb = counts.notCompleted === 1 ? 'counts' : 'count';
  return parts.length === 0
    ? 'every audit of the round is closed, so nothing is lost'
    : `${parts.join(' and ')} ${verb} as not completed, and never as a grade`;
}
