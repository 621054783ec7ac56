import { describe, expect, it } from '@jest/globals';
import { replyFault } from './reply-rules.js';

describe('a reply to a point', () => {
  it.each(['corrected-now', 'at-next-review'] as const)('needs no note for %s', (answer) => {
    expect(replyFault({ answer, note: null })).toBeNull();
    expect(replyFault({ answer, note: 'Section F says how often.' })).toBeNull();
  });

  it('needs a note where it is not possible', () => {
    expect(replyFault({ answer: 'not-possible', note: null })).toEqual({
      path: 'note',
      message: 'Say in the note why it is not possible',
    });
    expect(
      replyFault({ answer: 'not-possible', note: 'The service has a waiting list.' }),
    ).toBeNull();
  });
});
