import { Component, ElementRef, input, model, signal, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field } from './field';
import { FieldWords } from './field-words';

/** A password that can be pasted, filled in by a password manager, and looked at. */
@Component({
  selector: 'app-password-input',
  imports: [FieldWords],
  templateUrl: './password-input.html',
})
export class PasswordInput extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  protected readonly isShown = signal(false);
  protected readonly spoken = signal('');
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  protected toggle(): void {
    this.isShown.update((isShown) => !isShown);
    this.spoken.set(this.isShown() ? 'Your password is visible' : 'Your password is hidden');
  }
}
