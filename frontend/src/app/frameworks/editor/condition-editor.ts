import { Component, computed, DOCUMENT, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import {
  askable,
  asGroup,
  asWritten,
  emptyCondition,
  type Condition,
  type Fact,
  type Group,
  type ProfileField,
} from '@app/shared/domain';
import { Field } from '../../components/field';
import { FieldWords } from '../../components/field-words';
import { ConditionGroup } from './condition-group';

/** A condition, put together line by line, with what it says in words while it is put together. */
@Component({
  selector: 'app-condition-editor',
  imports: [ConditionGroup, FieldWords],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="error()">
      <fieldset class="govuk-fieldset" [attr.aria-describedby]="describedBy()">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{{ label() }}</legend>
        <app-field-words [fieldId]="fieldId()" [hint]="hint()" [error]="error()" />
        <app-condition-group
          [group]="group()"
          [asked]="open()"
          [fieldId]="fieldId()"
          [name]="'the rule “' + label() + '”'"
          (changed)="change($event)"
        />
        <p class="govuk-body app-rule__reading" aria-live="polite">{{ reading() }}</p>
      </fieldset>
    </div>
  `,
})
export class ConditionEditor extends Field implements FormValueControl<Condition> {
  readonly value = model<Condition>(emptyCondition);
  /** What the rule may ask about. */
  readonly asked = input.required<readonly (ProfileField | Fact)[]>();
  /** What the rule says, in a sentence; empty while it says nothing. */
  readonly reading = input('');
  protected readonly open = computed(() => askable(this.asked()));
  protected readonly group = computed(() => asGroup(this.value()));
  private readonly document = inject(DOCUMENT);

  focus(options?: FocusOptions): void {
    this.document.getElementById(this.fieldId())?.focus(options);
  }

  protected change(group: Group): void {
    this.value.set(asWritten(group, this.value()));
  }
}
