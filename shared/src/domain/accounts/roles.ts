/** The role words of the service, in the order pages list them. A person may hold several. */
export const roles = [
  'administrator',
  'audit-lead',
  'auditor',
  'moderator',
  'send-officer',
  'send-manager',
  'report-reader',
  'framework-editor',
] as const;

export type Role = (typeof roles)[number];

export const roleTitle: Record<Role, string> = {
  administrator: 'Administrator',
  'audit-lead': 'Audit lead',
  auditor: 'Auditor',
  moderator: 'Moderator',
  'send-officer': 'SEND officer',
  'send-manager': 'SEND manager',
  'report-reader': 'QA subgroup member',
  'framework-editor': 'Framework editor',
};

/** What each role comes to do, as the home page and the account form say it. */
export const rolePurpose: Record<Role, string> = {
  administrator: 'Makes and ends accounts, sets the partnership’s details and reads the trail.',
  'audit-lead':
    'Runs the audit year: frameworks, samples, allocation, chasing and the learning report.',
  auditor: 'Scores sampled plans for one agency: education, health or social care.',
  moderator: 'Sees scores side by side and sets the agreed grade with a reason.',
  'send-officer': 'Writes plans; reads feedback on their own plans and replies.',
  'send-manager': 'Sees feedback across the team that writes plans and owns actions.',
  'report-reader': 'Reads the quarterly learning report and trends, and records decisions.',
  'framework-editor': 'Drafts and edits audit frameworks.',
};

export const accountStatuses = ['invited', 'active', 'ended'] as const;

/** Invited: no password set yet. Active: can sign in. Ended: can never sign in again. */
export type AccountStatus = (typeof accountStatuses)[number];

export const accountStatusTitle: Record<AccountStatus, string> = {
  invited: 'Invited',
  active: 'Active',
  ended: 'Ended',
};
