import type { QuarterKey } from '../calendar/index.js';

/** Draft: the lead writes in it, nobody else reads it. Published: for good; a correction is a new edition. */
export const reportStates = ['draft', 'published'] as const;
export type ReportState = (typeof reportStates)[number];

export const reportStateTitle: Record<ReportState, string> = {
  draft: 'Draft',
  published: 'Published',
};

/** What a report asks its readers to decide. */
export interface DecisionAsked {
  text: string;
  /** The role that would own it, never a person's name. */
  owner: string;
  /** Key of the section of the report with the evidence; null where there is none. */
  section: string | null;
}

export const decisionOutcomes = ['agreed', 'not-agreed', 'deferred'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

export const decisionOutcomeTitle: Record<DecisionOutcome, string> = {
  agreed: 'Agreed',
  'not-agreed': 'Not agreed',
  deferred: 'Deferred',
};

/** What the quality assurance subgroup made of a decision that it was asked for. */
export interface DecisionTaken {
  outcome: DecisionOutcome;
  note: string | null;
  /** YYYY-MM-DD, London. */
  decidedOn: string;
}

export interface LastDecision {
  text: string;
  owner: string;
  /** Null while nothing is recorded. */
  taken: DecisionTaken | null;
}

/** What became of the decisions that the last report asked for. */
export interface LastDecisions {
  quarter: QuarterKey;
  decisions: LastDecision[];
}

/** The same in form, contract and database. */
export const reportLimits = {
  /** As many as a meeting takes in. */
  decisionsMax: 3,
  decisionMax: 200,
  ownerMax: 80,
  noteMax: 400,
  /** Of each part of the first page that the lead writes. */
  wordsMax: 1200,
  whatChangedMax: 400,
} as const;
