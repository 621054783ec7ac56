import { Component, ElementRef, input, signal, viewChild } from '@angular/core';

/** Something that is shown once and never again, with a button that copies it. */
@Component({
  selector: 'app-secret-once',
  templateUrl: './secret-once.html',
})
export class SecretOnce {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly secret = input.required<string>();
  protected readonly status = signal('');
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  protected async copy(): Promise<void> {
    this.status.set('');
    try {
      await navigator.clipboard.writeText(this.secret());
      this.status.set('Copied');
    } catch {
      // Browsers give no clipboard to pages served over plain HTTP, or when it was refused.
      this.box().nativeElement.select();
      this.status.set('The text is selected. Copy it with your keyboard or menu');
    }
  }
}
