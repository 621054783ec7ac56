import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { anyFreePort } from '../../docker/local/free-port.mjs';
import { makeThrowAwayFolder } from '../../docker/local/local-folder.mjs';
import { commandLine } from '../../docker/local/processes.mjs';
import {
  StartedScript,
  ask,
  eventually,
  postgresOf,
  readNotes,
  runs,
  writeNote,
} from './started-script.js';

const script = fileURLToPath(new URL('supervised.mjs', import.meta.url));

describe('the supervisor', () => {
  let local: string;
  let port: number;
  let started: StartedScript;

  const settings = () => ({ LOCAL_DATABASE_FOLDER: local, PORT: String(port) });
  const start = () => StartedScript.start('node', [script], { env: settings() });
  const folder = () => {
    const [name = ''] = readdirSync(local).filter((entry) => entry.startsWith('database-'));
    return join(local, name);
  };
  const databaseUrl = async (at: string) => (await fetch(`http://127.0.0.1:${at}`)).text();

  /** The server's process, a child of the supervisor like the database's shell. */
  function serverOf(supervisor: number): number {
    const children = readFileSync(`/proc/${supervisor}/task/${supervisor}/children`, 'utf8');
    const pids = children.trim().split(' ').map(Number);
    return (
      pids.find((pid) => commandLine(pid).some((part) => part.endsWith('small-server.mjs'))) ?? 0
    );
  }

  async function everythingOf(supervisor: number): Promise<number[]> {
    await eventually(() => serverOf(supervisor) > 0);
    return [supervisor, serverOf(supervisor), postgresOf(folder())];
  }

  beforeAll(async () => {
    local = makeThrowAwayFolder('ehc-plan-audit-test-commands-');
    port = await anyFreePort();
  });

  afterEach(async () => {
    started.kill('SIGTERM');
    await started.ended;
  });

  afterAll(() => rmSync(local, { recursive: true, force: true }));

  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT', 'SIGHUP'])(
    'stops server and database on %s, leaves with 0 and finds the data again',
    async (signal) => {
      started = start();
      await writeNote(await databaseUrl(await started.line('running')), signal);
      const all = await everythingOf(started.pid);
      started.kill(signal);
      // npm passes Ctrl-C on a second time; that must not cut the orderly end short.
      started.kill(signal);
      expect(await started.ended).toBe(0);
      expect(all.filter(runs)).toEqual([]);
      expect(started.said).toContain('topping.');

      started = start();
      expect(await readNotes(await databaseUrl(await started.line('running')))).toContain(signal);
    },
  );

  it('stops the database and says so when the server is killed', async () => {
    started = start();
    await writeNote(await databaseUrl(await started.line('running')), 'server killed');
    const all = await everythingOf(started.pid);
    process.kill(serverOf(started.pid), 'SIGKILL');
    expect(await started.ended).toBe(1);
    expect(started.said).toMatch(/The server ended by itself \(ended by SIGKILL\)/);
    expect(started.said).toContain('server is listening');
    expect(all.filter(runs)).toEqual([]);

    started = start();
    expect(await readNotes(await databaseUrl(await started.line('running')))).toContain(
      'server killed',
    );
  });

  it('stops the server and says so when PostgreSQL is killed', async () => {
    started = start();
    await started.line('running');
    const all = await everythingOf(started.pid);
    process.kill(postgresOf(folder()), 'SIGKILL');
    expect(await started.ended).toBe(1);
    expect(started.said).toContain('The database ended by itself');
    expect(all.filter(runs)).toEqual([]);
  });

  it('leaves neither server nor PostgreSQL behind when it is killed itself', async () => {
    started = start();
    await writeNote(await databaseUrl(await started.line('running')), 'supervisor killed');
    const all = await everythingOf(started.pid);
    started.kill('SIGKILL');
    await started.ended;
    await eventually(() => all.filter(runs).length === 0);

    started = start();
    expect(await readNotes(await databaseUrl(await started.line('running')))).toContain(
      'supervisor killed',
    );
  });

  it('ends within five seconds when npm alone is killed', async () => {
    const home = mkdtempSync(join(tmpdir(), 'ehc-plan-audit-test-npm-'));
    const scripts = { start: `node ${script}` };
    writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'started', scripts }));
    started = StartedScript.start('npm', ['start'], {
      folder: home,
      env: { ...settings(), HOME: home, npm_config_update_notifier: 'false' },
    });
    await started.line('running');
    const holder = JSON.parse(readFileSync(join(folder(), 'holder.json'), 'utf8')) as {
      pid: number;
    };
    const all = await everythingOf(holder.pid);
    started.kill('SIGKILL');
    await eventually(() => all.filter(runs).length === 0, 5000);
    rmSync(home, { recursive: true, force: true });
  });

  it('takes the next free port and names both', async () => {
    const neighbour = createServer().listen(port, '127.0.0.1');
    await eventually(() => neighbour.listening);
    expect((neighbour.address() as AddressInfo).port).toBe(port);
    started = start();
    const used = Number(await started.line('running'));
    expect(used).toBeGreaterThan(port);
    expect(started.said).toContain(`Port ${port} is taken, so port ${used} is used.`);
    neighbour.close();
  });

  it('tells a second start that the first one uses the database, and leaves that one alone', async () => {
    started = start();
    const url = await databaseUrl(await started.line('running'));
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.said).toMatch(
      new RegExp(
        `^This checkout's database is in use by a running instance \\(process ${started.pid}\\)`,
      ),
    );
    expect(await ask(url, 'SELECT 1')).toBe(1);
  });

  it('says what is wrong with a port that is none', async () => {
    started = StartedScript.start('node', [script], { env: { ...settings(), PORT: 'eighty' } });
    expect(await started.ended).toBe(1);
    expect(started.said).toContain('PORT must be a whole number from 1 to 65535; it is "eighty".');
  });

  it("uses another's database when DATABASE_URL names one, and starts none", async () => {
    const otherLocal = join(local, 'other');
    mkdirSync(otherLocal);
    started = StartedScript.start('node', [script], {
      env: {
        ...settings(),
        LOCAL_DATABASE_FOLDER: otherLocal,
        DATABASE_URL: 'postgres://elsewhere/x',
      },
    });
    expect(await databaseUrl(await started.line('running'))).toBe('postgres://elsewhere/x');
    const [name = ''] = readdirSync(otherLocal);
    expect(readdirSync(join(otherLocal, name))).toEqual(['server.log']);
  });
});
