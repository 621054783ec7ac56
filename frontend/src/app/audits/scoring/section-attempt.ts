import { computed, DOCUMENT, inject, signal, type Signal } from '@angular/core';
import type { ScoringFault } from '@app/shared/domain';
import type { SummaryItem } from '../../platform/form-attempt';
import { PageTitles } from '../../platform/page-titles';
import { answerId, type HeldAnswer } from './saving/held-answer';

/** Something to put right in a part of the form, and the control where it is. */
export interface SectionFault {
  fieldId: string;
  message: string;
}

/** Where on the page a fault of the rules is. */
export function faultOnPage(fault: ScoringFault): SectionFault {
  const isEvidence = fault.path.endsWith('.evidence');
  const { message } = fault;
  return { fieldId: isEvidence ? evidenceIdOf(fault) : answerId(fault), message };
}

export function evidenceIdOf(of: Pick<ScoringFault, 'kind' | 'key'>): string {
  return `${answerId(of)}-evidence`;
}

/** What keeps an answer of the page from being saved and only the person can change. */
export function faultsOfUnsaved(unsaved: readonly HeldAnswer[]): SectionFault[] {
  return unsaved.flatMap((answer): SectionFault[] => {
    const isCriterion = answer.kind === 'criterion';
    const textId = isCriterion ? evidenceIdOf(answer) : answerId(answer);
    if (answer.standing === 'refused' && answer.refusal !== null) {
      const isText = isCriterion && answer.refusal.startsWith('Evidence');
      return [{ fieldId: isText ? textId : answerId(answer), message: answer.refusal }];
    }
    if (answer.standing === 'held') {
      return [
        { fieldId: textId, message: 'Take out what could name somebody, or say that it does not' },
      ];
    }
    if (answer.standing === 'conflict') {
      return [{ fieldId: answerId(answer), message: 'Choose which of the two answers to keep' }];
    }
    return [];
  });
}

/**
 * The attempts to say that a part of the form is completed. The summary lists what was wrong then and
 * stays still; at the questions a fault goes as soon as it is put right.
 */
export class SectionAttempt {
  private readonly items = signal<readonly SummaryItem[]>([]);
  readonly summary = this.items.asReadonly();
  private readonly isMade = signal(false);
  private readonly shown = computed(() =>
    this.isMade() ? new Map(this.faults().map((fault) => [fault.fieldId, fault.message])) : null,
  );

  constructor(
    private readonly faults: Signal<readonly SectionFault[]>,
    private readonly goTo: (fieldId: string) => void,
    private readonly titles: PageTitles,
  ) {}

  errorAt(fieldId: string): string | null {
    return this.shown()?.get(fieldId) ?? null;
  }

  /** What is wrong at a control: what was refused at once, what is missing after the attempt. */
  errorOf(answer: HeldAnswer): string | null {
    return answer.refusal ?? this.errorAt(answerId(answer));
  }

  /** @returns whether nothing is in the way */
  make(more: readonly SectionFault[] = []): boolean {
    this.isMade.set(true);
    const items = [...this.faults(), ...more].map(({ fieldId, message }) => ({
      ...{ fieldId, message },
      focus: () => this.goTo(fieldId),
    }));
    this.items.set(items);
    this.titles.markFailed(items.length > 0);
    return items.length === 0;
  }

  forget(): void {
    this.isMade.set(false);
    this.items.set([]);
    this.titles.markFailed(false);
  }
}

/** Must be called where injection is possible, as in a component's field. */
export function sectionAttempt(faults: Signal<readonly SectionFault[]>): SectionAttempt {
  const document = inject(DOCUMENT);
  return new SectionAttempt(faults, (fieldId) => goToField(document, fieldId), inject(PageTitles));
}

/** Shows a control together with its question, which stands above it, and gives it the focus. */
export function goToField(document: Document, fieldId: string): void {
  const control = document.getElementById(fieldId);
  control?.closest('.govuk-form-group')?.scrollIntoView();
  control?.focus({ preventScroll: true });
}

/** The one error of a control in the shape the form controls take. */
export function errorList(message: string | null): { kind: string; message: string }[] {
  return message === null ? [] : [{ kind: 'rule', message }];
}
