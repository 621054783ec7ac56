import { calendarDayInWords, isDay } from '../calendar/index.js';
import { findLeaks, leakTitle } from '../leak-guard/index.js';
import type { ProblemError } from '../problems/index.js';

import { roundStateTitle, unitOfRound, type RoundKind, type RoundState } from './rounds.js';

/** The same in form, contract and database. */
export const documentLimits = {
  titleMax: 80,
  /** Of the profession or team that wrote it. */
  sourceMax: 80,
  /** More than the most advice that a plan was ever seen with; what is above is a slip. */
  perPlanMax: 20,
} as const;

/** A document of a drawn plan, such as one piece of advice, as the lead enters it. */
export interface DocumentFacts {
  /** What it is, never whom it is about: "Speech and language therapy advice". */
  title: string;
  /** The profession or team that wrote it. */
  source: string;
  /** YYYY-MM-DD; null where it is not on record, as the next one. */
  requestedOn: string | null;
  receivedOn: string | null;
  /** Whether it says that there is nothing to report. */
  isNilReturn: boolean;
}

/**
 * What is wrong with a document that the lead enters.
 *
 * @param today YYYY-MM-DD, the day in London
 * @returns one sentence per field, an empty list when nothing is wrong
 */
export function documentRulesBroken(document: DocumentFacts, today: string): ProblemError[] {
  const { title, source, requestedOn, receivedOn } = document;
  const days = [
    ...dayBroken('requestedOn', 'Requested on', requestedOn, today),
    ...dayBroken('receivedOn', 'Received on', receivedOn, today),
  ];
  return [
    ...leakBroken('title', title),
    ...leakBroken('source', source),
    ...(days.length === 0 ? orderBroken(requestedOn, receivedOn) : days),
  ];
}

function leakBroken(path: string, text: string): ProblemError[] {
  const [leak] = findLeaks(text);
  if (!leak) return [];
  const message = `This looks as if it had ${leakTitle[leak.kind]} in it. Take it out: say what the document is, not whom it is about`;
  return [{ path, message }];
}

function dayBroken(path: string, label: string, day: string | null, today: string): ProblemError[] {
  if (day === null) return [];
  if (!isDay(day)) return [{ path, message: `${label} must be a real date` }];
  if (day <= today) return [];
  return [{ path, message: `${label} must be ${calendarDayInWords(today)} or before` }];
}

function orderBroken(requestedOn: string | null, receivedOn: string | null): ProblemError[] {
  if (requestedOn === null || receivedOn === null || receivedOn >= requestedOn) return [];
  const message = `Received on must be ${calendarDayInWords(requestedOn)}, the day it was requested, or after`;
  return [{ path: 'receivedOn', message }];
}

/**
 * Why nothing can be entered in a round, or taken out of it.
 *
 * @returns a sentence, or null when it can
 */
export function whyNoDocuments(round: { kind: RoundKind; state: RoundState }): string | null {
  if (unitOfRound(round.kind) !== 'document') {
    return 'The audits of this round look at whole plans, so no documents are entered for it.';
  }
  if (round.state === 'planned') {
    return 'The sample of this round has not been drawn. Draw it first: documents are those of drawn plans.';
  }
  return round.state === 'closed'
    ? `This round is ${roundStateTitle.closed.toLowerCase()}, and its documents stay as they are.`
    : null;
}

/** A plan of the sample, as far as it matters whether anything of it is audited. */
export interface PlanWithDocuments {
  documents: readonly unknown[];
  /** The lead has said that no document of this kind was asked for. */
  isNoneAsked: boolean;
}

/** How many documents the plans of a sample have. */
export interface DocumentCoverage {
  /** Plans that are in the sample. */
  plans: number;
  documents: number;
  /** Plans of which the lead has said that no document of the kind was asked for. */
  plansNoneAsked: number;
  /** Plans with neither a document nor that word: they count as not audited. */
  plansNoneEntered: number;
}

/** What a sample comes to in documents. */
export function documentCoverage(plans: readonly PlanWithDocuments[]): DocumentCoverage {
  const without = plans.filter(({ documents }) => documents.length === 0);
  const plansNoneAsked = without.filter(({ isNoneAsked }) => isNoneAsked).length;
  return {
    plans: plans.length,
    documents: plans.reduce((sum, { documents }) => sum + documents.length, 0),
    plansNoneAsked,
    plansNoneEntered: without.length - plansNoneAsked,
  };
}

/**
 * What is audited of a plan without documents, in a sentence.
 *
 * @example noDocumentInWords({ documents: [], isNoneAsked: false })
 * // 'No document entered; nothing will be audited'
 */
export function noDocumentInWords({ documents, isNoneAsked }: PlanWithDocuments): string | null {
  if (documents.length > 0) return null;
  return isNoneAsked
    ? 'No document of this kind was asked for'
    : 'No document entered; nothing will be audited';
}

/**
 * A plan or a document of it, as a heading names it.
 *
 * @param documentTitle null where the plan itself is audited
 * @example auditedTitle('EHC-001023', 'Physiotherapy advice') // 'EHC-001023, Physiotherapy advice'
 */
export function auditedTitle(planRef: string, documentTitle: string | null): string {
  return documentTitle === null ? planRef : `${planRef}, ${documentTitle}`;
}
