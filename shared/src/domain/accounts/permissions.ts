import { roles, type Role } from './roles.js';

/**
 * What a role may do with a route.
 * - allow: the act decides the rest
 * - own: only records that belong to the person; another's is answered 404
 * - 403: the role never has this route
 * - 404: the route must not even show that the record exists
 */
export type Permission = 'allow' | 'own' | 403 | 404;

/** `anyone` lets people in who are not signed in; otherwise they are answered 401. */
export interface PermissionRow {
  anyone: boolean;
  byRole: Readonly<Record<Role, Permission>>;
}

const every = (permission: Permission): Record<Role, Permission> =>
  Object.fromEntries(roles.map((role) => [role, permission])) as Record<Role, Permission>;

const anyone: PermissionRow = { anyone: true, byRole: every('allow') };
const signedIn: PermissionRow = { anyone: false, byRole: every('allow') };
const own: PermissionRow = { anyone: false, byRole: every('own') };
/** One role its own records, and the roles after it everyone's. */
const ownOf = (role: Role, ...allowed: Role[]): PermissionRow => ({
  anyone: false,
  byRole: { ...only(...allowed).byRole, [role]: 'own' },
});
const only = (...allowed: Role[]): PermissionRow => ({
  anyone: false,
  byRole: { ...every(403), ...Object.fromEntries(allowed.map((role) => [role, 'allow'])) },
});

const editing = only('audit-lead', 'framework-editor');
/** A draft is read by the people who are asked about it, whatever their role, and by its editors. */
const consulted: PermissionRow = {
  anyone: false,
  byRole: { ...every('own'), 'audit-lead': 'allow', 'framework-editor': 'allow' },
};

/**
 * Who may call what: the one table that drives the guard and the tests. A route without a row is
 * refused, and a test names it. The document and page of the interface are open because they
 * describe the service and hold no data; production leaves them off.
 */
