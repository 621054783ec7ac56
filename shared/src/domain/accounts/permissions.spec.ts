import { describe, expect, it } from '@jest/globals';
import { permissionFor, permissions, type Permission, type PermissionRow } from './permissions.js';
import { roles, type Role } from './roles.js';

function row(given: Partial<Record<Role, Permission>>, anyone = false): PermissionRow {
  const none = Object.fromEntries(roles.map((role) => [role, 403])) as Record<Role, Permission>;
  return { anyone, byRole: { ...none, ...given } };
}

describe('what a person may do', () => {
  it('is to sign in first, for someone who is not signed in', () => {
    expect(permissionFor(row({ auditor: 'allow' }), null)).toBeNull();
  });

  it('is everything that is open to anyone', () => {
    expect(permissionFor(row({}, true), null)).toBe('allow');
    expect(permissionFor(row({}, true), ['auditor'])).toBe('allow');
    expect(permissionFor(row({}, true), [])).toBe('allow');
  });

  it('is nothing without a role', () => {
    expect(permissionFor(row({ auditor: 'allow' }), [])).toBe(403);
  });

  it.each<[Permission, Permission, Permission]>([
    [403, 'allow', 'allow'],
    ['own', 'allow', 'allow'],
    [403, 'own', 'own'],
    [404, 'own', 'own'],
    [403, 404, 404],
    [403, 403, 403],
  ])('is the widest of what two roles may: %s and %s give %s', (one, other, widest) => {
    const given = row({ auditor: one, moderator: other });
    expect(permissionFor(given, ['auditor', 'moderator'])).toBe(widest);
    expect(permissionFor(given, ['moderator', 'auditor'])).toBe(widest);
  });
});

describe('the permission table', () => {
  it('says something for every role in every row', () => {
    for (const { byRole } of Object.values(permissions))
      expect(Object.keys(byRole).sort()).toEqual([...roles].sort());
  });

  it.each(roles.filter((role) => role !== 'administrator'))(
    'keeps accounts and the trail from the %s',
    (role) => {
      const kept = ['GET /api/accounts', 'POST /api/accounts', 'GET /api/trail'];
      for (const route of kept) {
        const found = permissions[route];
        expect(found && permissionFor(found, [role])).toBe(403);
      }
    },
  );

  it('leaves open only what a person needs before signing in', () => {
    const open = Object.keys(permissions).filter((route) => permissions[route]?.anyone);
    expect(open.sort()).toEqual([
      'GET /api/health',
      'GET /api/partnership',
      'GET /api/session',
      'POST /api/password',
      'POST /api/session',
    ]);
  });
});
