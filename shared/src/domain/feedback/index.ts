export * from './compose-feedback.js';
export * from './feedback-words.js';
export * from './reply-rules.js';
