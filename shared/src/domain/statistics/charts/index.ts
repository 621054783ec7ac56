export type {
  BaselineChart,
  BaselineOptions,
  BaselinePart,
  BaselinePoint,
} from './baseline-chart.js';
export * from './baseline-charts.js';
export * from './choose-chart.js';
export type {
  Assurance,
  ImprovementDirection,
  NotJudged,
  PointMeaning,
  Variation,
  VariationIcon,
} from './judgement.js';
export * from './runs.js';
export type { IndexRange, Series } from './series.js';
export { sharesOfPeriods } from './shares.js';
export type { Position, SpecialCause, TwoInThree } from './special-causes.js';
export type { LimitsStatus } from './spread.js';
export * from './xmr.js';
