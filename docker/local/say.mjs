/**
 * What the commands print is read by people, so everything they say is a whole sentence and a
 * failure that we understand shows no stack.
 */

/** A failure that is explained by its message alone. */
export class Refusal extends Error {}

/** Thrown where work is given up because somebody asked the command to end. */
export class Ended extends Refusal {}

// When npm or the terminal is killed nobody reads any more; the orderly end must go on regardless.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

/** @type {NodeJS.WriteStream} */
let said = process.stdout;

/** For a command whose standard output is its result alone. */
export function sayAside() {
  said = process.stderr;
}

/** @param {string} text */
export function say(text) {
  said.write(`${text}\n`);
}

/**
 * @param {unknown} cause
 * @returns {string}
 */
export function explain(cause) {
  if (cause instanceof Refusal) return cause.message;
  if (cause instanceof Error) return cause.stack ?? cause.message;
  return `Something failed without saying why: ${String(cause)}.`;
}

/**
 * Runs a command and ends the process with its exit code.
 * @param {() => Promise<number>} command
 * @param {{ codeWhenEnded: number }} options
 */
export async function runCommand(command, { codeWhenEnded }) {
  let code = 1;
  try {
    code = await command();
  } catch (cause) {
    if (cause instanceof Ended) code = codeWhenEnded;
    process.stderr.write(`${explain(cause)}\n`);
  }
  // A stray handle must not keep the command alive once everything it started has ended.
  process.exit(code);
}
