export * from './compile-report.js';
export type { StratumCoverage } from './coverage.js';
export * from './decision-tables.js';
export * from './decisions.js';
export type { FeedbackCounts } from './feedback.js';
export { figureKinds, figureText, type Figure, type FigureKind } from './figures.js';
export * from './leads-words.js';
export {
  cellText,
  type Cell,
  type LearningReport,
  type ReportChart,
  type RepeatedFinding,
  type ReportBlock,
  type ReportColumn,
  type ReportRow,
  type ReportSection,
  type ReportTable,
  type Statement,
  type Summary,
} from './learning-report.js';
export type { DrawOfReport, FrameworkOfReport } from './methods.js';
export * from './report-rules.js';
export * from './report-text.js';
