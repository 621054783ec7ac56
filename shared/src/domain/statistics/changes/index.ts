export * from './cochran-armitage.js';
export * from './compare-estimates.js';
export * from './compare-shares.js';
export type {
  ChangeOutcome,
  Comparison,
  ComparisonMethod,
  ComparisonOptions,
  NoComparison,
} from './comparison.js';
export * from './counted-share.js';
export * from './difference-of-estimates.js';
export * from './holm.js';
export * from './logistic-trend.js';
export { type PeriodEstimate, type PeriodObstacle, usualLeastBase } from './period-estimate.js';
export * from './planned-comparison.js';
export { fewestPeriods, type NoTrend, type TrendObstacle, type TrendOutcome } from './trend.js';
export * from './trend-of-estimates.js';
export * from './trend-of-shares.js';
export * from './weighted-trend.js';
