import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { FeedbackReplyResponse, FeedbackReplyWanted } from '@app/shared/contracts';
import { firstValueFrom } from 'rxjs';
import { ActKey } from '../platform/act-key';

/** The acts of this feature. Reading is done by resources where it is shown. */
@Injectable({ providedIn: 'root' })
export class FeedbackClient {
  private readonly http = inject(HttpClient);
  private readonly openingKey = new ActKey();
  private readonly replyKeys = new Map<string, ActKey>();

  open(id: string): Promise<unknown> {
    const url = `/api/feedback/${id}/opening`;
    return this.openingKey.perform(id, (headers) =>
      firstValueFrom(this.http.post<unknown>(url, {}, { headers })),
    );
  }

  /** @param criterion key of the point */
  reply(
    id: string,
    criterion: string,
    wanted: FeedbackReplyWanted,
  ): Promise<FeedbackReplyResponse> {
    const url = `/api/feedback/${id}/replies/${criterion}`;
    const key = this.replyKeys.get(url) ?? new ActKey();
    this.replyKeys.set(url, key);
    return key.perform(wanted, (headers) =>
      firstValueFrom(this.http.put<FeedbackReplyResponse>(url, wanted, { headers })),
    );
  }
}
