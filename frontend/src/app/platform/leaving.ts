import { DestroyRef, DOCUMENT, inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { SessionStore } from './session-store';

/** A page that has something to say before it is left for another page of the service. */
export interface MayBeLeft {
  mayLeave(): boolean | Promise<boolean>;
}

export const mayLeave: CanDeactivateFn<MayBeLeft> = (page) => page.mayLeave();

/**
 * Lets a page be left at once while everything on it is saved, and asks otherwise, also when the
 * browser itself would leave it. Must be called where injection is possible, as in a field.
 *
 * @param ask answers whether the page is to be left
 * @returns what the page does as `mayLeave`
 */
export function askBeforeLeaving(
  isUnsaved: () => boolean,
  ask: () => Promise<boolean>,
): MayBeLeft['mayLeave'] {
  const session = inject(SessionStore);
  const leaving = new AbortController();
  const warn = (event: BeforeUnloadEvent): void => {
    if (isUnsaved()) event.preventDefault();
  };
  const { signal } = leaving;
  inject(DOCUMENT).defaultView?.addEventListener('beforeunload', warn, { signal });
  inject(DestroyRef).onDestroy(() => leaving.abort());
  // Somebody who has signed out must not be kept, and nothing of theirs can be saved.
  return () => !session.isSignedIn() || !isUnsaved() || ask();
}
