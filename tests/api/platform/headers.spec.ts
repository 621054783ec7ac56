import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types angular angular#bundler',
].join(';');

describe('the headers of every answer', () => {
  let folder: string;
  let service: Service;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ehc-plan-audit-pages-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Page</title>');
    service = await startService({ environment: { STATIC_FOLDER: folder } });
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  const kinds: [string, string, string, number][] = [
    ['a page', 'GET', '/accounts', 200],
    ['a file that is not there', 'GET', '/missing.js', 404],
    ['an answer', 'GET', '/api/health', 200],
    ['a refusal', 'GET', '/api/accounts', 401],
    ['an address where there is nothing', 'GET', '/api/nothing', 404],
    ['an address that cannot be read', 'GET', '/api/accounts/%E0%A4%A', 400],
    ['a change from another site', 'POST', '/api/session', 403],
    ['a question about methods', 'OPTIONS', '/api/accounts', 404],
    ['the head of an answer', 'HEAD', '/api/health', 200],
  ];

  it.each(kinds)('%s lets nothing in but our own files', async (_, method, path, status) => {
    const headers: Record<string, string> =
      method === 'POST' ? { 'sec-fetch-site': 'cross-site' } : {};
    const answer = await service.visitor().send(method, path, undefined, { headers });
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    });
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('strict-transport-security')).toBeNull();
  });

  it.each(kinds)('%s is kept by no cache if it comes from the interface', async (...kind) => {
    const [, method, path] = kind;
    const { headers } = await service.visitor().send(method, path);
    if (path.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store');
    else expect(headers.get('cache-control') ?? '').not.toMatch(/immutable|max-age=[1-9]/);
  });

  it('name a correlation id on every answer of the interface, one that says nothing too', async () => {
    const priya = await service.signIn(people.priya);
    const answer = await priya.delete('/api/session');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('give the page that describes the interface its own style and nothing else', async () => {
    const { status, headers } = await service.visitor().get('/api/docs');
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toBe(
      CONTENT_SECURITY_POLICY.replace(
        "style-src 'self'",
        "style-src 'self' 'unsafe-inline'",
      ).replace(/;require-trusted.*$/, ''),
    );
  });
});
