import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { SessionResponse } from '@app/shared/contracts';
import { firstValueFrom } from 'rxjs';
import { IdleWatch } from './idle-watch';
import { SessionStore } from './session-store';

@Injectable({ providedIn: 'root' })
export class SessionClient {
  private readonly http = inject(HttpClient);
  private readonly store = inject(SessionStore);
  private readonly idle = inject(IdleWatch);

  /** Asked once when the page is opened; never fails, so that a sentence can be shown instead. */
  async load(): Promise<void> {
    try {
      this.begin(await firstValueFrom(this.http.get<SessionResponse>('/api/session')));
    } catch {
      this.store.isUnknown.set(true);
    }
  }

  async signIn(email: string, password: string): Promise<SessionResponse> {
    const session = await firstValueFrom(
      this.http.post<SessionResponse>('/api/session', { email, password }),
    );
    this.begin(session);
    return session;
  }

  async stay(): Promise<void> {
    this.begin(await firstValueFrom(this.http.post<SessionResponse>('/api/session/extension', {})));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete<void>('/api/session'));
    this.leave();
  }

  /** Forgets the person on this page, whatever the server thinks. */
  leave(): void {
    this.store.forget();
    this.idle.stop();
  }

  private begin(session: SessionResponse): void {
    this.store.take(session);
    if (session.signedIn) this.idle.answered();
    else this.idle.stop();
  }
}
