export * from './say-agreement.js';
export * from './say-chart.js';
export * from './say-comparison.js';
export * from './say-share.js';
export * from './say-trend.js';
