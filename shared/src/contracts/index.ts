export * from './accounts.js';
export * from './frameworks.js';
export * from './health.js';
export * from './home.js';
export * from './partnership.js';
export * from './problem.js';
export * from './session.js';
export * from './trail.js';
