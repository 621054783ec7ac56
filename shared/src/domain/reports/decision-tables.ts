import { calendarDayInWords, quarterInWords, type QuarterKey } from '../calendar/index.js';
import { decisionOutcomeTitle, type LastDecision, type LastDecisions } from './decisions.js';
import { textCell, type LearningReport, type ReportTable } from './learning-report.js';
import { sectionTitle } from './report-text.js';

/** What the report asks its readers to decide; null when it asks for nothing. */
export function decisionsTable(report: LearningReport): ReportTable | null {
  if (report.decisionsAsked.length === 0) return null;
  return {
    key: 'decisions-asked',
    caption: 'Decisions that this report asks for',
    columns: [
      { title: 'Decision', isNumeric: false },
      { title: 'Who would own it', isNumeric: false },
      { title: 'Evidence', isNumeric: false },
    ],
    rows: report.decisionsAsked.map(({ text, owner, section }, place) => {
      const evidence = report.sections.find(({ key }) => key === section);
      return {
        title: `${place + 1}. ${text}`,
        cells: [textCell(owner), textCell(evidence ? sectionTitle(report, evidence) : '')],
      };
    }),
  };
}

/** What became of what the last report asked for; null when it asked for nothing. */
export function lastDecisionsTable({ decisions, quarter }: LastDecisions): ReportTable | null {
  if (decisions.length === 0) return null;
  return {
    key: 'last-decisions',
    caption: `Decisions asked for in the report on ${quarterInWords(quarter)}`,
    columns: [
      { title: 'Decision', isNumeric: false },
      { title: 'Who would own it', isNumeric: false },
      { title: 'What was decided', isNumeric: false },
    ],
    rows: decisions.map((decision) => ({
      title: decision.text,
      cells: [textCell(decision.owner), textCell(takenInWords(decision))],
    })),
  };
}

/** Said where the table would stand. */
export const noDecisionAsked = 'No decision is asked for.';

export const noLastDecision = (quarter: QuarterKey): string =>
  `The report on ${quarterInWords(quarter)} asked for none.`;

/** "Agreed on 20 October 2026. From November." */
function takenInWords({ taken }: LastDecision): string {
  if (!taken) return 'Nothing recorded yet';
  const { outcome, note, decidedOn } = taken;
  const what = `${decisionOutcomeTitle[outcome]} on ${calendarDayInWords(decidedOn)}`;
  return note === null ? what : `${what}. ${note}`;
}
