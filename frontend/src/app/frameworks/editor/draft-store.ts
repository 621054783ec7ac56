import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { DraftChange, FrameworkVersionResponse } from '@app/shared/contracts';
import { addPart, placedFaults, type FrameworkDefinition, type PartKind } from '@app/shared/domain';
import { firstValueFrom } from 'rxjs';
import { ActKey } from '../../platform/act-key';
import type { FrameworkDraft } from '../framework-draft';

/**
 * The draft that the pages of one editor share. Each save sends it whole, with one part changed, so
 * what somebody else saved in another part meanwhile stays.
 */
@Injectable()
export class DraftStore {
  private readonly id = signal<string | null>(null);
  readonly reading = httpResource<FrameworkDraft>(() => {
    const id = this.id();
    return id === null ? undefined : `/api/framework-drafts/${id}`;
  });
  /** The last that was read: what is typed on a page must not go when reading again fails. */
  readonly draft = linkedSignal<FrameworkDraft | null, FrameworkDraft | null>({
    source: () => (this.reading.hasValue() ? this.reading.value() : null),
    computation: (read, before) => {
      const last = before?.value ?? null;
      return read ?? (last?.id === this.id() ? last : null);
    },
  });
  readonly address = computed(() => `/frameworks/drafts/${this.id() ?? ''}`);
  readonly faults = computed(() => {
    const draft = this.draft();
    return draft ? placedFaults(draft.definition, draft.faults) : [];
  });
  private readonly http = inject(HttpClient);
  private readonly key = new ActKey();
  private before: { id: string; definition: Promise<FrameworkDefinition> } | null = null;

  open(id: string): void {
    this.id.set(id);
  }

  /** @param change of the draft as it was last read */
  async save(change: (definition: FrameworkDefinition) => FrameworkDefinition): Promise<void> {
    const draft = this.draft();
    if (!draft) return;
    const wanted: DraftChange = { definition: change(draft.definition), version: draft.version };
    const url = `/api/framework-drafts/${draft.id}`;
    const saved = await this.key.perform({ url, wanted }, (headers) =>
      firstValueFrom(this.http.put<FrameworkDraft>(url, wanted, { headers })),
    );
    this.reading.set(saved);
  }

  /** @returns the key of what was added */
  async add(kind: PartKind, title: string, domain?: string): Promise<string> {
    const before = await this.versionBefore();
    const made = { key: '' };
    await this.save((definition) => {
      const added = addPart(definition, { kind, title, ...(domain ? { domain } : {}) }, before);
      made.key = added.key;
      return added.definition;
    });
    return made.key;
  }

  /** The keys of the version the draft is based on keep their meaning; it never changes, so it is read once. */
  private async versionBefore(): Promise<FrameworkDefinition | null> {
    const id = this.draft()?.basedOn?.id;
    if (id === undefined) return null;
    if (this.before?.id !== id) {
      const read = this.http.get<FrameworkVersionResponse>(`/api/frameworks/${id}`);
      const definition = firstValueFrom(read).then((one) => one.definition as FrameworkDefinition);
      this.before = { id, definition };
    }
    try {
      return await this.before.definition;
    } catch (error) {
      this.before = null;
      throw error;
    }
  }
}
