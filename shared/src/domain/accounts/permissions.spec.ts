import { describe, expect, it } from '@jest/globals';
import { permissionFor, permissions, type PermissionRow } from './permissions.js';
import { roles } from './roles.js';

const row = (route: string): PermissionRow => {
  const found = permissions[route];
  if (!found) throw new Error(`${route} has no row`);
  return found;
};

describe('the permission table', () => {
  it('asks people who are not signed in to sign in', () => {
    expect(permissionFor(row('GET /api/accounts'), null)).toBeNull();
  });

  it('lets anyone sign in', () => {
    expect(permissionFor(row('POST /api/session'), null)).toBe('allow');
    expect(permissionFor(row('POST /api/session'), ['auditor'])).toBe('allow');
  });

  it.each(roles.filter((role) => role !== 'administrator'))(
    'keeps accounts and the trail from the %s',
    (role) => {
      expect(permissionFor(row('GET /api/accounts'), [role])).toBe(403);
      expect(permissionFor(row('GET /api/trail'), [role])).toBe(403);
    },
  );

  it('gives a person with several roles the widest of their permissions', () => {
    expect(permissionFor(row('GET /api/accounts'), ['auditor', 'administrator'])).toBe('allow');
    const mixed: PermissionRow = {
      anyone: false,
      byRole: { ...row('GET /api/trail').byRole, auditor: 'own', moderator: 404 },
    };
    expect(permissionFor(mixed, ['moderator', 'auditor'])).toBe('own');
    expect(permissionFor(mixed, ['moderator', 'report-reader'])).toBe(404);
  });

  it('gives a person without any role nothing that is not everyone’s', () => {
    expect(permissionFor(row('GET /api/home'), [])).toBe(403);
  });
});
