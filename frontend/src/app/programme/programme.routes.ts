import type { Routes } from '@angular/router';
import type { Role } from '@app/shared/domain';
import { permitted } from '../platform/guards';

const forAuditLeads = {
  canActivate: [permitted],
  data: { roles: ['audit-lead'] satisfies Role[] },
};

export default [
  {
    path: '',
    title: 'Programme',
    ...forAuditLeads,
    loadComponent: () => import('./programme-years').then((file) => file.ProgrammeYears),
  },
  {
    path: 'rounds/new',
    title: 'Open a round',
    ...forAuditLeads,
    loadComponent: () => import('./open-round').then((file) => file.OpenRound),
  },
  {
    path: 'rounds/:id',
    title: 'Round',
    ...forAuditLeads,
    loadComponent: () => import('./round-page').then((file) => file.RoundPage),
  },
  {
    path: 'rounds/:id/change',
    title: 'Change a round',
    ...forAuditLeads,
    loadComponent: () => import('./change-round').then((file) => file.ChangeRound),
  },
  {
    path: 'rounds/:id/draw',
    title: 'Draw a sample',
    ...forAuditLeads,
    loadComponent: () => import('./draw-sample').then((file) => file.DrawSample),
  },
  {
    path: 'rounds/:id/withdraw/:plan',
    title: 'Withdraw a plan',
    ...forAuditLeads,
    loadComponent: () => import('./withdraw-plan').then((file) => file.WithdrawPlan),
  },
  {
    path: 'rounds/:id/documents',
    title: 'Documents of a round',
    ...forAuditLeads,
    loadComponent: () => import('./documents/round-documents').then((file) => file.RoundDocuments),
  },
  {
    path: 'rounds/:id/documents/new/:plan',
    title: 'Enter a document',
    ...forAuditLeads,
    loadComponent: () => import('./documents/enter-document').then((file) => file.EnterDocument),
  },
  {
    path: 'rounds/:id/documents/:document',
    title: 'Change a document',
    ...forAuditLeads,
    loadComponent: () => import('./documents/change-document').then((file) => file.ChangeDocument),
  },
  {
    path: 'rounds/:id/documents/:document/taking-out',
    title: 'Take out a document',
    ...forAuditLeads,
    loadComponent: () =>
      import('./documents/take-out-document').then((file) => file.TakeOutDocument),
  },
  {
    path: 'rounds/:id/verification',
    title: 'Verification of a draw',
    ...forAuditLeads,
    loadComponent: () => import('./verification').then((file) => file.Verification),
  },
  {
    path: ':year',
    title: 'Programme year',
    ...forAuditLeads,
    loadComponent: () => import('./programme-year').then((file) => file.ProgrammeYear),
  },
  {
    path: ':year/finish',
    title: 'Finish drawing',
    ...forAuditLeads,
    loadComponent: () => import('./finish-drawing').then((file) => file.FinishDrawing),
  },
] satisfies Routes;
