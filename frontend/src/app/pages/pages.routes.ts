import type { Routes } from '@angular/router';
import { signedIn } from '../platform/guards';
import { SomethingWentWrong } from './something-went-wrong';

export const pageRoutes = [
  {
    path: 'accessibility',
    title: 'Accessibility',
    loadComponent: () => import('./accessibility').then((file) => file.Accessibility),
  },
  {
    path: 'privacy',
    title: 'Privacy and cookies',
    loadComponent: () => import('./privacy').then((file) => file.Privacy),
  },
  {
    path: 'help',
    title: 'Help',
    loadComponent: () => import('./help').then((file) => file.Help),
  },
  {
    path: 'components',
    title: 'Components',
    canActivate: [signedIn],
    loadComponent: () => import('./components-review').then((file) => file.ComponentsReview),
  },
  {
    path: 'no-permission',
    title: 'You do not have permission',
    loadComponent: () => import('./no-permission').then((file) => file.NoPermission),
  },
  {
    path: 'something-went-wrong',
    title: 'Something went wrong',
    // Not loaded late: it is needed when loading fails.
    component: SomethingWentWrong,
  },
  {
    path: '**',
    title: 'Page not found',
    loadComponent: () => import('./not-found').then((file) => file.NotFound),
  },
] satisfies Routes;
