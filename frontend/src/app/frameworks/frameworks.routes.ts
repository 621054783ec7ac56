import type { Routes } from '@angular/router';
import type { Role } from '@app/shared/domain';
import { permitted, signedIn } from '../platform/guards';
import { mayLeave } from '../platform/leaving';
import { editorRoutes } from './editor/editor.routes';

const editing = {
  canActivate: [permitted],
  data: { roles: ['audit-lead', 'framework-editor'] satisfies Role[] },
};

export default [
  {
    path: 'frameworks',
    title: 'Frameworks',
    canActivate: [signedIn],
    loadComponent: () => import('./framework-list').then((file) => file.FrameworkList),
  },
  {
    path: 'frameworks/import',
    title: 'Import a framework',
    ...editing,
    loadComponent: () => import('./import-framework').then((file) => file.ImportFramework),
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
  {
    path: 'frameworks/:id/comparison',
    title: 'Compare versions',
    canActivate: [signedIn],
    data: { of: 'version' },
    loadComponent: () => import('./life/comparison').then((file) => file.Comparison),
  },
  {
    path: 'frameworks/:id/retirement',
    title: 'Retire version',
    ...editing,
    loadComponent: () => import('./life/retire-version').then((file) => file.RetireVersion),
  },
  {
    path: 'frameworks/drafts/:id/comparison',
    title: 'Compare draft',
    canActivate: [permitted],
    data: { roles: ['audit-lead', 'framework-editor'] satisfies Role[], of: 'draft' },
    loadComponent: () => import('./life/comparison').then((file) => file.Comparison),
  },
  {
    path: 'frameworks/drafts/:id/consultation',
    title: 'Consult on draft',
    ...editing,
    loadComponent: () => import('./life/consult').then((file) => file.Consult),
  },
  {
    path: 'frameworks/drafts/:id/publication',
    title: 'Publish draft',
    ...editing,
    loadComponent: () => import('./life/publish-draft').then((file) => file.PublishDraft),
  },
  {
    path: 'frameworks/drafts/:id/discarding',
    title: 'Discard draft',
    ...editing,
    loadComponent: () => import('./life/discard-draft').then((file) => file.DiscardDraft),
  },
  ...editorRoutes,
  {
    path: 'frameworks/consultations/:id',
    title: 'Draft to comment on',
    canActivate: [signedIn],
    canDeactivate: [mayLeave],
    loadComponent: () => import('./life/consultation').then((file) => file.Consultation),
  },
  {
    path: 'frameworks/consultations/:id/domains/:domain',
    title: 'Domain to comment on',
    canActivate: [signedIn],
    canDeactivate: [mayLeave],
    loadComponent: () =>
      import('./life/consultation-domain').then((file) => file.ConsultationDomain),
  },
] satisfies Routes;
