import { computed, ErrorHandler, inject, signal, type Signal } from '@angular/core';
import { submit, type FieldTree, type ValidationError } from '@angular/forms/signals';
import { PageTitles } from './page-titles';
import {
  fieldErrorsOf,
  httpFailureIn,
  problemOf,
  serverErrorKind,
  type ReadableProblem,
} from './problem';

/** One line of the error summary: what is wrong, and the field to go to when there is one. */
export interface SummaryItem {
  message: string;
  fieldId: string | null;
  focus: (() => void) | null;
}

const controls = 'input, select, textarea';

/**
 * One form's attempts to be sent. Nothing is called wrong before the first attempt; after it the
 * summary lists what was wrong then, so that it stays still while the person works through it.
 */
export class FormAttempt<T> {
  readonly summary: Signal<readonly SummaryItem[]>;
  /** Someone else changed the record since the page was opened. */
  readonly isStale = computed(() => this.problem()?.code === 'stale-version');
  private readonly items = signal<readonly SummaryItem[]>([]);
  private readonly problem = signal<ReadableProblem | null>(null);

  constructor(
    private readonly form: FieldTree<T>,
    private readonly titles: PageTitles,
    private readonly errorHandler: ErrorHandler,
  ) {
    this.summary = this.items.asReadonly();
  }

  /**
   * Performs the act when the form's own rules are kept, and says what was wrong otherwise.
   * Errors the server gave last time do not stand in the way: only the server knows whether they
   * still hold.
   *
   * @returns whether the act was performed
   */
  async send(act: () => Promise<unknown>): Promise<boolean> {
    const state = this.form();
    if (state.submitting()) return false;
    this.clear();
    state.markAsTouched();
    const outcome = { isDone: false };
    if (state.errorSummary().every((error) => error.kind === serverErrorKind)) {
      await submit(this.form, {
        ignoreValidators: 'all',
        action: async () => {
          try {
            await act();
            outcome.isDone = true;
            return undefined;
          } catch (error) {
            return this.errorsOf(error);
          }
        },
      });
    }
    if (!outcome.isDone) this.report();
    return outcome.isDone;
  }

  /** Forgets what was wrong, for instance when the record has been loaded again. */
  clear(): void {
    this.items.set([]);
    this.problem.set(null);
    this.titles.markFailed(false);
  }

  private errorsOf(error: unknown): ValidationError.WithOptionalFieldTree[] {
    if (!httpFailureIn(error)) this.errorHandler.handleError(error);
    const problem = problemOf(error);
    this.problem.set(problem);
    return fieldErrorsOf(problem, this.form);
  }

  private report(): void {
    const problem = this.problem();
    const found = this.form()
      .errorSummary()
      .filter((error) => problem === null || error.kind === serverErrorKind)
      .map(itemOf);
    const isToldByFields = problem !== null && problem.errors.length > 0 && found.length > 0;
    const onTop: SummaryItem[] =
      problem === null || isToldByFields
        ? []
        : [{ message: problem.detail, fieldId: null, focus: null }];
    this.items.set([...onTop, ...found]);
    this.titles.markFailed(true);
  }
}

/** Must be called where injection is possible, as in a component's field. */
export function formAttempt<T>(form: FieldTree<T>): FormAttempt<T> {
  return new FormAttempt(form, inject(PageTitles), inject(ErrorHandler));
}

function itemOf(error: ValidationError.WithFieldTree): SummaryItem {
  const field = error.fieldTree();
  const bound = field.formFieldBindings()[0]?.element;
  const control = bound?.matches(controls) ? bound : bound?.querySelector(controls);
  return {
    message: error.message ?? 'Check this answer',
    fieldId: control?.id ?? null,
    focus: control ? () => field.focusBoundControl() : null,
  };
}
