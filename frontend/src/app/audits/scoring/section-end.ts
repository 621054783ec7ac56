import { Component, input, output, signal } from '@angular/core';
import { Button } from '../../components/button';
import type { Choice } from '../../components/choice';
import { Radios } from '../../components/radios';
import { errorList } from './section-attempt';

export const sectionEndId = 'section-completed';

const choices: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No, I’ll come back to it' },
];

/** Asks at the end of a part whether it is completed; only a yes looks for what is missing. */
@Component({
  selector: 'app-section-end',
  imports: [Button, Radios],
  template: `
    <form (submit)="send($event)">
      <app-radios
        [fieldId]="fieldId"
        label="Have you completed this section?"
        [choices]="choices"
        [errors]="errorList(error())"
        [touched]="true"
        [value]="value()"
        (valueChange)="value.set($event)"
      />
      <button type="submit" appButton>Save and continue</button>
    </form>
  `,
})
export class SectionEnd {
  readonly error = input<string | null>(null);
  readonly answered = output<'yes' | 'no' | null>();
  protected readonly fieldId = sectionEndId;
  protected readonly choices = choices;
  protected readonly errorList = errorList;
  protected readonly value = signal('');

  protected send(event: Event): void {
    event.preventDefault();
    const value = this.value();
    this.answered.emit(value === 'yes' || value === 'no' ? value : null);
  }
}
