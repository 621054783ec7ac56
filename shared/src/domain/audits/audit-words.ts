/**
 * Open: being scored. Awaiting moderation: every scoring is in or withdrawn. Closed: agreed, for good.
 * Not completed: its round closed first; nothing of it counts or changes any more.
 */
export const auditStates = ['open', 'awaiting-moderation', 'closed', 'not-completed'] as const;
export type AuditState = (typeof auditStates)[number];

export const auditStateTitle: Record<AuditState, string> = {
  open: 'Being scored',
  'awaiting-moderation': 'Awaiting moderation',
  closed: 'Closed',
  'not-completed': 'Not completed',
};

/**
 * Open: the auditor may change it. Submitted: locked. Withdrawn: taken out by the lead; never counts.
 * Not completed: the round closed before it was in.
 */
export const scoringStates = ['open', 'submitted', 'withdrawn', 'not-completed'] as const;
export type ScoringState = (typeof scoringStates)[number];

/** How far a scoring is, as its auditor and the lead read it: an open one has an answer or has none. */
export const scoringProgresses = [
  'not-started',
  'in-progress',
  'submitted',
  'withdrawn',
  'not-completed',
] as const;
export type ScoringProgress = (typeof scoringProgresses)[number];

export const scoringProgressTitle: Record<ScoringProgress, string> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
  'not-completed': 'Not completed',
};

/** Why an auditor must not score a plan. Declared before the scoring is first opened. */
export const conflictKinds = [
  'wrote',
  'advised',
  'commissioned',
  'approved',
  'line-manages',
  'knows-family',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export const conflictKindTitle: Record<ConflictKind, string> = {
  wrote: 'I wrote the plan or part of it',
  advised: 'I gave advice for the plan',
  commissioned: 'I commissioned what the plan provides',
  approved: 'I approved the plan',
  'line-manages': 'I manage the person who wrote it, or they manage me',
  'knows-family': 'I know the child, the young person or the family',
};

/** What an auditor says before the first opening. */
export const declarations = ['none', ...conflictKinds] as const;
export type Declaration = (typeof declarations)[number];

/** Why a scoring has no auditor. */
export const unallocatedReasons = [
  'no-auditor',
  'every-auditor-conflicted',
  'conflict-declared',
] as const;
export type UnallocatedReason = (typeof unallocatedReasons)[number];

export const unallocatedReasonTitle: Record<UnallocatedReason, string> = {
  'no-auditor': 'Nobody audits for this agency',
  'every-auditor-conflicted': 'Every auditor of this agency has a conflict of interest',
  'conflict-declared': 'The auditor declared a conflict of interest',
};

/** Why the lead goes on without an agency's scoring. Words of a list, so that reports can count them. */
export const scoringWithdrawalReasons = [
  'not-returned',
  'no-auditor',
  'auditor-left',
  'file-not-available',
] as const;
export type ScoringWithdrawalReason = (typeof scoringWithdrawalReasons)[number];

export const scoringWithdrawalReasonTitle: Record<ScoringWithdrawalReason, string> = {
  'not-returned': 'Not returned by the due date',
  'no-auditor': 'No auditor without a conflict of interest',
  'auditor-left': 'The auditor has left or is absent',
  'file-not-available': 'The plan or its file could not be reached',
};

/**
 * What an answer answers. sweep: a question of the evidence sweep; criterion: its grade; fact: a
 * counted fact; strength: the optional line on a domain. Keys are those of field, criterion, fact
 * and domain.
 */
export const answerKinds = ['sweep', 'criterion', 'fact', 'strength'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** The same in form, contract and database. Lengths are in characters. */
export const scoringLimits = {
  evidenceMax: 2000,
  strengthMax: 300,
  /** A count above this is a slip of the keys. */
  countMax: 999,
  /** Answers in one request: more than a form can leave waiting. */
  answersMax: 500,
  versionMax: 1_000_000,
} as const;

/** The same in form, contract and database. Lengths are in characters. */
export const moderationLimits = {
  reasonMax: 1000,
  /** What the plan's writer is to hear of: more would not be acted on. */
  feedbackPointsMax: 3,
} as const;

/** Which audits the moderators' list shows. */
export const moderationLists = ['awaiting', 'closed'] as const;
export type ModerationList = (typeof moderationLists)[number];

/**
 * Where the value of a profile field comes from: the register; the agency that owns it; a rule on
 * other fields; the moderator; or nobody, because the owner recorded nothing that counts.
 */
export const profileOrigins = ['register', 'agency', 'derived', 'moderator', 'nobody'] as const;
export type ProfileOrigin = (typeof profileOrigins)[number];
