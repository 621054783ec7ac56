export * from './plan-search.js';
export * from './plan-words.js';
export * from './read-header.js';
export * from './read-register.js';
export * from './register-columns.js';
export * from './register-rules.js';
export * from './register-states.js';
export * from './year-group.js';
export { readCell, registerColumn, shownValue } from './read-cell.js';
