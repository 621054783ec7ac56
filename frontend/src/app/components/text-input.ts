import { Component, ElementRef, input, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field } from './field';
import { FieldWords } from './field-words';

@Component({
  selector: 'app-text-input',
  imports: [FieldWords],
  templateUrl: './text-input.html',
})
export class TextInput extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly type = input<'text' | 'email' | 'search' | 'date'>('text');
  readonly inputMode = input<'numeric'>();
  readonly autocomplete = input('off');
  readonly spellcheck = input(false);
  /** A width class of the design system, such as "10" characters or "full". */
  readonly width = input<'5' | '10' | '20' | 'two-thirds' | 'full'>('two-thirds');
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }
}