export const permissions: Readonly<Record<string, PermissionRow>> = {
  'GET /api/health': anyone,
  'GET /api/session': anyone,
  'POST /api/session': anyone,
  'DELETE /api/session': signedIn,
  'POST /api/session/extension': signedIn,
  'POST /api/password': anyone,
  'GET /api/partnership': anyone,
  'PUT /api/partnership': only('administrator'),
  'GET /api/home': signedIn,
  'GET /api/agencies': signedIn,
  'GET /api/account': own,
  'PUT /api/account/password': own,
  'GET /api/account/sessions': own,
  'DELETE /api/account/sessions/:id': own,
  'GET /api/accounts': only('administrator'),
  'POST /api/accounts': only('administrator'),
  'GET /api/accounts/:id': only('administrator'),
  'PUT /api/accounts/:id': only('administrator'),
  'POST /api/accounts/:id/ending': only('administrator'),
  'POST /api/accounts/:id/password-links': only('administrator'),
  'GET /api/frameworks': signedIn,
  'GET /api/frameworks/:id': signedIn,
  'POST /api/frameworks/:id/retirement': editing,
  'GET /api/frameworks/:id/file': signedIn,
  'GET /api/framework-drafts': editing,
  'GET /api/framework-drafts/template.csv': editing,
  'POST /api/framework-drafts/imports': editing,
  'GET /api/framework-drafts/:id/file': editing,
  'POST /api/framework-drafts': editing,
  'GET /api/framework-drafts/reviewers': editing,
  'GET /api/framework-drafts/:id': editing,
  'PUT /api/framework-drafts/:id': editing,
  'POST /api/framework-drafts/:id/discarding': editing,
  'POST /api/framework-drafts/:id/consultation': editing,
  'POST /api/framework-drafts/:id/editing': editing,
  'POST /api/framework-drafts/:id/publication': editing,
  'GET /api/framework-consultations': signedIn,
  'GET /api/framework-consultations/:id': consulted,
  'POST /api/framework-consultations/:id/comments': consulted,
  'GET /api/trail': only('administrator'),
  'GET /api/plans': only('audit-lead', 'send-manager'),
  'GET /api/plans/template.csv': only('audit-lead'),
  'GET /api/plans/:id': only('audit-lead', 'send-manager'),
  'GET /api/plan-registers': only('audit-lead'),
  'POST /api/plan-registers': only('audit-lead'),
  'GET /api/plan-registers/:id': only('audit-lead'),
  'GET /api/plan-registers/:id/problems': only('audit-lead'),
  'GET /api/plan-registers/:id/problems.csv': only('audit-lead'),
  'POST /api/plan-registers/:id/confirmation': only('audit-lead'),
  'POST /api/plan-registers/:id/discarding': only('audit-lead'),
  'GET /api/plan-registers/:id/absent': only('audit-lead'),
  'POST /api/plan-registers/:id/absent-plans': only('audit-lead'),
  'GET /api/programmes': only('audit-lead'),
  'POST /api/programmes': only('audit-lead'),
  'GET /api/programmes/:id': only('audit-lead'),
  'POST /api/programmes/:id/drawing-finish': only('audit-lead'),
  'POST /api/rounds': only('audit-lead'),
  'GET /api/rounds/:id': only('audit-lead'),
  'PUT /api/rounds/:id': only('audit-lead'),
  'GET /api/rounds/:id/draw-plan': only('audit-lead'),
  'POST /api/rounds/:id/draw': only('audit-lead'),
  'POST /api/rounds/:id/withdrawals': only('audit-lead'),
  'GET /api/rounds/:id/documents': only('audit-lead'),
  'POST /api/rounds/:id/documents': only('audit-lead'),
  'PUT /api/rounds/:id/plans-without-document': only('audit-lead'),
  'PUT /api/documents/:id': only('audit-lead'),
  'POST /api/documents/:id/taking-out': only('audit-lead'),
  'POST /api/rounds/:id/verification': only('audit-lead'),
  'GET /api/rounds/:id/verification.csv': only('audit-lead'),
  'POST /api/rounds/:id/allocation': only('audit-lead'),
  'GET /api/rounds/:id/audits': only('audit-lead'),
  'PUT /api/audits/:id/due-date': only('audit-lead'),
  'POST /api/scorings/:id/reassignment': only('audit-lead'),
  'POST /api/scorings/:id/withdrawal': only('audit-lead'),
  'GET /api/trends': only('audit-lead', 'moderator', 'send-manager', 'report-reader'),
  'GET /api/trends/:kind': only('audit-lead', 'moderator', 'send-manager', 'report-reader'),
  'GET /api/trends/:kind/would-have-changed': only('audit-lead'),
  'GET /api/trends/:kind/measures/:key/points.csv': only(
    'audit-lead',
    'moderator',
    'send-manager',
    'report-reader',
  ),
  'GET /api/scorings': ownOf('auditor'),
  'GET /api/scorings/:id': ownOf('auditor'),
  'POST /api/scorings/:id/declaration': ownOf('auditor'),
  'PUT /api/scorings/:id/answers': ownOf('auditor'),
  'PUT /api/scorings/:id/answers/:kind/:key': ownOf('auditor'),
  'GET /api/scorings/:id/check': ownOf('auditor'),
  'POST /api/scorings/:id/submission': ownOf('auditor'),
  'GET /api/moderations': only('audit-lead', 'moderator'),
  'GET /api/moderations/:id': only('audit-lead', 'moderator'),
  'PUT /api/moderations/:id/criteria/:key': only('moderator'),
  'PUT /api/moderations/:id/profile/:field': only('moderator'),
  'POST /api/moderations/:id/closing': only('moderator'),
  'GET /api/rounds/:id/closing': only('audit-lead'),
  'POST /api/rounds/:id/closing': only('audit-lead'),
  'GET /api/feedback': ownOf('send-officer', 'send-manager', 'audit-lead'),
  'GET /api/feedback/:id': ownOf('send-officer', 'send-manager', 'audit-lead'),
  'POST /api/feedback/:id/opening': ownOf('send-officer', 'send-manager'),
  'PUT /api/feedback/:id/replies/:key': ownOf('send-officer', 'send-manager'),
  'GET /api/reports': only('audit-lead', 'send-manager', 'report-reader'),
  'POST /api/reports': only('audit-lead'),
  'GET /api/reports/:id': only('audit-lead', 'send-manager', 'report-reader'),
  'PUT /api/reports/:id': only('audit-lead'),
  'POST /api/reports/:id/recompiling': only('audit-lead'),
  'POST /api/reports/:id/publication': only('audit-lead'),
  'POST /api/reports/:id/decisions/:number': only('audit-lead'),
  'GET /api/reports/:id/report.pdf': only('audit-lead', 'send-manager', 'report-reader'),
  'GET /api/reports/:id/tables/:key/table.csv': only('audit-lead', 'send-manager', 'report-reader'),
};

const strength: readonly Permission[] = [403, 404, 'own', 'allow'];

/**
 * The permission of a person who holds several roles: the widest of them.
 *
 * @param held the person's roles; nobody signed in holds none
 * @returns null when the person must sign in first
 */
export function permissionFor(row: PermissionRow, held: readonly Role[] | null): Permission | null {
  if (held === null) return row.anyone ? 'allow' : null;
  if (row.anyone) return 'allow';
  return held
    .map((role) => row.byRole[role])
    .reduce<Permission>(
      (widest, next) => (strength.indexOf(next) > strength.indexOf(widest) ? next : widest),
      403,
    );
}
