import type { DecisionAsked } from './decisions.js';
import type { LearningReport, Summary } from './learning-report.js';
import { statementText } from './report-text.js';

export const editableParts = ['headline', 'better', 'notBetter'] as const;
export type EditablePart = (typeof editableParts)[number];

/** What the lead wrote in place of what was drawn from the numbers; null leaves that. */
export type LeadsWords = Record<EditablePart, string | null>;

/**
 * The report with what the lead wrote. Such words are marked as the lead's wherever they are
 * printed, because nothing checks them against the numbers.
 */
export function withLeadsWords(
  report: LearningReport,
  words: LeadsWords,
  decisionsAsked: readonly DecisionAsked[],
): LearningReport {
  const part = (key: EditablePart) => inLeadsWords(report[key], words[key]);
  return {
    ...report,
    headline: part('headline'),
    better: part('better'),
    notBetter: part('notBetter'),
    decisionsAsked: [...decisionsAsked],
  };
}

function inLeadsWords(drafted: Summary, text: string | null): Summary {
  if (text === null || text === draftText(drafted)) return drafted;
  return { statements: [], leadsWords: paragraphsOf(text) };
}

/** What a part says as a text to edit: a line for each statement. */
export function draftText({ statements }: Summary): string {
  return statements.map(statementText).join('\n');
}

function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
