import type { Routes } from '@angular/router';
import type { Role } from '@app/shared/domain';
import { permitted } from '../platform/guards';
import { mayLeave } from '../platform/leaving';

const forReaders = {
  canActivate: [permitted],
  data: { roles: ['send-officer', 'send-manager', 'audit-lead'] satisfies Role[] },
};

export default [
  {
    path: '',
    title: 'Feedback',
    ...forReaders,
    loadComponent: () => import('./feedback-list').then((file) => file.FeedbackList),
  },
  {
    path: ':id',
    title: 'Feedback on a plan',
    ...forReaders,
    canDeactivate: [mayLeave],
    loadComponent: () => import('./feedback-page').then((file) => file.FeedbackPage),
  },
] satisfies Routes;
