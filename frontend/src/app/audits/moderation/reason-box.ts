import { Component, computed, input } from '@angular/core';
import {
  FormField,
  maxLength,
  validate,
  type FieldTree,
  type SchemaPath,
} from '@angular/forms/signals';
import { findLeaks, leakTitle, moderationLimits } from '@app/shared/domain';
import { Checkboxes } from '../../components/checkboxes';
import { Textarea } from '../../components/textarea';

const { reasonMax } = moderationLimits;
const clearing = [{ value: 'yes', label: 'It names nobody' }];

/**
 * Why the moderator decides so, with the rule above the box. What is saved stays on record for good,
 * so a text that looks as if it named somebody is saved only once the person has said that it does not.
 */
@Component({
  selector: 'app-reason-box',
  imports: [Checkboxes, FormField, Textarea],
  template: `
    <app-textarea
      fieldId="reason"
      [label]="label()"
      [hint]="rule()"
      [rows]="4"
      [limit]="limit"
      [formField]="reason()"
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
        fieldId="names-nobody"
        label="Does the reason name anybody?"
        [choices]="clearing"
        [isSmall]="true"
        [formField]="cleared()"
      />
    }
  `,
})
export class ReasonBox {
  readonly label = input('Reason');
  readonly rule = input.required<string>();
  readonly reason = input.required<FieldTree<string>>();
  readonly cleared = input.required<FieldTree<string[]>>();
  protected readonly limit = reasonMax;
  protected readonly clearing = clearing;
  protected readonly leaks = computed(() => leaksIn(this.reason()().value()).join(' and ') || null);
}

/** @param missing what to say where the reason is needed and not given, else null */
export function reasonRules(
  reason: SchemaPath<string>,
  cleared: SchemaPath<string[]>,
  missing: () => string | null,
): void {
  maxLength(reason, reasonMax, {
    message: `Reason must be ${reasonMax.toLocaleString('en-GB')} characters or fewer`,
  });
  validate(reason, ({ value, valueOf }) => {
    const message = value().trim() === '' ? missing() : null;
    if (message !== null) return { kind: 'reason', message };
    const isHeld = leaksIn(value()).length > 0 && valueOf(cleared).length === 0;
    const held = 'Take out what could name somebody, or say that it does not';
    return isHeld ? { kind: 'leak', message: held } : null;
  });
}

function leaksIn(text: string): string[] {
  return [...new Set(findLeaks(text).map(({ kind }) => leakTitle[kind]))];
}
