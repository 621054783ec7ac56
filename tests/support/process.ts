import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from './database.js';
import { Visitor } from './visitor.js';

const MAIN = fileURLToPath(new URL('../../backend/dist/main.js', import.meta.url));

/** The service as it really runs: a process of its own, built, with its log on standard output. */
export interface ServiceProcess {
  visitor(): Visitor;
  /** Everything written so far to standard output and standard error. */
  written(): string;
  /** Ends it as `npm start` does, and waits until all is written. */
  stop(): Promise<void>;
}

export async function startProcess(
  database: TestDatabase,
  environment: Record<string, string> = {},
): Promise<ServiceProcess> {
  const child = fork(MAIN, {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    env: {
      NODE_ENV: 'test',
      PORT: '0',
      DATABASE_URL: database.url,
      LIFE_LINE: 'yes',
      STATIC_FOLDER: 'none',
      ...environment,
    },
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (written += part.toString()));
  const port = await readyPort(child, () => written);
  return {
    visitor: () => new Visitor(`http://127.0.0.1:${port}`),
    written: () => written,
    stop: async () => {
      const closed = once(child, 'close');
      child.stdin?.end();
      await closed;
    },
  };
}

async function readyPort(child: ChildProcess, written: () => string): Promise<number> {
  const message = await Promise.race([
    once(child, 'message').then(([first]) => first as { port: number }),
    once(child, 'exit').then(() => null),
  ]);
  if (message === null) throw new Error(`the service did not start:\n${written()}`);
  return message.port;
}
