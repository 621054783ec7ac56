export * from './accounts/index.js';
export * from './calendar/index.js';
export * from './frameworks/index.js';
export * from './leak-guard/index.js';
export * from './plans/index.js';
export * from './problems/index.js';
export * from './statistics/index.js';
export * from './trail/index.js';
