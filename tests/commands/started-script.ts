import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

import { findProcess } from '../../docker/local/processes.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const modules = resolve(here, '../../node_modules');

/** The machine's own Node and npm, which is what starts the commands on a fresh clone. */
export const hostPath = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.startsWith(modules))
  .join(delimiter);

export interface HowToStart {
  folder?: string;
  env?: Record<string, string>;
  uid?: number;
  gid?: number;
}

/** A command as a person starts it, in a process of its own. */
export class StartedScript {
  private output = '';
  readonly ended: Promise<number | string>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (text: Buffer) => (this.output += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.ended = new Promise((done) => {
      child.on('close', (code, signal) => done(code ?? signal ?? 'unknown'));
    });
  }

  static start(command: string, args: string[], how: HowToStart = {}): StartedScript {
    const { folder = here, env = {}, ...user } = how;
    return new StartedScript(
      spawn(command, args, {
        cwd: folder,
        ...user,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: hostPath, HOME: process.env.HOME ?? '/', ...env },
      }),
    );
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get said(): string {
    return this.output;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** The rest of the first line that begins with a word. */
  async line(word: string): Promise<string> {
    const found = () => new RegExp(`^${word} (.*)$`, 'm').exec(this.output)?.[1];
    await eventually(() => found() !== undefined || this.child.exitCode !== null, 30_000);
    const rest = found();
    if (rest === undefined) throw new Error(`It never said "${word}", only:\n${this.output}`);
    return rest;
  }
}

/** Waits until something is so, and fails when it is not so in time. */
export async function eventually(
  isSo: () => boolean | Promise<boolean>,
  within = 5000,
): Promise<void> {
  const until = performance.now() + within;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(`It did not come about within ${within} ms.`);
    await pause(25);
  }
}

/** The process number of the PostgreSQL that runs on a folder. */
export function postgresOf(folder: string): number {
  return Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

export function runs(pid: number): boolean {
  return findProcess(pid) !== undefined;
}

export async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks while the database is killed is what some tests are about.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>({ text: sql });
    return rows[0] && Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

export async function writeNote(url: string, note: string): Promise<void> {
  await ask(url, 'CREATE TABLE IF NOT EXISTS notes (note text)');
  await ask(url, `INSERT INTO notes VALUES ('${note}')`);
}

export function readNotes(url: string): Promise<unknown> {
  return ask(url, "SELECT string_agg(note, ', ' ORDER BY note) FROM notes");
}
