export * from './days.js';
export * from './london.js';
export * from './quarters.js';
export * from './school-year.js';
