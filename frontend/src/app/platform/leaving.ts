import type { CanDeactivateFn } from '@angular/router';

/** A page that has something to say before it is left for another page of the service. */
export interface MayBeLeft {
  mayLeave(): boolean | Promise<boolean>;
}

export const mayLeave: CanDeactivateFn<MayBeLeft> = (page) => page.mayLeave();
