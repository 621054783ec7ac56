import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anyFreePort } from '../../docker/local/free-port.mjs';
import { makeThrowAwayFolder } from '../../docker/local/local-folder.mjs';
import { StartedScript, eventually } from './started-script.js';

const checkout = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** A first start builds the product, which takes its time on a slow machine. */
const withBuild = 300_000;

describe('the commands a newcomer types', () => {
  let local: string;
  let port: number;
  let started: StartedScript;

  const npm = (...args: string[]) =>
    StartedScript.start('npm', args, {
      folder: checkout,
      env: { LOCAL_DATABASE_FOLDER: local, PORT: String(port) },
    });
  const running = () => eventually(() => started.said.includes('Press Ctrl-C to stop.'), withBuild);
  const health = () => fetch(`http://localhost:${port}/api/health`);

  beforeAll(async () => {
    local = makeThrowAwayFolder('ehc-plan-audit-test-commands-');
    port = await anyFreePort();
    started = npm('start');
    await running();
  }, withBuild);

  afterAll(async () => {
    started.kill('SIGTERM');
    await started.ended;
    rmSync(local, { recursive: true, force: true });
  });

  it('npm start prints the address and who may sign in, and the server answers there', async () => {
    expect(started.said).toContain(
      `EHC plan quality audit is running at http://localhost:${port}\n`,
    );
    expect(started.said).toMatch(/^ {2}Helen Marsh +Administrator +helen\.marsh@/m);
    expect((await health()).status).toBe(200);
    const page = await fetch(`http://localhost:${port}/`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toContain('text/html');
  });

  it('npm run reset leaves a database alone that is in use', async () => {
    const reset = npm('run', 'reset');
    expect(await reset.ended).not.toBe(0);
    expect(reset.said).toContain("This checkout's database is in use by a running instance");
    expect((await health()).status).toBe(200);
  });

  it("the backend's command-line files share the database of the running instance", async () => {
    const command = StartedScript.start(
      'node',
      [join(checkout, 'docker/local/command.mjs'), 'dist/command-line/verify-trail.js'],
      { env: { LOCAL_DATABASE_FOLDER: local } },
    );
    expect([await command.ended, command.said]).toEqual([0, expect.any(String)]);
    expect((await health()).status).toBe(200);
  });

  it('Ctrl-C ends all of it, and a second start is there within ten seconds', async () => {
    const [name = ''] = readdirSync(local).filter((entry) => entry.startsWith('database-'));
    const holder = JSON.parse(readFileSync(join(local, name, 'holder.json'), 'utf8')) as {
      pid: number;
    };
    process.kill(holder.pid, 'SIGINT');
    expect(await started.ended).toBe(0);
    await expect(health()).rejects.toThrow();

    const from = performance.now();
    started = npm('start');
    await running();
    expect(performance.now() - from).toBeLessThan(10_000);
    expect((await health()).status).toBe(200);
  }, 120_000);

  it('npm run reset starts over', async () => {
    started.kill('SIGTERM');
    await started.ended;
    const reset = npm('run', 'reset');
    expect(await reset.ended).toBe(0);
    expect(reset.said).toContain("Removing this checkout's local database");
    expect(readdirSync(local).filter((entry) => entry.startsWith('database-'))).toEqual([]);
  });
});
