import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CsrfGuard, PermissionGuard, PERMISSIONS, SessionGuard } from '@app/backend/testing';
import { permissions, type PermissionRow } from '@app/shared/domain';
import { databaseWithPeople, type TestDatabase } from '../../support/database.js';
import { findings, routesOf, rowFindings } from '../../support/permissions.js';
import { startService, type Service, type ServiceOptions } from '../../support/service.js';

const letThrough = { canActivate: () => true };

describe('every route for every role', () => {
  let database: TestDatabase;
  let service: Service;

  beforeAll(async () => {
    database = await databaseWithPeople();
    service = await startService({ database, environment: { API_DOCS: 'off' } });
  });
  afterAll(() => service.stop());

  async function findingsWith(change: ServiceOptions['change']): Promise<string[]> {
    const changed = await startService({ database, environment: { API_DOCS: 'off' }, change });
    try {
      return await findings(changed, ['nobody', 'administrator', 'auditor']);
    } finally {
      await changed.app.close();
    }
  }

  const without = (route: string): Record<string, PermissionRow> =>
    Object.fromEntries(Object.entries(permissions).filter(([key]) => key !== route));

  it('answers as the permission table says', async () => {
    expect(routesOf(service).length).toBeGreaterThan(20);
    expect(await findings(service)).toEqual([]);
  });

  it.each(Object.keys(permissions))('has a row that would be missed: %s', (route) => {
    expect(rowFindings(routesOf(service), without(route))).toEqual([`${route} has no row`]);
  });

  it('has no row for a route that is not there', () => {
    const more = {
      ...permissions,
      'GET /api/secrets': permissions['GET /api/trail'] as PermissionRow,
    };
    expect(rowFindings(routesOf(service), more)).toEqual([
      'GET /api/secrets has a row and no route',
    ]);
  });

  it('is refused to everyone when its row is taken out of the running application', async () => {
    const table = without('GET /api/home');
    const found = await findingsWith((builder) =>
      builder.overrideProvider(PERMISSIONS).useValue(table),
    );
    expect(found).toEqual(['GET /api/home has no row']);
    const changed = await startService({
      database,
      change: (builder) => builder.overrideProvider(PERMISSIONS).useValue(table),
    });
    expect((await changed.visitor().get('/api/home')).status).toBe(403);
    await changed.app.close();
  });

  it('is noticed when the permission guard lets everyone through', async () => {
    const found = await findingsWith((builder) =>
      builder.overrideProvider(PermissionGuard).useValue(letThrough),
    );
    expect(found).toContain('GET /api/trail as auditor: answers 200, not 403');
    expect(found).toContain('GET /api/accounts as nobody: answers 200, not 401');
  });

  it('is noticed when the session guard finds nobody', async () => {
    const found = await findingsWith((builder) =>
      builder.overrideProvider(SessionGuard).useValue(letThrough),
    );
    expect(found).toContain('GET /api/accounts as administrator: answers 401, not allow');
  });

  it('is noticed when the page’s token is not asked for', async () => {
    const found = await findingsWith((builder) =>
      builder.overrideProvider(CsrfGuard).useValue(letThrough),
    );
    expect(found).toContain(
      'POST /api/session/extension as auditor: answers 200 without the token',
    );
  });

  it('includes the document of the interface only where it is switched on', async () => {
    const open = await startService({ database, environment: { API_DOCS: 'on' } });
    const added = routesOf(open).filter((route) => !routesOf(service).includes(route));
    expect(added.length).toBeGreaterThan(0);
    for (const route of added) expect(route).toMatch(/^GET \/api\/(docs|openapi)/);
    await open.app.close();
    expect((await service.visitor().get('/api/openapi.json')).status).toBe(404);
  });
});
