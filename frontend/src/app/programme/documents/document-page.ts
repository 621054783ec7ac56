import { httpResource } from '@angular/common/http';
import { computed, Directive, inject, input } from '@angular/core';
import type { DocumentResponse, RoundDocumentsResponse } from '@app/shared/contracts';
import { NavigationFocus } from '../../platform/navigation-focus';

/** A document with its plan. */
export interface FoundDocument {
  planRef: string;
  document: DocumentResponse;
}

/** What the pages about one document share: it is read from those of its round. */
@Directive()
export class DocumentPage {
  readonly id = input.required<string>();
  readonly document = input.required<string>();
  protected readonly reading = httpResource<RoundDocumentsResponse>(
    () => `/api/rounds/${this.id()}/documents`,
  );
  protected readonly back = computed(() => `/programme/rounds/${this.id()}/documents`);
  protected readonly reference = computed(() =>
    this.reading.hasValue() ? this.reading.value().reference : 'Round',
  );
  /** Null also where nothing of it can be changed any more. */
  protected readonly found = computed((): FoundDocument | null => {
    if (!this.reading.hasValue()) return null;
    const { plans, whyNot } = this.reading.value();
    const [found] = plans.flatMap(({ planRef, documents }) =>
      documents.flatMap((document) =>
        document.id === this.document() ? [{ planRef, document }] : [],
      ),
    );
    return found && whyNot === null && !found.document.isFixed ? found : null;
  });
  private readonly focus = inject(NavigationFocus);

  /** After someone else's change: what they left takes the place of what is on the page. */
  protected readLatest(): void {
    this.reading.reload();
    this.focus.focusHeading();
  }
}
