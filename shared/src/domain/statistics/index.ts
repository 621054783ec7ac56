export * from './agreement/index.js';
export * from './changes/index.js';
export * from './charts/index.js';
export * from './disclosure/index.js';
export * from './estimates/index.js';
export * from './numbers/index.js';
export * from './sampling/index.js';
export * from './sentences/index.js';
