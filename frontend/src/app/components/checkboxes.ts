import { Component, ElementRef, input, model, viewChildren } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { Choice } from './choice';
import { Field } from './field';
import { FieldWords } from './field-words';

/** Any number of several; what is chosen keeps the order in which the choices stand. */
@Component({
  selector: 'app-checkboxes',
  imports: [FieldWords],
  templateUrl: './checkboxes.html',
})
export class Checkboxes extends Field implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly choices = input.required<readonly Choice[]>();
  readonly isSmall = input(false);
  /** Beside each other; for choices of a letter or a short word. */
  readonly isInline = input(false);
  private readonly boxes = viewChildren<ElementRef<HTMLInputElement>>('box');

  focus(options?: FocusOptions): void {
    this.boxes()[0]?.nativeElement.focus(options);
  }

  protected idOf(index: number): string {
    return index === 0 ? this.fieldId() : `${this.fieldId()}-${index + 1}`;
  }

  protected choose(chosen: string, isChosen: boolean): void {
    this.value.update((before) =>
      this.choices()
        .map((choice) => choice.value)
        .filter((value) => (value === chosen ? isChosen : before.includes(value))),
    );
  }
}
