import { chainToPackageManager, stillRuns } from './processes.mjs';
import { Ended } from './say.mjs';

/**
 * Everything a command started has to end when somebody asks for it (Ctrl-C, a signal, a closed
 * terminal) and also when npm, which started the command, is killed in a way that it cannot pass on.
 * @typedef {{ promise: Promise<string>, reason: string | undefined }} Ending
 */

const betweenLooksAtNpm = 1000;

/**
 * @param {() => void} gone
 */
function watchPackageManager(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const chain = chainToPackageManager();
  const timer = setInterval(() => {
    if (chain.every(stillRuns)) return;
    clearInterval(timer);
    gone();
  }, betweenLooksAtNpm);
  timer.unref();
}

/** @returns {Ending} */
export function listenForEnding() {
  /** @type {Ending} */
  const ending = { promise: Promise.resolve(''), reason: undefined };
  ending.promise = new Promise((resolve) => {
    /** @param {string} reason */
    const end = (reason) => {
      ending.reason ??= reason;
      resolve(reason);
    };
    // The handlers stay for good: npm passes Ctrl-C on to us a second time, and that must not cut
    // the orderly end short.
    process.on('SIGINT', () => end('Stopping.'));
    process.on('SIGTERM', () => end('Stopping.'));
    process.on('SIGHUP', () => end('The terminal was closed: stopping.'));
    watchPackageManager(() => end('npm has ended: stopping.'));
  });
  return ending;
}

/**
 * @param {Ending} ending
 */
export function refuseWhenEnding(ending) {
  if (ending.reason) throw new Ended(ending.reason);
}
