export * from './add-part.js';
export * from './choice-lines.js';
export * from './condition-building.js';
export * from './new-key.js';
export * from './part-lists.js';
export * from './placed-faults.js';
export * from './take-out-part.js';
