export * from './account-rules.js';
export * from './partnership.js';
export * from './password-rules.js';
export * from './permissions.js';
export * from './roles.js';
export * from './session-rules.js';
