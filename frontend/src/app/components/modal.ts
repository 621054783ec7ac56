import { afterRenderEffect, Directive, ElementRef, inject, input, output } from '@angular/core';

/**
 * Opens a native dialog over the page and keeps the focus in it; the browser gives the focus back
 * when it closes. Escape asks to close, and whoever holds the dialog decides what that means.
 */
@Directive({
  selector: 'dialog[appModal]',
  host: { class: 'app-dialog', '(cancel)': 'ask($event)' },
})
export class Modal {
  readonly isOpen = input.required<boolean>({ alias: 'appModal' });
  readonly escaped = output();
  private readonly dialog = inject<ElementRef<HTMLDialogElement>>(ElementRef).nativeElement;

  constructor() {
    afterRenderEffect(() => {
      if (this.isOpen() && !this.dialog.open) this.dialog.showModal();
      if (!this.isOpen() && this.dialog.open) this.dialog.close();
    });
  }

  protected ask(event: Event): void {
    event.preventDefault();
    this.escaped.emit();
  }
}
