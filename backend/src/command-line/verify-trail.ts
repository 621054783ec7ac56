import { VerifyTrail } from '../trail/index.js';
import { runCommand, say } from './context.js';

/** Walks the trail's chain and says whether anything was changed, removed or put in between. */
await runCommand(async (app) => {
  const [given] = process.argv.slice(2);
  const match = given ? /^(\d+):([0-9a-f]{64})$/.exec(given) : null;
  if (given && !match) {
    say('Give the head as NUMBER:HASH, as an earlier run printed it, or nothing.');
    return 1;
  }
  const known = match ? { sequence: Number(match[1]), hash: match[2] ?? '' } : null;
  const verdict = await app.get(VerifyTrail).verify(known);
  for (const fault of verdict.faults) say(fault);
  say(
    `${verdict.sealed} entries sealed, ${verdict.unsealed} not yet sealed, ${verdict.faults.length} faults.`,
  );
  if (verdict.head) {
    say(`Head: ${verdict.head.sequence}:${verdict.head.hash}`);
    say(
      'Keep the head outside the database: a later run with it also notices entries cut from the end.',
    );
  }
  return verdict.faults.length > 0 ? 1 : 0;
});
