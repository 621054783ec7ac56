import type { Routes } from '@angular/router';
import type { Role } from '@app/shared/domain';
import { permitted } from '../../platform/guards';
import { mayLeave } from '../../platform/leaving';

const editors = ['audit-lead', 'framework-editor'] satisfies Role[];
const forEditors = { canActivate: [permitted], data: { roles: editors } };

export const editorRoutes = [
  {
    path: 'frameworks/drafts/new',
    title: 'Start a draft',
    ...forEditors,
    loadComponent: () => import('./start-draft').then((file) => file.StartDraft),
  },
  {
    path: 'frameworks/drafts/:id',
    loadComponent: () => import('./editor-frame').then((file) => file.EditorFrame),
    children: [
      {
        path: '',
        title: 'Draft of a framework',
        ...forEditors,
        loadComponent: () => import('./draft-overview').then((file) => file.DraftOverview),
      },
      {
        path: 'about',
        title: 'About the framework',
        ...forEditors,
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-about').then((file) => file.EditAbout),
      },
      {
        path: 'scale',
        title: 'Grade scale',
        ...forEditors,
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-scale').then((file) => file.EditScale),
      },
      {
        path: 'agencies',
        title: 'Agencies of a draft',
        canActivate: [permitted],
        data: { roles: editors, kind: 'agency' },
        loadComponent: () => import('./edit-list').then((file) => file.EditList),
      },
      {
        path: 'agencies/:key',
        title: 'Agency of a draft',
        canActivate: [permitted],
        data: { roles: editors, kind: 'agency' },
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-titled').then((file) => file.EditTitled),
      },
      {
        path: 'questions',
        title: 'Questions before scoring',
        canActivate: [permitted],
        data: { roles: editors, kind: 'field' },
        loadComponent: () => import('./edit-list').then((file) => file.EditList),
      },
      {
        path: 'questions/:key',
        title: 'Question before scoring',
        ...forEditors,
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-field').then((file) => file.EditField),
      },
      {
        path: 'domains',
        title: 'Domains and their weights',
        ...forEditors,
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-domains').then((file) => file.EditDomains),
      },
      {
        path: 'domains/:domain',
        title: 'Domain of a draft',
        ...forEditors,
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-domain').then((file) => file.EditDomain),
      },
      {
        path: 'domains/:domain/criteria/:criterion',
        title: 'Criterion of a draft',
        ...forEditors,
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-criterion').then((file) => file.EditCriterion),
      },
      {
        path: 'facts',
        title: 'Counted facts of a draft',
        canActivate: [permitted],
        data: { roles: editors, kind: 'fact' },
        loadComponent: () => import('./edit-list').then((file) => file.EditList),
      },
      {
        path: 'facts/:key',
        title: 'Counted fact of a draft',
        ...forEditors,
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-fact').then((file) => file.EditFact),
      },
      {
        path: 'indicators',
        title: 'Indicators of a draft',
        canActivate: [permitted],
        data: { roles: editors, kind: 'indicator' },
        loadComponent: () => import('./edit-list').then((file) => file.EditList),
      },
      {
        path: 'indicators/:key',
        title: 'Indicator of a draft',
        ...forEditors,
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-indicator').then((file) => file.EditIndicator),
      },
      {
        path: 'caps',
        title: 'Caps on the overall grade',
        canActivate: [permitted],
        data: { roles: editors, kind: 'cap' },
        loadComponent: () => import('./edit-list').then((file) => file.EditList),
      },
      {
        path: 'caps/:key',
        title: 'Cap of a draft',
        ...forEditors,
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-cap').then((file) => file.EditCap),
      },
      {
        path: 'sources',
        title: 'Sources of a draft',
        canActivate: [permitted],
        data: { roles: editors, kind: 'source' },
        loadComponent: () => import('./edit-list').then((file) => file.EditList),
      },
      {
        path: 'sources/:key',
        title: 'Source of a draft',
        canActivate: [permitted],
        data: { roles: editors, kind: 'source' },
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-titled').then((file) => file.EditTitled),
      },
      {
        path: 'tags',
        title: 'Training tags',
        canActivate: [permitted],
        data: { roles: editors, kind: 'tag' },
        loadComponent: () => import('./edit-list').then((file) => file.EditList),
      },
      {
        path: 'tags/:key',
        title: 'Training tag',
        canActivate: [permitted],
        data: { roles: editors, kind: 'tag' },
        canDeactivate: [mayLeave],
        loadComponent: () => import('./edit-titled').then((file) => file.EditTitled),
      },
    ],
  },
] satisfies Routes;
