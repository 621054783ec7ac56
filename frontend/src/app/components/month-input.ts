import { Component, ElementRef, linkedSignal, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field } from './field';
import { FieldWords } from './field-words';

/** A month of a year, typed as two numbers; the value is "2026-03", or what was typed when it is none. */
@Component({
  selector: 'app-month-input',
  imports: [FieldWords],
  templateUrl: './month-input.html',
  host: { '(focusout)': 'left($event)' },
})
export class MonthInput extends Field implements FormValueControl<string> {
  readonly value = model('');
  protected readonly parts = linkedSignal(() => partsOf(this.value()));
  private readonly first = viewChild.required<ElementRef<HTMLInputElement>>('first');

  focus(options?: FocusOptions): void {
    this.first().nativeElement.focus(options);
  }

  protected typed(part: 'month' | 'year', text: string): void {
    this.parts.update((parts) => ({ ...parts, [part]: text }));
    const { month, year } = this.parts();
    // With one of the two the person is still on the way to the other.
    const isWhole = month.trim() !== '' && year.trim().length >= 4;
    if (isWhole || (month === '' && year === '')) this.value.set(monthOf(this.parts()));
  }

  protected left({ currentTarget, relatedTarget }: FocusEvent): void {
    const isStillHere =
      relatedTarget instanceof Node && (currentTarget as Node | null)?.contains(relatedTarget);
    if (!isStillHere) this.value.set(monthOf(this.parts()));
  }
}

interface Parts {
  month: string;
  year: string;
}

function partsOf(value: string): Parts {
  const [year = '', month = ''] = value.split('-');
  return { year, month: month.replace(/^0/, '') };
}

function monthOf({ month, year }: Parts): string {
  if (month.trim() === '' && year.trim() === '') return '';
  return `${year.trim()}-${month.trim().padStart(2, '0')}`;
}
