import { Component, computed, input } from '@angular/core';
import {
  FormField,
  maxLength,
  validate,
  type FieldTree,
  type SchemaPath,
} from '@angular/forms/signals';
import { leaksInWords } from '@app/shared/domain';
import { Checkboxes } from './checkboxes';
import { Textarea } from './textarea';

const clearing = [{ value: 'yes', label: 'It names nobody' }];

/**
 * A text that stays on record for good, with its rule above it. One that looks as if it named
 * somebody is sent only once the person has said that it does not; see `guardText`.
 */
@Component({
  selector: 'app-guarded-text',
  imports: [Checkboxes, FormField, Textarea],
  template: `
    <app-textarea
      [fieldId]="fieldId()"
      [label]="label()"
      [context]="context()"
      [hint]="rule()"
      [rows]="rows()"
      [limit]="limit()"
      [formField]="text()"
    />
    <div role="status">
      @if (leaks(); as found) {
        <div class="app-leak">
          <p class="govuk-body">
            This looks as if it had {{ found }} in it. Take it out: what is saved stays on record.
          </p>
        </div>
      }
    </div>
    @if (leaks()) {
      <app-checkboxes
        [fieldId]="fieldId() + '-names-nobody'"
        label="Does it name anybody?"
        [context]="context()"
        [choices]="clearing"
        [isSmall]="true"
        [formField]="cleared()"
      />
    }
  `,
})
export class GuardedText {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  /** What the label belongs to, where a page has several of its kind; read out and not shown. */
  readonly context = input<string>();
  readonly rule = input.required<string>();
  readonly rows = input(4);
  readonly limit = input.required<number>();
  readonly text = input.required<FieldTree<string>>();
  /** ['yes'] once the person has said that the text names nobody. */
  readonly cleared = input.required<FieldTree<string[]>>();
  protected readonly clearing = clearing;
  protected readonly leaks = computed(
    () => leaksInWords(this.text()().value()).join(' and ') || null,
  );
}

interface TextToGuard {
  /** What the text is called, as in "Note must be 500 characters or fewer". */
  name: string;
  max: number;
  /** What to say where the text is needed and not given, else null. */
  missing?: () => string | null;
}

export function guardText(
  text: SchemaPath<string>,
  cleared: SchemaPath<string[]>,
  { name, max, missing = () => null }: TextToGuard,
): void {
  maxLength(text, max, {
    message: `${name} must be ${max.toLocaleString('en-GB')} characters or fewer`,
  });
  validate(text, ({ value, valueOf }) => {
    const needed = value().trim() === '' ? missing() : null;
    if (needed !== null) return { kind: 'missing', message: needed };
    const isHeld = leaksInWords(value()).length > 0 && valueOf(cleared).length === 0;
    const message = 'Take out what could name somebody, or say that it does not';
    return isHeld ? { kind: 'leak', message } : null;
  });
}
