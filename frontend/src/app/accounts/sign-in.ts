import { Location } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { PasswordInput } from '../components/password-input';
import { TextInput } from '../components/text-input';
import { formAttempt } from '../platform/form-attempt';
import { ownPath } from '../platform/guards';
import { serviceName } from '../platform/page-titles';
import { SessionClient } from '../platform/session-client';

@Component({
  selector: 'app-sign-in',
  imports: [Button, ErrorSummary, FormField, FormRoot, PasswordInput, RouterLink, TextInput],
  templateUrl: './sign-in.html',
})
export class SignIn {
  protected readonly serviceName = serviceName;
  protected readonly model = signal({ email: '', password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email, { message: 'Enter your e-mail address' });
    required(path.password, { message: 'Enter your password' });
  });
  protected readonly attempt = formAttempt(this.form);
  private readonly client = inject(SessionClient);
  private readonly router = inject(Router);
  private readonly returnUrl = ownPath(returnUrlIn(inject(Location).getState()));

  protected async signIn(): Promise<void> {
    const { email, password } = this.model();
    const isDone = await this.attempt.send(() => this.client.signIn(email, password));
    if (isDone) await this.router.navigateByUrl(this.returnUrl, { replaceUrl: true });
  }
}

function returnUrlIn(state: unknown): unknown {
  return typeof state === 'object' && state !== null && 'returnUrl' in state
    ? state.returnUrl
    : undefined;
}
