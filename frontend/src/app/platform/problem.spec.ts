import { HttpErrorResponse } from '@angular/common/http';
import { Component, model, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, type FormValueControl } from '@angular/forms/signals';
import { describe, expect, it } from '@jest/globals';
import { fieldErrorsOf, problemOf } from './problem';

@Component({ selector: 'app-several', template: '' })
class Several implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
}

@Component({
  imports: [FormField, Several],
  template: `<input [formField]="form.email" /><app-several [formField]="form.roles" />`,
})
class AccountPage {
  readonly form = form(signal({ email: '', roles: ['auditor'], hidden: '' }));
}

const refusal = (status: number, error: unknown) => new HttpErrorResponse({ status, error });

describe('A problem of the service', () => {
  it('is read with its code, sentence and reference', () => {
    const problem = problemOf(
      refusal(409, {
        code: 'stale-version',
        detail: 'Someone else has changed this account.',
        instance: 'abc',
      }),
    );
    expect(problem).toEqual({
      code: 'stale-version',
      detail: 'Someone else has changed this account.',
      errors: [],
      present: [],
      reference: 'abc',
    });
  });

  it('is found inside the error that a resource wraps around it', () => {
    const wrapped = new Error('Resource failed', {
      cause: refusal(403, { code: 'not-permitted', detail: 'Not for your role.' }),
    });
    expect(problemOf(wrapped).code).toBe('not-permitted');
  });

  it('is said in our own words when no answer came', () => {
    expect(problemOf(refusal(0, null)).detail).toBe(
      'The service could not be reached. Check your connection and try again.',
    );
  });

  it('is unexpected when the answer is not a problem, such as a page of a proxy', () => {
    expect(problemOf(refusal(502, '<html>Bad gateway</html>')).code).toBe('unexpected');
    expect(problemOf(refusal(422, { code: 'unheard-of', detail: 'x' })).code).toBe('unexpected');
  });

  it('puts each error on its field, and an error of one role on the roles', async () => {
    const fixture = TestBed.createComponent(AccountPage);
    await fixture.whenStable();
    const page = fixture.componentInstance;
    const problem = problemOf(
      refusal(400, {
        code: 'contract-broken',
        detail: 'Check what you entered',
        errors: [
          { path: 'email', message: 'Another account already uses this e-mail address' },
          { path: 'roles.0', message: 'Choose roles from the list' },
          { path: 'hidden', message: 'Not on the page' },
          { path: 'version', message: 'Not in the form' },
        ],
      }),
    );
    const errors = fieldErrorsOf(problem, page.form);
    expect(errors.map((error) => [error.fieldTree, error.message])).toEqual([
      [page.form.email, 'Another account already uses this e-mail address'],
      [page.form.roles, 'Choose roles from the list'],
    ]);
  });
});
