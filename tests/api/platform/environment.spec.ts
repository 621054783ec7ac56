import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { EnvironmentFault, environmentNames, readEnvironment } from '@app/backend/testing';

const DATABASE_URL = 'postgresql://someone:secret@localhost:5432/audit';

/** What the commands in docker/local read besides. */
const readByCommands = ['LOCAL_DATABASE_FOLDER', 'TEST_DATABASE_URL', 'CHROMIUM_PATH'];

function faultsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(source, '/pages');
  } catch (error) {
    if (error instanceof EnvironmentFault) return error.faults;
    throw error;
  }
  return [];
}

describe('the service’s settings', () => {
  it('need a database and nothing else to run on one computer', () => {
    expect({ ...readEnvironment({ NODE_ENV: 'development', DATABASE_URL }, '/pages') }).toEqual({
      NODE_ENV: 'development',
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL,
      PUBLIC_URL: 'http://localhost:3000',
      LOAD_DEMO: 'no',
      LIFE_LINE: 'no',
      LOG_LEVEL: 'info',
      API_DOCS: 'on',
      STATIC_FOLDER: '/pages',
      TRUST_PROXY_HOPS: 0,
    });
  });

  it('are refused all at once, each with what it must be', () => {
    const wrong = {
      NODE_ENV: 'live',
      PORT: '70000',
      DATABASE_URL: 'mysql://localhost/audit',
      PUBLIC_URL: 'audit.example.org',
      LOAD_DEMO: 'true',
      LIFE_LINE: '1',
      LOG_LEVEL: 'loud',
      API_DOCS: 'yes',
      TRUST_PROXY_HOPS: 'all',
    };
    expect(faultsOf(wrong).map((fault) => fault.split(' ')[0])).toEqual(
      expect.arrayContaining(Object.keys(wrong)),
    );
    expect(() => readEnvironment(wrong, '/pages')).toThrow(/^The service cannot start:\n- /);
  });

  it('say that the database is missing when it is', () => {
    expect(faultsOf({ NODE_ENV: 'test' })).toEqual([
      'DATABASE_URL must be the address of a PostgreSQL database, postgresql://user:password@host:5432/name',
    ]);
  });

  it('never repeat a secret in a fault', () => {
    const faults = faultsOf({ NODE_ENV: 'test', DATABASE_URL: 'mysql://u:tell-no-one@host/x' });
    expect(faults).toHaveLength(1);
    expect(faults.join()).not.toContain('tell-no-one');
  });

  it('treat an empty value as one that was left out', () => {
    expect(readEnvironment({ NODE_ENV: 'test', DATABASE_URL, PORT: '' }, '/pages').PORT).toBe(3000);
  });

  it.each(['-1', '80.5', '0x50', '65536', 'http', ' 80'])('refuse the port %s', (PORT) => {
    expect(faultsOf({ NODE_ENV: 'test', DATABASE_URL, PORT })).toEqual([
      expect.stringMatching(/^PORT must be /),
    ]);
  });

  it('are those of production when nobody says otherwise, which asks for HTTPS and no demonstration', () => {
    expect(faultsOf({ DATABASE_URL, LOAD_DEMO: 'yes' })).toEqual([
      'LOAD_DEMO must be no in production: demonstration accounts have a published password',
      'PUBLIC_URL must be given in production: the address people use, such as https://audit.example.org',
    ]);
    expect(faultsOf({ DATABASE_URL, PUBLIC_URL: 'http://audit.example.org' })).toEqual([
      'PUBLIC_URL must begin with https:// in production: a session must not travel in the clear',
    ]);
    const right = readEnvironment({ DATABASE_URL, PUBLIC_URL: 'https://audit.example.org' }, '/p');
    expect(right).toMatchObject({ NODE_ENV: 'production', LOAD_DEMO: 'no', API_DOCS: 'off' });
    expect(
      faultsOf({ DATABASE_URL, PUBLIC_URL: 'https://audit.example.org', API_DOCS: 'on' }),
    ).toEqual(['API_DOCS must be off in production: the page stands outside the permissions']);
  });

  it('are all described in .env.example, and nothing more is', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const described = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(described.sort()).toEqual([...environmentNames, ...readByCommands].sort());
  });

  it('in .env.example are ones the service starts with', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const given = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(
      faultsOf({ ...(Object.fromEntries(given) as Record<string, string>), DATABASE_URL }),
    ).toEqual([]);
  });
});
