import type { Routes } from '@angular/router';
import { signedIn } from '../platform/guards';

export default [
  {
    path: 'frameworks',
    title: 'Frameworks',
    canActivate: [signedIn],
    loadComponent: () => import('./framework-list').then((file) => file.FrameworkList),
  },
  {
    path: 'frameworks/:id',
    title: 'Framework',
    canActivate: [signedIn],
    loadComponent: () => import('./framework-version').then((file) => file.FrameworkVersionPage),
  },
  {
    path: 'frameworks/:id/domains/:domain',
    title: 'Domain',
    canActivate: [signedIn],
    loadComponent: () => import('./domain').then((file) => file.DomainPage),
  },
] satisfies Routes;
