import type { ProblemError } from '../problems/index.js';
import type { ReplyAnswer } from './feedback-words.js';

/** What the plan's writer says to one point. */
export interface Reply {
  answer: ReplyAnswer;
  note: string | null;
}

/**
 * What is wrong with a reply. "Not possible" needs its reason: it is what shows that a fault lies
 * in commissioning or advice and not with the writer.
 *
 * @returns null when it can be saved
 */
export function replyFault({ answer, note }: Reply): ProblemError | null {
  if (answer !== 'not-possible' || note !== null) return null;
  return { path: 'note', message: 'Say in the note why it is not possible' };
}
