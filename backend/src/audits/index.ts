export { AllocateRound } from './allocation/allocate-round.js';
export { AuditProgress } from './allocation/audit-progress.js';
export { AuditsModule } from './audits.module.js';
export { DeclareConflict } from './scoring/declare-conflict.js';
export { SaveAnswers } from './scoring/save-answers.js';
export { ScoringRepository } from './scoring/scoring.repository.js';
export { SubmitScoring } from './scoring/submit-scoring.js';
