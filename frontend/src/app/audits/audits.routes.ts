import type { Routes } from '@angular/router';
import type { Role } from '@app/shared/domain';
import { permitted } from '../platform/guards';
import { mayLeave } from '../platform/leaving';

const forAuditors = {
  canActivate: [permitted],
  data: { roles: ['auditor'] satisfies Role[] },
};

const forTheLead = {
  canActivate: [permitted],
  data: { roles: ['audit-lead'] satisfies Role[] },
};

export default [
  {
    path: 'scorings',
    title: 'My audits',
    ...forAuditors,
    loadComponent: () => import('./scoring/scoring-list').then((file) => file.ScoringList),
  },
  {
    path: 'scorings/:id',
    canDeactivate: [mayLeave],
    loadComponent: () => import('./scoring/scoring-frame').then((file) => file.ScoringFrame),
    children: [
      {
        path: '',
        title: 'Scoring',
        ...forAuditors,
        loadComponent: () => import('./scoring/scoring-tasks').then((file) => file.ScoringTasks),
      },
      {
        path: 'declaration',
        title: 'Conflict of interest',
        ...forAuditors,
        loadComponent: () =>
          import('./scoring/declare-conflict').then((file) => file.DeclareConflict),
      },
      {
        path: 'sweep',
        title: 'Evidence sweep',
        ...forAuditors,
        loadComponent: () => import('./scoring/sweep').then((file) => file.Sweep),
      },
      {
        path: 'domains/:domain',
        title: 'Domain to score',
        ...forAuditors,
        loadComponent: () => import('./scoring/score-domain').then((file) => file.ScoreDomain),
      },
      {
        path: 'facts',
        title: 'Counted facts',
        ...forAuditors,
        loadComponent: () => import('./scoring/counted-facts').then((file) => file.CountedFacts),
      },
      {
        path: 'check',
        title: 'Check your scoring',
        ...forAuditors,
        loadComponent: () => import('./scoring/check-scoring').then((file) => file.CheckScoring),
      },
      {
        path: 'submission',
        title: 'Submit your scoring',
        ...forAuditors,
        loadComponent: () => import('./scoring/submit-scoring').then((file) => file.SubmitScoring),
      },
    ],
  },
  {
    path: 'programme/rounds/:round/audits',
    title: 'Audits of the round',
    ...forTheLead,
    loadComponent: () => import('./allocation/round-audits').then((file) => file.RoundAudits),
  },
  {
    path: 'programme/rounds/:round/audits/:audit/due-date',
    title: 'Change the due date',
    ...forTheLead,
    loadComponent: () => import('./allocation/set-due-date').then((file) => file.SetDueDate),
  },
  {
    path: 'programme/rounds/:round/scorings/:scoring/auditor',
    title: 'Choose another auditor',
    ...forTheLead,
    loadComponent: () =>
      import('./allocation/reassign-scoring').then((file) => file.ReassignScoring),
  },
  {
    path: 'programme/rounds/:round/scorings/:scoring/withdrawal',
    title: 'Withdraw a scoring',
    ...forTheLead,
    loadComponent: () =>
      import('./allocation/withdraw-scoring').then((file) => file.WithdrawScoring),
  },
] satisfies Routes;
