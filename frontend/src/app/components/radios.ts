import { Component, ElementRef, input, model, viewChildren } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { Choice } from './choice';
import { Field } from './field';
import { FieldWords } from './field-words';

/** One of several. Nothing is chosen beforehand: a preset answer is an answer nobody gave. */
@Component({
  selector: 'app-radios',
  imports: [FieldWords],
  templateUrl: './radios.html',
})
export class Radios extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly choices = input.required<readonly Choice[]>();
  readonly isSmall = input(false);
  /** Beside each other; for two short choices only. */
  readonly isInline = input(false);
  private readonly boxes = viewChildren<ElementRef<HTMLInputElement>>('box');

  focus(options?: FocusOptions): void {
    this.boxes()[0]?.nativeElement.focus(options);
  }

  /** The first control carries the field's own id, so that the error summary can lead to it. */
  protected idOf(index: number): string {
    return index === 0 ? this.fieldId() : `${this.fieldId()}-${index + 1}`;
  }
}
