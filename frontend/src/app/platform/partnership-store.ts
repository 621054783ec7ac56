import { HttpClient } from '@angular/common/http';
import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { PartnershipChange, PartnershipResponse } from '@app/shared/contracts';
import { firstValueFrom } from 'rxjs';
import { ActKey } from './act-key';

/** The partnership's own name, colour and address for help, shown on every page. */
@Injectable({ providedIn: 'root' })
export class PartnershipStore {
  readonly partnership = signal<PartnershipResponse | null>(null);
  private readonly http = inject(HttpClient);
  private readonly key = new ActKey();
  private readonly document = inject(DOCUMENT);

  /** Never fails: a page without the partnership's name is still of use. */
  async load(): Promise<void> {
    try {
      this.show(await firstValueFrom(this.http.get<PartnershipResponse>('/api/partnership')));
    } catch {
      this.partnership.set(null);
    }
  }

  async change(change: PartnershipChange): Promise<void> {
    const url = '/api/partnership';
    this.show(
      await this.key.perform(change, (headers) =>
        firstValueFrom(this.http.put<PartnershipResponse>(url, change, { headers })),
      ),
    );
  }

  private show(partnership: PartnershipResponse): void {
    this.partnership.set(partnership);
    this.document.documentElement.style.setProperty('--partnership-colour', partnership.colour);
  }
}
