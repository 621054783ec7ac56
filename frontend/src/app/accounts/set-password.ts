import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { ActivatedRoute, Router } from '@angular/router';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { PasswordInput } from '../components/password-input';
import { formAttempt } from '../platform/form-attempt';
import { Notices } from '../platform/notices';
import { SessionClient } from '../platform/session-client';
import { AccountsClient } from './accounts-client';
import { newPasswordHint, newPasswordRules } from './password-fields';

@Component({
  selector: 'app-set-password',
  imports: [Button, ErrorSummary, FormField, FormRoot, PasswordInput],
  templateUrl: './set-password.html',
})
export class SetPassword {
  // The token stands after #, which browsers never send, so that no server log can hold it.
  protected readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';
  protected readonly hint = newPasswordHint;
  protected readonly model = signal({ password: '' });
  protected readonly form = form(this.model, (path) => newPasswordRules(path.password));
  protected readonly attempt = formAttempt(this.form);
  private readonly client = inject(AccountsClient);
  private readonly session = inject(SessionClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  protected async set(): Promise<void> {
    const { password } = this.model();
    const isDone = await this.attempt.send(() =>
      this.client.setPassword({ token: this.token, password }),
    );
    if (!isDone) return;
    // Whoever was signed in here, the next step is the sign-in of the person with the new password.
    this.session.leave();
    this.notices.onNextPage('Your password is set. Sign in with it now');
    await this.router.navigateByUrl('/sign-in', { replaceUrl: true });
  }
}
