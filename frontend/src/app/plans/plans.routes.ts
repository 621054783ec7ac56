import type { Routes } from '@angular/router';
import type { Role } from '@app/shared/domain';
import { permitted } from '../platform/guards';

const forReaders = {
  canActivate: [permitted],
  data: { roles: ['audit-lead', 'send-manager'] satisfies Role[] },
};

const forTheLead = {
  canActivate: [permitted],
  data: { roles: ['audit-lead'] satisfies Role[] },
};

export default [
  {
    path: '',
    title: 'Plans',
    ...forReaders,
    loadComponent: () => import('./plan-list').then((file) => file.PlanList),
  },
  {
    path: 'registers',
    title: 'Registers of plans',
    ...forTheLead,
    loadComponent: () => import('./register-list').then((file) => file.RegisterList),
  },
  {
    path: 'registers/new',
    title: 'Upload a register of plans',
    ...forTheLead,
    loadComponent: () => import('./upload-register').then((file) => file.UploadRegister),
  },
  {
    path: 'registers/:id',
    title: 'Register of plans',
    ...forTheLead,
    loadComponent: () => import('./register-page').then((file) => file.RegisterPage),
  },
  {
    path: 'registers/:id/confirm',
    title: 'Confirm a register of plans',
    ...forTheLead,
    loadComponent: () => import('./confirm-register').then((file) => file.ConfirmRegister),
  },
  {
    path: 'registers/:id/absent',
    title: 'Plans missing from the register',
    ...forTheLead,
    loadComponent: () => import('./absent-plans').then((file) => file.AbsentPlans),
  },
  {
    path: ':id',
    title: 'Plan',
    ...forReaders,
    loadComponent: () => import('./plan-page').then((file) => file.PlanPage),
  },
] satisfies Routes;
