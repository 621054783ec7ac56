import type { Routes } from '@angular/router';
import type { Role } from '@app/shared/domain';
import { permitted } from '../platform/guards';
import { mayLeave } from '../platform/leaving';

const forReaders = {
  canActivate: [permitted],
  data: { roles: ['audit-lead', 'send-manager', 'report-reader'] satisfies Role[] },
};
const forAuditLeads = {
  canActivate: [permitted],
  data: { roles: ['audit-lead'] satisfies Role[] },
};

export default [
  {
    path: '',
    title: 'Learning reports',
    ...forReaders,
    loadComponent: () => import('./report-list').then((file) => file.ReportList),
  },
  {
    path: ':id',
    title: 'Learning report',
    ...forReaders,
    loadComponent: () => import('./report-page').then((file) => file.ReportPage),
  },
  {
    path: ':id/edit',
    title: 'Edit a learning report',
    ...forAuditLeads,
    canDeactivate: [mayLeave],
    loadComponent: () => import('./edit-report').then((file) => file.EditReport),
  },
  {
    path: ':id/publication',
    title: 'Publish a learning report',
    ...forAuditLeads,
    loadComponent: () => import('./publish-report').then((file) => file.PublishReport),
  },
  {
    path: ':id/decisions/:number',
    title: 'Record a decision',
    ...forAuditLeads,
    loadComponent: () => import('./record-decision').then((file) => file.RecordDecision),
  },
] satisfies Routes;
