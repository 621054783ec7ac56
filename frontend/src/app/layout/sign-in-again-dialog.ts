import { Component, computed, DOCUMENT, inject, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { Modal } from '../components/modal';
import { PasswordInput } from '../components/password-input';
import { TextInput } from '../components/text-input';
import { formAttempt } from '../platform/form-attempt';
import { SessionClient } from '../platform/session-client';
import { SessionStore } from '../platform/session-store';
import { SignInAgain } from '../platform/sign-in-again';

/** Signs the person in on the page they are on; what they typed there stays. */
@Component({
  selector: 'app-sign-in-again',
  imports: [Button, ErrorSummary, FormField, FormRoot, Modal, PasswordInput, TextInput],
  templateUrl: './sign-in-again-dialog.html',
})
export class SignInAgainDialog {
  protected readonly again = inject(SignInAgain);
  private readonly session = inject(SessionStore);
  private readonly client = inject(SessionClient);
  private readonly document = inject(DOCUMENT);

  // Each time it is asked the fields begin anew: the address from memory, and no password.
  protected readonly model = linkedSignal({
    source: computed(() => [this.again.isAsked(), this.session.account()?.email] as const),
    computation: ([, email]) => ({ email: email ?? '', password: '' }),
  });
  protected readonly form = form(this.model, (path) => {
    required(path.email, { message: 'Enter your e-mail address' });
    required(path.password, { message: 'Enter your password' });
  });
  protected readonly attempt = formAttempt(this.form);

  protected async signIn(): Promise<void> {
    const before = this.session.account()?.id;
    const { email, password } = this.model();
    const isDone = await this.attempt.send(async () => {
      const session = await this.client.signIn(email, password);
      // What is on the page belongs to the person before, and must not become another's.
      if (session.account?.id !== before) this.document.defaultView?.location.assign('/');
    });
    if (isDone && this.session.account()?.id === before) {
      this.form().reset();
      this.again.answer(true);
    }
  }

  protected notNow(): void {
    this.attempt.clear();
    this.form().reset();
    this.again.answer(false);
  }
}
