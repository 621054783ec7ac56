export * from './accounts/index.js';
export * from './calendar/index.js';
export * from './frameworks/index.js';
export * from './problems/index.js';
export * from './statistics/index.js';
export * from './trail/index.js';
