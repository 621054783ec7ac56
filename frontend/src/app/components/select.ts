import { Component, ElementRef, input, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { Choice } from './choice';
import { Field } from './field';
import { FieldWords } from './field-words';

@Component({
  selector: 'app-select',
  imports: [FieldWords],
  templateUrl: './select.html',
})
export class Select extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly choices = input.required<readonly Choice[]>();
  /** What stands there while nothing is chosen, such as "All roles". */
  readonly emptyLabel = input.required<string>();
  private readonly box = viewChild.required<ElementRef<HTMLSelectElement>>('box');

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }
}
