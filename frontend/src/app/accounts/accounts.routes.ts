import type { Routes } from '@angular/router';
import type { Role } from '@app/shared/domain';
import { permitted, signedIn, signedOut } from '../platform/guards';

const forAdministrators = {
  canActivate: [permitted],
  data: { roles: ['administrator'] satisfies Role[] },
};

export default [
  {
    path: 'sign-in',
    title: 'Sign in',
    canActivate: [signedOut],
    loadComponent: () => import('./sign-in').then((file) => file.SignIn),
  },
  {
    path: 'set-password',
    title: 'Set your password',
    loadComponent: () => import('./set-password').then((file) => file.SetPassword),
  },
  {
    path: 'account',
    title: 'Your account',
    canActivate: [signedIn],
    loadComponent: () => import('./your-account').then((file) => file.YourAccount),
  },
  {
    path: 'accounts',
    title: 'People',
    ...forAdministrators,
    loadComponent: () => import('./account-list').then((file) => file.AccountList),
  },
  {
    path: 'accounts/new',
    title: 'Make an account',
    ...forAdministrators,
    loadComponent: () => import('./make-account').then((file) => file.MakeAccount),
  },
  {
    path: 'accounts/:id',
    title: 'Account',
    ...forAdministrators,
    loadComponent: () => import('./change-account').then((file) => file.ChangeAccount),
  },
  {
    path: 'accounts/:id/end',
    title: 'End an account',
    ...forAdministrators,
    loadComponent: () => import('./end-account').then((file) => file.EndAccount),
  },
  {
    path: 'trail',
    title: 'Trail',
    ...forAdministrators,
    loadComponent: () => import('./trail-list').then((file) => file.TrailList),
  },
] satisfies Routes;
