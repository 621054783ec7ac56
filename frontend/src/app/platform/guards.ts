import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import type { Role } from '@app/shared/domain';
import { SessionStore } from './session-store';

/** Lets in who is signed in; anyone else signs in first and then comes back to the same page. */
export const signedIn: CanActivateFn = (_route, state) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  if (session.isSignedIn()) return true;
  if (session.isUnknown()) {
    return new RedirectCommand(router.parseUrl('/something-went-wrong'), {
      skipLocationChange: true,
    });
  }
  // The way back travels in the history entry and not in the address, where anyone could set it.
  return new RedirectCommand(router.parseUrl('/sign-in'), { state: { returnUrl: state.url } });
};

/** Lets in who holds one of the roles that the route names in its data. */
export const permitted: CanActivateFn = (route, state) => {
  const session = inject(SessionStore);
  if (!session.isSignedIn()) return signedIn(route, state);
  const roles = route.data['roles'] as readonly Role[];
  return session.holdsOneOf(roles) || inject(Router).parseUrl('/no-permission');
};

/** The sign-in page has nothing to say to a person who is signed in. */
export const signedOut: CanActivateFn = () =>
  !inject(SessionStore).isSignedIn() || inject(Router).parseUrl('/');

/** A path of this service, or the home page when it is anything else. */
export function ownPath(candidate: unknown): string {
  if (typeof candidate !== 'string' || !/^\/(?![/\\])/.test(candidate)) return '/';
  return candidate.startsWith('/sign-in') ? '/' : candidate;
}
