export * from './canonical-json.js';
export * from './seal.js';
