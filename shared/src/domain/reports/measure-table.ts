import type { ChangeWord, PrintedMeasure, PrintedPoint } from '../trends/index.js';
import { baseFigure, hiddenFigure, shareFigure } from './figures.js';
import { figureCell, textCell, type Cell, type ReportTable } from './learning-report.js';
import type { UnitWords } from './unit-words.js';

const changeTitle: Record<ChangeWord, string> = {
  rise: 'Clear rise',
  fall: 'Clear fall',
  'no-clear-change': 'No clear change',
  none: 'Not compared',
};

/** Measures as they were compiled with the quarter: base, share with its interval, and change. */
export function measureTable(
  { key, caption, unit }: Pick<ReportTable, 'key' | 'caption'> & { unit: UnitWords },
  measures: readonly PrintedMeasure[],
): ReportTable {
  return {
    key,
    caption,
    columns: [
      { title: 'Measure', isNumeric: false },
      { title: unit.title, isNumeric: true },
      { title: 'Share (95% confidence interval)', isNumeric: true },
      { title: 'Change', isNumeric: false },
    ],
    rows: measures.map(({ kind, title, shortTitle, point, change }) => ({
      title: kind === 'indicator' ? title : shortTitle,
      cells: [
        figureCell(baseFigure(point.base)),
        shareCell(point),
        textCell(changeTitle[change.outcome]),
      ],
    })),
  };
}

/** The share of a point as it was decided when its quarter was compiled. */
export function shareCell({ share, base }: PrintedPoint): Cell {
  if (!share) return figureCell(hiddenFigure('share'));
  if (share.estimate === null) return textCell('No estimate');
  return figureCell(shareFigure(share.estimate, base?.plans ?? null, share.interval));
}
