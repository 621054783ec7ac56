export * from './distributions.js';
export * from './figures.js';
export * from './interval.js';
export * from './invalid-input.js';
export * from './sums.js';
