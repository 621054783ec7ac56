import { computed, Directive, input } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';

/**
 * What every form control of ours shares: name, hint, and the one error that is shown. Leaving a
 * field is not an attempt to send it, so controls never tell the form that they were touched; the
 * form marks them when it is sent.
 */
@Directive()
export abstract class Field {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  /** What the label belongs to, where a page has several of its kind; read out and not shown. */
  readonly context = input<string>();
  readonly hint = input<string>();
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly touched = input(false);
  readonly disabled = input(false);

  protected readonly error = computed(() =>
    this.touched() ? (this.errors()[0]?.message ?? null) : null,
  );
  protected readonly hintId = computed(() => (this.hint() ? `${this.fieldId()}-hint` : null));
  protected readonly errorId = computed(() => (this.error() ? `${this.fieldId()}-error` : null));
  protected readonly describedBy = computed(
    () => [this.hintId(), this.errorId()].filter((id) => id !== null).join(' ') || null,
  );
}
