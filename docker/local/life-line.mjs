import { spawn } from 'node:child_process';

/**
 * A child started through a life line ends when we end in any way, `kill -9` included: the shell
 * beside it reads a pipe whose other end only we hold, and the kernel closes that end for us. When
 * the child ends by itself the shell ends too, so its exit is the child's exit.
 *
 * The reader stays even when the waiting shell alone is killed, so the child is never left behind,
 * and asks again each second, because a child that has only just started may not listen yet.
 */
const script = `
exec 9<&0
signal=$1; shift
"$@" </dev/null 9<&- &
child=$!
{
  while read -r _ <&9; do :; done
  tries=0
  while [ $tries -lt 60 ] && kill -"$signal" $child; do sleep 1; tries=$((tries + 1)); done
} >/dev/null 2>&1 &
reader=$!
exec 9<&-
wait $child
code=$?
kill $reader 2>/dev/null
exit $code
`;

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ signal: 'INT' | 'TERM', cwd: string, env: NodeJS.ProcessEnv, uid?: number, gid?: number,
 *   output: 'inherit' | number }} options
 */
export function spawnOnLifeLine(command, args, { signal, output, ...options }) {
  const child = spawn('/bin/sh', ['-c', script, 'life-line', signal, command, ...args], {
    ...options,
    // Ctrl-C goes to the whole group of the terminal; the order of the end is ours to decide.
    detached: true,
    stdio: ['pipe', output, output],
  });
  child.stdin?.on('error', () => undefined);
  /** @type {Promise<{ code: number | null, cause?: Error }>} */
  const exited = new Promise((resolve) => {
    child.on('error', (cause) => resolve({ code: null, cause }));
    child.on('exit', (code) => resolve({ code }));
  });
  return {
    pid: child.pid,
    exited,
    /** Lets go of the life line: the child receives its signal. */
    letGo: () => void child.stdin?.destroy(),
  };
}
