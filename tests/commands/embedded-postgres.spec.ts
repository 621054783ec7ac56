import { mkdtempSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { makeThrowAwayFolder } from '../../docker/local/local-folder.mjs';
import { startPostgres } from '../../docker/local/postgres.mjs';
import {
  StartedScript,
  ask,
  eventually,
  postgresOf,
  readNotes,
  runs,
  writeNote,
} from './started-script.js';

const isRoot = process.getuid?.() === 0;

function permissions(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

describe('an embedded PostgreSQL', () => {
  let folder: string;

  beforeAll(() => {
    folder = makeThrowAwayFolder('ehc-plan-audit-test-commands-');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('makes its data at first, answers, and keeps them for the next start', async () => {
    const first = await startPostgres({ folder });
    expect(await ask(first.url, 'SELECT 6 * 7')).toBe(42);
    await writeNote(first.url, 'kept');
    const postgres = postgresOf(folder);
    await first.stop();
    await first.exited;
    expect(runs(postgres)).toBe(false);

    const second = await startPostgres({ folder });
    expect(await readNotes(second.url)).toBe('kept');
    await second.stop();
  });

  it('asks for the generated password, listens on this machine alone and opens no socket file', async () => {
    const database = await startPostgres({ folder });
    try {
      const wrong = database.url.replace(/:[^:@]+@/, ':guessed@');
      await expect(ask(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
      expect(await ask(database.url, 'SHOW listen_addresses')).toBe('127.0.0.1');
      expect(await ask(database.url, 'SHOW unix_socket_directories')).toBe('');
      const methods = 'SELECT string_agg(DISTINCT auth_method, $$,$$) FROM pg_hba_file_rules';
      expect(await ask(database.url, methods)).toBe('scram-sha-256');
    } finally {
      await database.stop();
    }
  });

  it('keeps data, password and holder closed to others, and runs without root rights', async () => {
    const database = await startPostgres({ folder });
    try {
      expect(permissions(join(folder, 'data'))).toBe('700');
      expect(permissions(join(folder, 'password'))).toBe('600');
      expect(permissions(join(folder, 'holder.json'))).toBe('600');
      expect(permissions(join(folder, 'postgres.log'))).toBe('600');
      expect(statSync(join(folder, 'data')).uid).not.toBe(0);
      expect(statSync(`/proc/${postgresOf(folder)}`).uid).not.toBe(0);
    } finally {
      await database.stop();
    }
  });

  it('orders text in one way whatever the language of the machine', async () => {
    const database = await startPostgres({ folder });
    try {
      const sorted = "SELECT string_agg(w, '' ORDER BY w) FROM unnest(ARRAY['é','b','Z','a']) w";
      expect(await ask(database.url, sorted)).toBe('Zabé');
      expect(await ask(database.url, "SELECT upper('é')")).toBe('É');
    } finally {
      await database.stop();
    }
  });

  it('runs beside a second one on another folder', async () => {
    const otherFolder = makeThrowAwayFolder('ehc-plan-audit-test-commands-');
    const both = await Promise.all([
      startPostgres({ folder }),
      startPostgres({ folder: otherFolder, durable: false }),
    ]);
    try {
      expect(await ask(both[0].url, 'SHOW fsync')).toBe('on');
      expect(await ask(both[1].url, 'SHOW fsync')).toBe('off');
    } finally {
      await Promise.all(both.map((database) => database.stop()));
      rmSync(otherFolder, { recursive: true, force: true });
    }
  });

  it('takes another port when the one it was given is in use', async () => {
    const neighbour = createServer().listen(0, '127.0.0.1');
    await eventually(() => neighbour.listening);
    const { port } = neighbour.address() as AddressInfo;
    const database = await startPostgres({ folder, port });
    try {
      expect(new URL(database.url).port).not.toBe(String(port));
      expect(await ask(database.url, 'SELECT 1')).toBe(1);
    } finally {
      await database.stop();
      neighbour.close();
    }
  });

  it('starts although the process number in a left file now belongs to another program', async () => {
    writeFileSync(join(folder, 'data', 'postmaster.pid'), `${process.pid}\n/elsewhere\n`);
    const database = await startPostgres({ folder });
    expect(await ask(database.url, 'SELECT 1')).toBe(1);
    await database.stop();
  });

  it("says in PostgreSQL's own words why it cannot start", async () => {
    const broken = makeThrowAwayFolder('ehc-plan-audit-test-commands-');
    await (await startPostgres({ folder: broken })).stop();
    writeFileSync(join(broken, 'data', 'postgresql.auto.conf'), 'no_such_setting = 1\n');
    await expect(startPostgres({ folder: broken })).rejects.toThrow(
      /did not start\. Its own words:[^]*no_such_setting/,
    );
    unlinkSync(join(broken, 'password'));
    await expect(startPostgres({ folder: broken })).rejects.toThrow(/password file .* is missing/);
    rmSync(broken, { recursive: true, force: true });
  });

  if (isRoot) {
    it('names the user who may not enter the folder that root gave it', async () => {
      const closed = mkdtempSync(join(tmpdir(), 'ehc-plan-audit-test-closed-'));
      await expect(startPostgres({ folder: join(closed, 'database') })).rejects.toThrow(
        /runs as the user \w+ here, who may not enter/,
      );
      rmSync(closed, { recursive: true, force: true });
    });
  }
});

describe('when the process that holds the database ends', () => {
  let folder: string;
  let holder: StartedScript;

  const hold = () => StartedScript.start('node', ['hold-database.mjs', folder]);

  beforeAll(() => {
    folder = makeThrowAwayFolder('ehc-plan-audit-test-commands-');
  });

  afterEach(async () => {
    holder.kill('SIGTERM');
    await holder.ended;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[NodeJS.Signals, number | string]>([
    ['SIGTERM', 0],
    ['SIGINT', 0],
    ['SIGKILL', 'SIGKILL'],
  ])('by %s, PostgreSQL ends with it and the data are there again', async (signal, code) => {
    holder = hold();
    await writeNote(await holder.line('database'), signal);
    const postgres = postgresOf(folder);
    holder.kill(signal);
    expect(await holder.ended).toBe(code);
    await eventually(() => !runs(postgres));

    holder = hold();
    expect(await readNotes(await holder.line('database'))).toContain(signal);
  });

  it('by SIGKILL, the next start need not wait until PostgreSQL has ended', async () => {
    holder = hold();
    await writeNote(await holder.line('database'), 'at once');
    holder.kill('SIGKILL');
    holder = hold();
    expect(await readNotes(await holder.line('database'))).toContain('at once');
  });

  it('notices that PostgreSQL itself was killed, and starts again on the same data', async () => {
    holder = hold();
    await writeNote(await holder.line('database'), 'before the kill');
    process.kill(postgresOf(folder), 'SIGKILL');
    await eventually(() => holder.said.includes('database ended'), 2000);
    holder.kill('SIGTERM');
    expect(await holder.ended).toBe(0);

    holder = hold();
    expect(await readNotes(await holder.line('database'))).toContain('before the kill');
  });

  it('starts again after both were killed at once', async () => {
    holder = hold();
    await writeNote(await holder.line('database'), 'before both kills');
    process.kill(postgresOf(folder), 'SIGKILL');
    holder.kill('SIGKILL');
    holder = hold();
    expect(await readNotes(await holder.line('database'))).toContain('before both kills');
  });

  it('leaves a running database to its holder and tells the second one so', async () => {
    holder = hold();
    const url = await holder.line('database');
    const second = hold();
    expect(await second.line('refused')).toMatch(
      new RegExp(`in use by a running instance \\(process ${holder.pid}\\)`),
    );
    expect(await second.ended).toBe(1);
    expect(await ask(url, 'SELECT 1')).toBe(1);
  });
});
