import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { pinoPaths, redactedPaths } from './redacted-paths.js';

const SECRET = 'quiet-harbour-violet-92';

/** The line that logging an object leaves. */
function lineOf(logged: object): string {
  let line = '';
  const redact = { paths: pinoPaths, censor: '[not logged]' };
  pino({ redact }, { write: (text: string) => (line += text) }).info(logged, 'told');
  return line;
}

describe('what never reaches the log', () => {
  it.each(redactedPaths)('is %s, at the top and one and two levels down', (name) => {
    const logged = [
      { [name]: SECRET },
      { one: { [name]: SECRET } },
      { one: { two: { [name]: SECRET } } },
      { [name]: { inside: SECRET } },
    ];
    for (const line of logged.map(lineOf)) {
      expect(line).not.toContain(SECRET);
      expect(line).toContain('[not logged]');
    }
  });

  it('leaves in what an administrator needs', () => {
    expect(lineOf({ route: '/api/accounts/:id', status: 409, accountId: 'a key' })).toContain(
      '"route":"/api/accounts/:id","status":409,"accountId":"a key"',
    );
  });
});
