import { Component, ElementRef, input, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field } from './field';
import { FieldWords } from './field-words';

/** One file from the person's computer. Nothing is sent before the form is. */
@Component({
  selector: 'app-file-input',
  imports: [FieldWords],
  templateUrl: './file-input.html',
})
export class FileInput extends Field implements FormValueControl<File | null> {
  readonly value = model<File | null>(null);
  /** What the browser offers first, such as ".csv". */
  readonly accept = input.required<string>();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }
}
