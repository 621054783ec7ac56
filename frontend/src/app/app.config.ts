import { provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import {
  ErrorHandler,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
  type ApplicationConfig,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { routes } from './app.routes';
import { NavigationFocus } from './platform/navigation-focus';
import { PageTitles } from './platform/page-titles';
import { PartnershipStore } from './platform/partnership-store';
import { SessionClient } from './platform/session-client';
import { sessionInterceptor } from './platform/session-interceptor';
import { UnexpectedErrors } from './platform/unexpected-errors';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    // The server's own token takes the place of Angular's cookie scheme.
    provideHttpClient(withInterceptors([sessionInterceptor]), withNoXsrfProtection()),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitles },
    { provide: ErrorHandler, useClass: UnexpectedErrors },
    provideAppInitializer(async () => {
      inject(NavigationFocus).watch();
      await Promise.all([inject(SessionClient).load(), inject(PartnershipStore).load()]);
    }),
  ],
};
