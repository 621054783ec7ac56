import { Component, signal } from '@angular/core';
import { Button } from './button';
import { Modal } from './modal';

/** Asks before a page is left with something that is not saved; its content says what would be lost. */
@Component({
  selector: 'app-unsaved-dialog',
  imports: [Button, Modal],
  template: `
    <dialog [appModal]="isAsking()" (escaped)="leave(false)" aria-labelledby="leaving-heading">
      <h2 class="govuk-heading-m" id="leaving-heading">Not everything is saved</h2>
      <p class="govuk-body"><ng-content /></p>
      <div class="app-actions">
        <button type="button" appButton (click)="leave(false)">Stay on this page</button>
        <button type="button" class="app-link-button" (click)="leave(true)">
          Leave without saving
        </button>
      </div>
    </dialog>
  `,
})
export class UnsavedDialog {
  protected readonly isAsking = signal(false);
  private decide: (isLeaving: boolean) => void = () => undefined;

  /** @returns whether the page is to be left */
  ask(): Promise<boolean> {
    this.isAsking.set(true);
    return new Promise((resolve) => (this.decide = resolve));
  }

  protected leave(isLeaving: boolean): void {
    this.isAsking.set(false);
    this.decide(isLeaving);
  }
}
