import type { Routes } from '@angular/router';
import type { Role } from '@app/shared/domain';
import { permitted } from '../platform/guards';
import { mayLeave } from '../platform/leaving';

const forAuditors = {
  canActivate: [permitted],
  data: { roles: ['auditor'] satisfies Role[] },
};

const forModerators = {
  canActivate: [permitted],
  data: { roles: ['moderator'] satisfies Role[] },
};

/** The lead reads what is closed and agreed; the service shows nothing else. */
const forModeratorsAndTheLead = {
  canActivate: [permitted],
  data: { roles: ['moderator', 'audit-lead'] satisfies Role[] },
};

const forTheLead = {
  canActivate: [permitted],
  data: { roles: ['audit-lead'] satisfies Role[] },
};

const forEditors = {
  canActivate: [permitted],
  data: { roles: ['audit-lead', 'framework-editor'] satisfies Role[] },
};

export default [
  {
    path: 'frameworks/drafts/:id/preview/:agency',
    loadComponent: () => import('./preview/preview-frame').then((file) => file.PreviewFrame),
    children: [
      {
        path: '',
        title: 'Preview of a form',
        ...forEditors,
        loadComponent: () => import('./preview/preview-form').then((file) => file.PreviewForm),
      },
      {
        path: ':domain',
        title: 'Preview of a domain',
        ...forEditors,
        loadComponent: () => import('./preview/preview-domain').then((file) => file.PreviewDomain),
      },
    ],
  },
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
    path: 'moderations',
    title: 'Moderation',
    ...forModeratorsAndTheLead,
    loadComponent: () => import('./moderation/moderation-list').then((file) => file.ModerationList),
  },
  {
    path: 'moderations/:id',
    loadComponent: () =>
      import('./moderation/moderation-frame').then((file) => file.ModerationFrame),
    children: [
      {
        path: '',
        title: 'Audit in moderation',
        ...forModeratorsAndTheLead,
        loadComponent: () =>
          import('./moderation/moderation-page').then((file) => file.ModerationPage),
      },
      {
        path: 'criteria/:criterion',
        title: 'Criterion to decide',
        ...forModeratorsAndTheLead,
        canDeactivate: [mayLeave],
        loadComponent: () =>
          import('./moderation/decide-criterion').then((file) => file.DecideCriterion),
      },
      {
        path: 'profile/:field',
        title: 'Correct the profile',
        ...forModerators,
        canDeactivate: [mayLeave],
        loadComponent: () =>
          import('./moderation/correct-profile').then((file) => file.CorrectProfile),
      },
      {
        path: 'closing',
        title: 'Check and close the audit',
        ...forModerators,
        canDeactivate: [mayLeave],
        loadComponent: () => import('./moderation/close-audit').then((file) => file.CloseAudit),
      },
    ],
  },
  {
    path: 'programme/rounds/:round/closing',
    title: 'Close the round',
    ...forTheLead,
    loadComponent: () => import('./closing/close-round').then((file) => file.CloseRound),
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
