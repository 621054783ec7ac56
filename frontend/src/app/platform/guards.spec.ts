import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { ownPath, permitted, signedIn, signedOut } from './guards';
import { SessionStore } from './session-store';
import { ruthsSession } from '../../testing/ruths-session';

@Component({ template: '' })
class Page {}

async function go(path: string, isSignedIn: boolean) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: '', pathMatch: 'full', canActivate: [signedIn], component: Page },
        { path: 'account', canActivate: [signedIn], component: Page },
        {
          path: 'settings',
          canActivate: [permitted],
          data: { roles: ['administrator'] },
          component: Page,
        },
        {
          path: 'rounds',
          canActivate: [permitted],
          data: { roles: ['moderator', 'audit-lead'] },
          component: Page,
        },
        { path: 'sign-in', canActivate: [signedOut], component: Page },
        { path: 'no-permission', component: Page },
      ]),
    ],
  });
  if (isSignedIn) TestBed.inject(SessionStore).take(ruthsSession);
  const router = TestBed.inject(Router);
  await router.navigateByUrl(path);
  const state = router.lastSuccessfulNavigation()?.extras.state;
  return { url: router.url, returnUrl: state?.['returnUrl'] as unknown };
}

describe('The way to a page', () => {
  it('leads through the sign-in, which knows where to go on', async () => {
    expect(await go('/settings?x=1', false)).toEqual({
      url: '/sign-in',
      returnUrl: '/settings?x=1',
    });
  });

  it('is closed to Ruth Osei, audit lead, where only administrators go', async () => {
    expect((await go('/settings', true)).url).toBe('/no-permission');
  });

  it('is open to Ruth Osei where one of her roles goes', async () => {
    expect((await go('/rounds', true)).url).toBe('/rounds');
    expect(await TestBed.inject(Router).navigateByUrl('/account')).toBe(true);
  });

  it('leads home from the sign-in page for a person who is signed in', async () => {
    expect((await go('/sign-in', true)).url).toBe('/');
  });
});

describe('The way back after signing in', () => {
  it.each(['/accounts', '/trail?from=2026-11-03', '/accounts/1/end'])('goes to %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/sign-in',
    undefined,
    42,
  ])('goes home instead of to %p', (candidate) => {
    expect(ownPath(candidate)).toBe('/');
  });
});
