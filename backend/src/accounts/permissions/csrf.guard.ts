import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { permissions, Problem } from '@app/shared/domain';
import { createHash, timingSafeEqual } from 'node:crypto';
import { routeOf, type AccessRequest } from '../access.js';
import { SessionCookie } from '../sessions/session-cookie.js';

const SAFE = new Set(['GET', 'HEAD']);

/** The token a page sends back with each change: only a page that could read an answer of ours knows it. */
export function csrfTokenOf(sessionToken: string): string {
  return createHash('sha256').update(`csrf:${sessionToken}`).digest('base64url');
}

/** Second fence against cross-site requests, for everyone who is signed in. */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(private readonly cookie: SessionCookie) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<AccessRequest>();
    // Routes open to anyone do not act in the name of a session, so there is nothing to borrow.
    const isOpen = permissions[routeOf(request)]?.anyone === true;
    if (SAFE.has(request.method) || isOpen || !request.access) return true;
    const expected = Buffer.from(csrfTokenOf(this.cookie.read(request) ?? ''));
    const given = Buffer.from(request.get('x-csrf-token') ?? '');
    if (expected.length === given.length && timingSafeEqual(expected, given)) return true;
    throw new Problem('not-permitted', 'This page is out of date. Reload it and try again.');
  }
}
