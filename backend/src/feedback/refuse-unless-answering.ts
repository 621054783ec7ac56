import { Problem } from '@app/shared/domain';
import type { StoredFeedback } from './feedback.repository.js';

/** @throws Problem rule-broken unless the points are the person's to answer */
export function refuseUnlessAnswering({ mayReply }: Pick<StoredFeedback, 'mayReply'>): void {
  if (mayReply) return;
  throw new Problem(
    'rule-broken',
    'The plan’s officer answers this feedback. Ask them, or tell the administrator if they have left.',
  );
}
