import type { Routes } from '@angular/router';
import type { Role } from '@app/shared/domain';
import { permitted } from '../platform/guards';

export default [
  {
    path: 'trends',
    title: 'Trends',
    canActivate: [permitted],
    data: {
      roles: ['audit-lead', 'moderator', 'send-manager', 'report-reader'] satisfies Role[],
    },
    loadComponent: () => import('./trends').then((file) => file.Trends),
  },
] satisfies Routes;
