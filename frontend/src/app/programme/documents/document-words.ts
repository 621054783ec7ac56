import type { AuditedDocument, DocumentCounts } from '@app/shared/contracts';
import { calendarDayInWords } from '@app/shared/domain';
import type { SummaryRow } from '../../components/summary-list';

/** How many documents the plans of the sample have, and how many plans none. */
export function countRows(counts: DocumentCounts): SummaryRow[] {
  return [
    { key: 'Plans drawn', value: String(counts.plans) },
    { key: 'Documents to audit', value: String(counts.documents) },
    { key: 'Plans of which none was asked for', value: String(counts.plansNoneAsked) },
    { key: 'Plans with no document entered', value: String(counts.plansNoneEntered) },
  ];
}

/** "Community physiotherapy. Requested on 1 June 2026, received on 6 July 2026" */
export function documentInWords({ source, requestedOn, receivedOn }: AuditedDocument): string {
  const days = [
    ...(requestedOn === null ? [] : [`requested on ${calendarDayInWords(requestedOn)}`]),
    ...(receivedOn === null ? [] : [`received on ${calendarDayInWords(receivedOn)}`]),
  ].join(', ');
  return days === '' ? source : `${source}. ${days.charAt(0).toUpperCase()}${days.slice(1)}`;
}
