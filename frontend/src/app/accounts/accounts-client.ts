import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AccountChange,
  AccountResponse,
  AccountWanted,
  PasswordByLink,
  PasswordChange,
  PasswordLinkResponse,
} from '@app/shared/contracts';
import { firstValueFrom } from 'rxjs';
import { ActKey } from '../platform/act-key';

/** The acts of this feature. Reading is done by resources where it is shown. */
@Injectable({ providedIn: 'root' })
export class AccountsClient {
  private readonly http = inject(HttpClient);
  private readonly makingKey = new ActKey();
  private readonly changeKey = new ActKey();
  private readonly endingKey = new ActKey();
  private readonly linkKey = new ActKey();

  make(wanted: AccountWanted): Promise<AccountResponse> {
    return this.makingKey.perform(wanted, (headers) =>
      firstValueFrom(this.http.post<AccountResponse>('/api/accounts', wanted, { headers })),
    );
  }

  change(id: string, change: AccountChange): Promise<AccountResponse> {
    return this.changeKey.perform({ id, change }, (headers) =>
      firstValueFrom(this.http.put<AccountResponse>(`/api/accounts/${id}`, change, { headers })),
    );
  }

  end(id: string, version: number): Promise<AccountResponse> {
    const url = `/api/accounts/${id}/ending`;
    return this.endingKey.perform({ id, version }, (headers) =>
      firstValueFrom(this.http.post<AccountResponse>(url, { version }, { headers })),
    );
  }

  makePasswordLink(id: string): Promise<PasswordLinkResponse> {
    const url = `/api/accounts/${id}/password-links`;
    return this.linkKey.perform({ id }, (headers) =>
      firstValueFrom(this.http.post<PasswordLinkResponse>(url, {}, { headers })),
    );
  }

  async changeOwnPassword(change: PasswordChange): Promise<void> {
    await firstValueFrom(this.http.put<void>('/api/account/password', change));
  }

  async setPassword(wanted: PasswordByLink): Promise<void> {
    await firstValueFrom(this.http.post<void>('/api/password', wanted));
  }

  async endOwnSession(id: string): Promise<void> {
    await firstValueFrom(this.http.delete<void>(`/api/account/sessions/${id}`));
  }
}
