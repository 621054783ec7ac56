import type { TrailDetailResponse, TrailEntryResponse } from '@app/shared/contracts';
import { roles, roleTitle } from '@app/shared/domain';

/** What each act on record did, as it is read after a person's name or alone. */
const actWords: Readonly<Record<string, string>> = {
  'accounts.sign-in': 'Signed in',
  'accounts.refuse-sign-in': 'Sign-in refused',
  'accounts.sign-out': 'Signed out',
  'accounts.end-session': 'Signed out another browser',
  'accounts.make-account': 'Made an account',
  'accounts.change-account': 'Changed an account',
  'accounts.end-account': 'Ended an account',
  'accounts.issue-password-link': 'Made a link to set a password',
  'accounts.set-password': 'Set a password with a link',
  'accounts.change-password': 'Changed own password',
  'accounts.change-partnership': 'Changed the settings',
  'frameworks.publish-framework-version': 'Published a framework',
  'frameworks.start-draft': 'Started a draft of a framework',
  'frameworks.change-draft': 'Changed a draft of a framework',
  'frameworks.discard-draft': 'Discarded a draft of a framework',
  'frameworks.consult-on-draft': 'Put a draft of a framework out for consultation',
  'frameworks.comment-on-draft': 'Commented on a draft of a framework',
  'frameworks.return-to-editing': 'Took a draft of a framework back for editing',
  'frameworks.retire-version': 'Retired a version of a framework',
  'frameworks.publish-contribution-set': 'Published the questions of a contribution',
  'plans.upload-register': 'Uploaded a register of plans',
  'plans.confirm-register': 'Confirmed a register of plans',
  'plans.discard-register': 'Discarded an uploaded register',
  'plans.expire-register': 'An uploaded register expired',
  'plans.settle-absent-plans': 'Kept or ceased absent plans',
  'programme.open-programme': 'Opened a programme year',
  'programme.open-round': 'Opened a round',
  'programme.change-round': 'Changed a round',
  'programme.draw-sample': 'Drew a sample',
  'programme.withdraw-plan': 'Withdrew a plan from a sample',
  'programme.enter-document': 'Entered a document of a drawn plan',
  'programme.change-document': 'Changed a document of a drawn plan',
  'programme.take-out-document': 'Took out a document of a drawn plan',
  'programme.mark-plan-without-document': 'Said whether a document was asked for',
  'programme.verify-sample': 'Verified a draw',
  'programme.finish-drawing': 'Finished drawing and showed the seed',
  'audits.allocate-round': 'Allocated a round',
  'audits.reassign-scoring': 'Gave a scoring to another auditor',
  'audits.set-due-date': 'Set a due date',
  'audits.withdraw-scoring': 'Withdrew a scoring',
  'audits.declare-conflict': 'Declared on a conflict of interest',
  'audits.submit-scoring': 'Submitted a scoring',
  'audits.decide-criterion': 'Decided on a criterion',
  'audits.correct-profile': 'Corrected the profile of an audit',
  'audits.close-audit': 'Closed an audit',
  'audits.close-round': 'Closed a round',
  'feedback.open-feedback': 'Opened feedback for the first time',
  'feedback.reply-to-point': 'Replied to a point of feedback',
  'reports.make-report': 'Drafted a learning report',
  'reports.change-report': 'Edited a draft of a learning report',
  'reports.recompile-report': 'Compiled a draft of a learning report anew',
  'reports.publish-report': 'Published a learning report',
  'reports.record-decision': 'Recorded what was decided',
};

const detailWords: Readonly<Record<string, string>> = {
  roles: 'Roles',
  agency: 'Agency',
  changed: 'Changed',
  colour: 'Colour',
  kind: 'Kind',
  version: 'Version',
  number: 'Version',
  origin: 'Started from',
  closesOn: 'Comments until',
  asked: 'People asked',
  from: 'In force from',
  agencies: 'New agencies',
  asAt: 'As at',
  ready: 'Rows ready',
  rejected: 'Rows rejected',
  new: 'New plans',
  unchanged: 'Unchanged plans',
  absent: 'Absent plans',
  keep: 'Kept',
  cease: 'Ceased',
  sampleSize: 'Sample size',
  dueOn: 'Due',
  registerAsAt: 'Register as at',
  seedCommitment: 'SHA-256 of the seed',
  frameSha256: 'SHA-256 of the list',
  isReplaced: 'Replaced',
  isSame: 'Comes out the same',
  auditsMade: 'Audits made',
  scoringsAllocated: 'Scorings allocated',
  unallocated: 'Scorings without an auditor',
  auditor: 'Auditor',
  auditState: 'Audit',
  conflict: 'Conflict',
  criterion: 'Criterion',
  field: 'Field',
  isTakenBack: 'Taken back',
  asProposed: 'As proposed',
  status: 'Status',
  drawn: 'Drawn',
  withdrawn: 'Withdrawn',
  replaced: 'Replaced',
  graded: 'Graded',
  partial: 'Partial',
  notCompleted: 'Not completed',
  answer: 'Answer',
  isChanged: 'Changed an earlier reply',
  frameworkKind: 'Framework',
  edition: 'Edition',
  decisions: 'Decisions asked for',
  decidedOn: 'Decided on',
  hash: 'SHA-256 of the report',
};

const fieldWords: Readonly<Record<string, string>> = {
  fullName: 'full name',
  email: 'e-mail address',
  roles: 'roles',
  agency: 'agency',
  staffRef: 'staff reference',
};

/** An act in words; one that has none yet still reads as words: "rounds.close-round" → "Rounds: close round". */
export function actInWords(act: string): string {
  const known = actWords[act];
  if (known !== undefined) return known;
  const [feature = '', name = ''] = act.split('.');
  return name === '' ? sentence(feature) : `${sentence(feature)}: ${name.replaceAll('-', ' ')}`;
}

/** Acts without a person are the service's own, as when the first account is made on its computer. */
export function actorInWords(entry: TrailEntryResponse): string {
  if (entry.actor) return entry.actor.fullName;
  return entry.act === 'accounts.refuse-sign-in' ? 'Someone not signed in' : 'The service itself';
}

export function subjectInWords(entry: TrailEntryResponse): string {
  if (!entry.subject) return '–';
  return entry.subject.title ?? sentence(entry.subject.type);
}

export function detailsInWords(details: readonly TrailDetailResponse[]): string[] {
  return details
    .filter((detail) => detail.value !== '')
    .map(({ name, value }) => {
      const words = value.split(', ').map((part) => wordOf(name, part));
      return `${detailWords[name] ?? sentence(name)}: ${words.join(', ')}`;
    });
}

function wordOf(name: string, part: string): string {
  if (name === 'roles') return titleOfRole(part);
  if (name === 'changed') return fieldWords[part] ?? part;
  if (name === 'agency') return part.replaceAll('-', ' ');
  return part;
}

/** A role that the service no longer has keeps the word it had. */
function titleOfRole(word: string): string {
  const role = roles.find((known) => known === word);
  return role === undefined ? word : roleTitle[role];
}

function sentence(words: string): string {
  const spaced = words.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
