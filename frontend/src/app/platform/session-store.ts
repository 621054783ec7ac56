import { computed, Injectable, signal } from '@angular/core';
import type { SessionResponse } from '@app/shared/contracts';
import { sessionLimits, type Role } from '@app/shared/domain';

const nobody: SessionResponse = {
  signedIn: false,
  account: null,
  csrfToken: null,
  idleSeconds: sessionLimits.idleSeconds,
  warnSeconds: sessionLimits.warnSeconds,
  endsAt: null,
};

/** Who is signed in, in this page's memory only: nothing is kept in browser storage. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  readonly account = computed(() => this.session().account);
  readonly isSignedIn = computed(() => this.session().signedIn);
  readonly roles = computed<readonly Role[]>(() => this.session().account?.roles ?? []);
  readonly csrfToken = computed(() => this.session().csrfToken);
  readonly idleSeconds = computed(() => this.session().idleSeconds);
  readonly warnSeconds = computed(() => this.session().warnSeconds);
  /** The session could not be asked for when the page was opened. */
  readonly isUnknown = signal(false);
  private readonly session = signal<SessionResponse>(nobody);

  take(session: SessionResponse): void {
    this.session.set(session);
    this.isUnknown.set(false);
  }

  forget(): void {
    this.session.set(nobody);
  }

  holdsOneOf(roles: readonly Role[]): boolean {
    return roles.some((role) => this.roles().includes(role));
  }
}
