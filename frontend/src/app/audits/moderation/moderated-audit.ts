import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type {
  CriterionDecision,
  ModerationClosing,
  ModerationResponse,
  ProfileCorrection,
} from '@app/shared/contracts';
import { AuditsClient } from '../audits-client';

/**
 * The audit that the pages of one moderation share. Each act answers with the whole of it, so the
 * arithmetic on the next page is the one that the service has worked out.
 */
@Injectable()
export class ModeratedAudit {
  private readonly client = inject(AuditsClient);
  private readonly id = signal<string | null>(null);
  readonly reading = httpResource<ModerationResponse>(() => {
    const id = this.id();
    return id === null ? undefined : `/api/moderations/${id}`;
  });
  readonly audit = computed(() => (this.reading.hasValue() ? this.reading.value() : null));
  readonly address = computed(() => `/moderations/${this.id() ?? ''}`);

  open(id: string): void {
    this.id.set(id);
  }

  async decide({ id }: ModerationResponse, key: string, wanted: CriterionDecision): Promise<void> {
    this.reading.set(await this.client.decide(id, key, wanted));
  }

  async correct(
    { id }: ModerationResponse,
    field: string,
    wanted: ProfileCorrection,
  ): Promise<void> {
    this.reading.set(await this.client.correct(id, field, wanted));
  }

  async close({ id }: ModerationResponse, wanted: ModerationClosing): Promise<void> {
    this.reading.set(await this.client.close(id, wanted));
  }
}
