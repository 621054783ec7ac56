import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { IdleWatch } from './idle-watch';
import { sessionInterceptor } from './session-interceptor';
import { SessionStore } from './session-store';
import { SignInAgain } from './sign-in-again';
import { ruthsSession } from '../../testing/ruths-session';

const refused = { status: 401, statusText: 'Unauthorized' };

function open() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  const session = TestBed.inject(SessionStore);
  session.take(ruthsSession);
  return {
    http: TestBed.inject(HttpClient),
    server: TestBed.inject(HttpTestingController),
    again: TestBed.inject(SignInAgain),
    idle: TestBed.inject(IdleWatch),
    session,
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('Requests of a signed-in person', () => {
  afterEach(() => TestBed.inject(IdleWatch).stop());

  it('carry the token against forgery with every change, and not with a read', () => {
    const { http, server } = open();
    http.get('/api/home').subscribe();
    http.put('/api/partnership', {}).subscribe();
    expect(server.expectOne('/api/home').request.headers.has('X-CSRF-Token')).toBe(false);
    expect(server.expectOne('/api/partnership').request.headers.get('X-CSRF-Token')).toBe(
      'token-1',
    );
  });

  it('never send the token to another address', () => {
    const { http, server } = open();
    http.post('https://elsewhere.example/api/x', {}).subscribe();
    const { request } = server.expectOne('https://elsewhere.example/api/x');
    expect(request.headers.has('X-CSRF-Token')).toBe(false);
  });

  it('wait for a new sign-in when the session has ended, and are repeated with its token', async () => {
    const { http, server, again, session } = open();
    const answers = [
      firstValueFrom(http.put<string>('/api/accounts/1', {})),
      firstValueFrom(http.get<string>('/api/home')),
    ];
    server.expectOne('/api/accounts/1').flush({ code: 'not-signed-in' }, refused);
    server.expectOne('/api/home').flush({ code: 'not-signed-in' }, refused);
    expect(again.isAsked()).toBe(true);

    session.take({ ...ruthsSession, csrfToken: 'token-2' });
    again.answer(true);
    await settled();
    const repeated = server.expectOne('/api/accounts/1');
    expect(repeated.request.headers.get('X-CSRF-Token')).toBe('token-2');
    repeated.flush('changed');
    server.expectOne('/api/home').flush('home');
    expect(await Promise.all(answers)).toEqual(['changed', 'home']);
    expect(again.isAsked()).toBe(false);
  });

  it('fail when the person does not want to sign in now', async () => {
    const { http, server, again } = open();
    const answer = firstValueFrom(http.get('/api/home'));
    server.expectOne('/api/home').flush({ code: 'not-signed-in' }, refused);
    again.answer(false);
    await expect(answer).rejects.toMatchObject({ status: 401 });
  });

  it('do not ask for a sign-in when the sign-in itself is refused', async () => {
    const { http, server, again } = open();
    const answer = firstValueFrom(http.post('/api/session', {}));
    server.expectOne('/api/session').flush({ code: 'not-signed-in' }, refused);
    await expect(answer).rejects.toMatchObject({ status: 401 });
    expect(again.isAsked()).toBe(false);
  });

  it('count as use when they are answered, whatever the answer, and not when they are not', async () => {
    const { http, server, idle } = open();
    const lost = firstValueFrom(http.get('/api/home'));
    server.expectOne('/api/home').error(new ProgressEvent('error'));
    await expect(lost).rejects.toMatchObject({ status: 0 });
    expect(idle.phase()).toBe('off');

    const stale = firstValueFrom(http.put('/api/accounts/1', {}));
    server.expectOne('/api/accounts/1').flush({}, { status: 409, statusText: 'Conflict' });
    await expect(stale).rejects.toMatchObject({ status: 409 });
    expect(idle.phase()).toBe('active');
  });
});
