import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { permissionFor, Problem, type PermissionRow } from '@app/shared/domain';
import { routeOf, type AccessRequest } from '../access.js';

/** The permission table, injected so that tests can show what a missing row does. */
export const PERMISSIONS = Symbol('permissions');

/** Refuses by default: a route without a row is nobody's. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    @Inject(PERMISSIONS) private readonly table: Readonly<Record<string, PermissionRow>>,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<AccessRequest>();
    const row = this.table[routeOf(request)];
    if (!row) throw notPermitted();
    const permission = permissionFor(row, request.access?.account.roles ?? null);
    if (permission === null) throw new Problem('not-signed-in', 'Sign in to go on.');
    if (permission === 404) throw Problem.notFound('This record');
    if (permission === 403) throw notPermitted();
    if (request.access) request.access.permission = permission;
    return true;
  }
}

function notPermitted(): Problem {
  return new Problem(
    'not-permitted',
    'Your roles do not include this. If you need it for your work, ask your administrator.',
  );
}
