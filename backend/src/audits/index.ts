export { AllocateRound } from './allocation/allocate-round.js';
export { AuditProgress } from './allocation/audit-progress.js';
export { WithdrawScoring } from './allocation/withdraw-scoring.js';
export { AuditsModule } from './audits.module.js';
export { AuditClosed, type AgencyEvidence, type ClosedAudit } from './closing/audit-closed.js';
export {
  AuditResultRepository,
  type ResultSearch,
  type StratumCoverage,
} from './closing/audit-result.repository.js';
export { CloseAudit } from './closing/close-audit.js';
export { CloseRound } from './closing/close-round.js';
export type { ResultReader } from './closing/result-scope.js';
export { RoundClosed, type ClosedRound } from './closing/round-closed.js';
export { CorrectProfile } from './moderation/correct-profile.js';
export { DecideCriterion } from './moderation/decide-criterion.js';
export { ModerationViews } from './moderation/moderation-views.js';
export { DeclareConflict } from './scoring/declare-conflict.js';
export { SaveAnswers } from './scoring/save-answers.js';
export { ScoringRepository } from './scoring/scoring.repository.js';
export { SubmitScoring } from './scoring/submit-scoring.js';
