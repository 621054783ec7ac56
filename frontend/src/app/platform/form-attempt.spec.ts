import { HttpErrorResponse } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, required } from '@angular/forms/signals';
import { Title } from '@angular/platform-browser';
import { describe, expect, it, jest } from '@jest/globals';
import { firstValueFrom, throwError } from 'rxjs';
import { formAttempt } from './form-attempt';

@Component({
  imports: [FormField],
  template: `<input id="full-name" [formField]="form.fullName" />`,
})
class AccountPage {
  readonly model = signal({ fullName: '' });
  readonly form = form(this.model, (path) => {
    required(path.fullName, { message: 'Enter the person’s full name' });
  });
  readonly attempt = formAttempt(this.form);
}

async function openPage() {
  const fixture = TestBed.createComponent(AccountPage);
  await fixture.whenStable();
  return fixture.componentInstance;
}

const refused = (status: number, error: unknown) => () =>
  firstValueFrom(throwError(() => new HttpErrorResponse({ status, error })));

const messages = (page: AccountPage) => page.attempt.summary().map((item) => item.message);

describe('An attempt to send a form', () => {
  it('calls nothing wrong before it, and does not send what breaks a rule', async () => {
    const page = await openPage();
    expect(page.form.fullName().touched()).toBe(false);
    expect(messages(page)).toEqual([]);

    const act = jest.fn(() => Promise.resolve());
    expect(await page.attempt.send(act)).toBe(false);
    expect(act).not.toHaveBeenCalled();
    expect(page.form.fullName().touched()).toBe(true);
    expect(page.attempt.summary()).toMatchObject([
      { message: 'Enter the person’s full name', fieldId: 'full-name' },
    ]);
    expect(TestBed.inject(Title).getTitle()).toMatch(/^Error: /);
  });

  it('shows the error of the server on its field, and sends again all the same', async () => {
    const page = await openPage();
    page.model.set({ fullName: 'Grace Lin' });
    const taken = {
      code: 'already-taken',
      detail: 'Another account has this name',
      errors: [{ path: 'fullName', message: 'Another account has this name' }],
    };
    expect(await page.attempt.send(refused(409, taken))).toBe(false);
    expect(page.form.fullName().errors()).toMatchObject([
      { message: 'Another account has this name' },
    ]);
    expect(messages(page)).toEqual(['Another account has this name']);

    expect(await page.attempt.send(() => Promise.resolve())).toBe(true);
    expect(messages(page)).toEqual([]);
    expect(TestBed.inject(Title).getTitle()).not.toMatch(/^Error: /);
  });

  it('tells on top what belongs to no field, and knows a stale record', async () => {
    const page = await openPage();
    page.model.set({ fullName: 'Grace Lin' });
    const stale = { code: 'stale-version', detail: 'Someone else has changed this account.' };
    expect(await page.attempt.send(refused(409, stale))).toBe(false);
    expect(messages(page)).toEqual(['Someone else has changed this account.']);
    expect(page.attempt.isStale()).toBe(true);

    page.attempt.clear();
    expect(page.attempt.isStale()).toBe(false);
  });

  it('does not send twice while the first answer is awaited', async () => {
    const page = await openPage();
    page.model.set({ fullName: 'Grace Lin' });
    let answer = () => {};
    const act = jest.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    const first = page.attempt.send(act);
    expect(await page.attempt.send(act)).toBe(false);
    answer();
    expect(await first).toBe(true);
    expect(act).toHaveBeenCalledTimes(1);
  });
});
