export * from './check-digits.js';
export * from './find-leaks.js';
export * from './personal-columns.js';
