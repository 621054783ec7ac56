export { AllocateRound } from './allocation/allocate-round.js';
export { AuditProgress } from './allocation/audit-progress.js';
export { AuditsModule } from './audits.module.js';
export { AuditClosed, type AgencyEvidence, type ClosedAudit } from './closing/audit-closed.js';
export { RoundClosed, type ClosedRound } from './closing/round-closed.js';
export { DeclareConflict } from './scoring/declare-conflict.js';
export { SaveAnswers } from './scoring/save-answers.js';
export { ScoringRepository } from './scoring/scoring.repository.js';
export { SubmitScoring } from './scoring/submit-scoring.js';
