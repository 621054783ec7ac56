import { Problem } from '@app/shared/domain';
import type { StoredReport } from './report.repository.js';

/** @throws Problem rule-broken for a published report */
export function refuseUnlessDraft({ state }: StoredReport): void {
  if (state === 'draft') return;
  throw new Problem(
    'rule-broken',
    'This report is published and does not change. To put something right, make a new edition.',
  );
}
