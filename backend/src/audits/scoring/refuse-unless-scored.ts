import { Problem } from '@app/shared/domain';
import type { StoredScoring } from './scoring.repository.js';

/** @throws Problem rule-broken unless the auditor has opened the scoring and it has not ended */
export function refuseUnlessScored(scoring: Pick<StoredScoring, 'state' | 'openedAt'>): void {
  if (scoring.state === 'submitted') {
    throw new Problem('rule-broken', 'You have submitted this scoring, so it is locked.');
  }
  if (scoring.state === 'withdrawn') {
    throw new Problem(
      'rule-broken',
      'The audit lead has withdrawn this scoring, so nothing more is saved in it.',
    );
  }
  if (scoring.state === 'not-completed') throw roundIsClosed();
  if (scoring.openedAt === null) {
    throw new Problem(
      'rule-broken',
      'Declare first whether you have a conflict of interest. The form opens after that.',
    );
  }
}

/** Of an audit that its round has left behind. */
export function roundIsClosed(): Problem {
  return new Problem(
    'rule-broken',
    'The round of this audit is closed. It counts as not completed, and nothing of it changes any more.',
  );
}
