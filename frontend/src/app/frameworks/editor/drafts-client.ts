import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { DraftWanted, FrameworkDraftResponse } from '@app/shared/contracts';
import { firstValueFrom } from 'rxjs';
import { ActKey } from '../../platform/act-key';

@Injectable({ providedIn: 'root' })
export class DraftsClient {
  private readonly http = inject(HttpClient);
  private readonly startKey = new ActKey();

  start(wanted: DraftWanted): Promise<FrameworkDraftResponse> {
    return this.startKey.perform(wanted, (headers) =>
      firstValueFrom(
        this.http.post<FrameworkDraftResponse>('/api/framework-drafts', wanted, { headers }),
      ),
    );
  }
}
