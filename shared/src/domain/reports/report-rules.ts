import { calendarDayInWords, isDay } from '../calendar/index.js';
import { findLeaks, leakTitle } from '../leak-guard/index.js';
import type { ProblemError } from '../problems/index.js';
import type { DecisionAsked, DecisionTaken } from './decisions.js';
import { editableParts, type LeadsWords } from './leads-words.js';
import type { LearningReport, ReportSection } from './learning-report.js';

/** What the lead adds to a draft. */
export interface LeadsAdditions {
  words: LeadsWords;
  decisions: readonly DecisionAsked[];
  whatChanged: string | null;
}

/**
 * What is wrong with what the lead wrote: nothing that looks as if it named a person may be in a
 * report that many read and that never changes, and evidence is in a section of the report.
 *
 * @returns a fault for each field, by its path; empty when it can be saved
 */
export function reportTextFaults(
  { words, decisions, whatChanged }: LeadsAdditions,
  sections: readonly Pick<ReportSection, 'key'>[],
): ProblemError[] {
  const texts: [path: string, text: string | null][] = [
    ...editableParts.map((part): [string, string | null] => [part, words[part]]),
    ['whatChanged', whatChanged],
    ...decisions.flatMap(({ text, owner }, place): [string, string][] => [
      [`decisions.${place}.text`, text],
      [`decisions.${place}.owner`, owner],
    ]),
  ];
  const unknown = decisions.flatMap(({ section }, place) =>
    section === null || sections.some(({ key }) => key === section)
      ? []
      : [{ path: `decisions.${place}.section`, message: 'Choose a section from the list' }],
  );
  return [...texts.flatMap(([path, text]) => leakFaults(path, text)), ...unknown];
}

/**
 * What is wrong with a decision that is recorded.
 *
 * @param today YYYY-MM-DD, London
 */
export function decisionFaults({ note, decidedOn }: DecisionTaken, today: string): ProblemError[] {
  return [...dayFaults(decidedOn, today), ...leakFaults('note', note)];
}

/**
 * Why a draft cannot be published now; null when it can. A correction says what it puts right: its
 * readers have read the edition before it.
 */
export function whyNotPublished({
  edition,
  whatChanged,
}: Pick<LearningReport, 'edition' | 'whatChanged'>): string | null {
  if (edition === 1 || whatChanged !== null) return null;
  return `This is edition ${edition}. Say what it changes before you publish it.`;
}

function dayFaults(day: string, today: string): ProblemError[] {
  const path = 'decidedOn';
  if (!isDay(day)) return [{ path, message: 'Enter a real date for the day of the decision' }];
  if (day <= today) return [];
  const message = `The day of the decision must be ${calendarDayInWords(today)} or before`;
  return [{ path, message }];
}

function leakFaults(path: string, text: string | null): ProblemError[] {
  const [leak] = text === null ? [] : findLeaks(text);
  if (!leak) return [];
  const message = `This looks as if it had ${leakTitle[leak.kind]} in it. Take it out: a report is read by many and never changes`;
  return [{ path, message }];
}
