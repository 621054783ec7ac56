import type { Routes } from '@angular/router';
import { pageRoutes } from './pages/pages.routes';
import { permitted, signedIn } from './platform/guards';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Home',
    canActivate: [signedIn],
    loadComponent: () => import('./home/home').then((file) => file.Home),
  },
  { path: '', loadChildren: () => import('./accounts/accounts.routes') },
  { path: '', loadChildren: () => import('./frameworks/frameworks.routes') },
  { path: 'plans', loadChildren: () => import('./plans/plans.routes') },
  { path: 'programme', loadChildren: () => import('./programme/programme.routes') },
  { path: '', loadChildren: () => import('./audits/audits.routes') },
  { path: 'feedback', loadChildren: () => import('./feedback/feedback.routes') },
  { path: '', loadChildren: () => import('./trends/trends.routes') },
  { path: 'reports', loadChildren: () => import('./reports/reports.routes') },
  {
    path: 'settings',
    title: 'Settings',
    canActivate: [permitted],
    data: { roles: ['administrator'] },
    loadComponent: () => import('./settings/settings').then((file) => file.Settings),
  },
  ...pageRoutes,
];
