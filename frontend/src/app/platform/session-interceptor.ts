import {
  HttpErrorResponse,
  HttpResponse,
  type HttpInterceptorFn,
  type HttpRequest,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, tap, throwError } from 'rxjs';
import { IdleWatch } from './idle-watch';
import { SessionStore } from './session-store';
import { SignInAgain } from './sign-in-again';

/**
 * Sends the token against forged requests with every change, counts the idle time from each answer,
 * and when the session has ended asks for a new sign-in and repeats the request with it.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const session = inject(SessionStore);
  const idle = inject(IdleWatch);
  const again = inject(SignInAgain);

  const send = () =>
    next(withToken(request, session.csrfToken())).pipe(
      tap({
        next: (event) => {
          if (event instanceof HttpResponse) idle.answered();
        },
        error: (error: unknown) => {
          if (isAnswer(error)) idle.answered();
        },
      }),
    );

  return send().pipe(
    catchError((error: unknown) => {
      if (!isRefusedForWantOfSession(error, request) || !session.isSignedIn()) {
        return throwError(() => error);
      }
      return from(again.ask()).pipe(
        switchMap((isSignedIn) => (isSignedIn ? send() : throwError(() => error))),
      );
    }),
  );
};

function withToken(request: HttpRequest<unknown>, token: string | null): HttpRequest<unknown> {
  if (token === null || request.method === 'GET') return request;
  return request.clone({ setHeaders: { 'X-CSRF-Token': token } });
}

function isAnswer(error: unknown): boolean {
  return error instanceof HttpErrorResponse && error.status !== 0 && error.status !== 401;
}

/** A refused sign-in is also a 401, and must not ask for another sign-in. */
function isRefusedForWantOfSession(error: unknown, request: HttpRequest<unknown>): boolean {
  return (
    error instanceof HttpErrorResponse && error.status === 401 && request.url !== '/api/session'
  );
}
