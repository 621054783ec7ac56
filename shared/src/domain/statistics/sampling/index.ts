export * from './allocation.js';
export * from './apportionment.js';
export { FIRST_START, nextStart } from './circle.js';
export * from './draw.js';
export * from './merging.js';
export * from './permanent-numbers.js';
export * from './sample-size-sentences.js';
export * from './sample-size.js';
