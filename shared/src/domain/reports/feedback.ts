import { decideTable, partnershipRules } from '../statistics/index.js';
import { decidedCount } from './figures.js';
import { figureCell, says, tabulates, type ReportSection } from './learning-report.js';
import type { UnitWords } from './unit-words.js';

/** What the plans' writers made of the points they were given, by the time the report was compiled. */
export interface FeedbackCounts {
  correctedNow: number;
  atNextReview: number;
  notPossible: number;
  unanswered: number;
}

/** What became of the points that plans' writers were given. */
export function feedbackSection(counts: FeedbackCounts, { one }: UnitWords): ReportSection {
  const { correctedNow, atNextReview, notPossible, unanswered } = counts;
  const cells = [[correctedNow, atNextReview, notPossible, unanswered]];
  const given = cells.flat().reduce((sum, one) => sum + one, 0);
  const decided = decideTable({ cells }, partnershipRules);
  const total = decided.rowTotals?.[0];
  const line = [...(decided.cells[0] ?? []), ...(total ? [total] : [])];
  const titles = [
    'Corrected now',
    'At the next review',
    'Not possible',
    'Not answered yet',
    'Points given',
  ];
  const blocks =
    given === 0
      ? [says('No point was given to a plan’s writer this quarter.')]
      : [
          says(
            `Each ${one} that fell short of the standard gave ${one === 'plan' ? 'its' : 'the plan’s'} writer up to three points. This is what they answered by the day this report was compiled.`,
          ),
          tabulates({
            key: 'feedback',
            caption: 'Points given to plans’ writers, and their answers',
            columns: [
              { title: 'Answer', isNumeric: false },
              { title: 'Points', isNumeric: true },
            ],
            rows: line.map((one, place) => ({
              title: titles[place] ?? '',
              cells: [figureCell(decidedCount(one))],
            })),
          }),
        ];
  return { key: 'feedback', title: 'What became of feedback', blocks };
}
