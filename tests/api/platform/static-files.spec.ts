import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { startService, type Service } from '../../support/service.js';

const PAGE = '<!doctype html><title>EHC plan quality audit</title>';
const SCRIPT = `export const grades = ${JSON.stringify('good '.repeat(200))};`;

describe('the built pages', () => {
  let folder: string;
  let service: Service;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ehc-plan-audit-pages-'));
    mkdirSync(join(folder, 'media'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    for (const name of ['main-RMNGGE37.js', 'chunk-Dpvdy-EP.js', 'chunk-D4_KTWyu.js']) {
      writeFileSync(join(folder, name), SCRIPT);
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(SCRIPT));
    }
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
    writeFileSync(join(folder, 'media', 'font.woff2'), 'font');
    service = await startService({ environment: { STATIC_FOLDER: folder } });
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  const fetched = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, service.url), { headers });

  it.each([
    '/',
    '/accounts',
    '/accounts/0199a000-0000-7000-8000-000000000000/end',
    '/no/such/page',
  ])('answer the page address %s with the application, asked for anew each time', async (path) => {
    const response = await fetched(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toBe(PAGE);
  });

  it.each(['/main-RMNGGE37.js', '/chunk-Dpvdy-EP.js', '/chunk-D4_KTWyu.js', '/media/font.woff2'])(
    'let browsers keep %s for ever, whose name changes with its content',
    async (path) => {
      const { headers } = await fetched(path);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    },
  );

  it('let nobody keep a file whose name stays the same', async () => {
    expect((await fetched('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it('travel compressed to a browser that can read it, and plain to one that cannot', async () => {
    const small = await fetched('/main-RMNGGE37.js', { 'accept-encoding': 'br' });
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(Number(small.headers.get('content-length'))).toBeLessThan(SCRIPT.length / 4);
    expect(small.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(await small.text()).toBe(SCRIPT);
    const plain = await fetched('/main-RMNGGE37.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
  });

  it('are not sent again to a browser that has them', async () => {
    const etag = (await fetched('/')).headers.get('etag') ?? 'none';
    expect((await fetched('/', { 'if-none-match': etag })).status).toBe(304);
  });

  it.each(['/main-OLDHASH1.js', '/missing.png', '/main-RMNGGE37.js.map'])(
    'have no %s, and do not answer with a page instead',
    async (path) => {
      const response = await fetched(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('There is no file at this address.');
    },
  );

  it.each(['/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/package.json', '/media/..%2f..%2f.env'])(
    'lead to no file outside their folder: %s',
    async (path) => {
      const text = await (await fetched(path)).text();
      expect([PAGE, 'There is no file at this address.']).toContain(text);
    },
  );

  it('are for reading only', async () => {
    const response = await fetch(new URL('/accounts', service.url), { method: 'POST' });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('There is no file at this address.');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';script/);
  });
});
