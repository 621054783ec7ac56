export { ProgrammeModule } from './programme.module.js';
export { OpenRound } from './rounds/open-round.js';
export { RoundRepository, type StoredRound } from './rounds/round.repository.js';
export { DrawSample } from './sampling/draw-sample.js';
export { PlansToAudit, type PlanToAudit } from './sampling/plans-to-audit.js';
export { SampleRepository, type SampledPlan } from './sampling/sample.repository.js';
export { WithdrawPlan } from './sampling/withdraw-plan.js';
export { FinishDrawing } from './years/finish-drawing.js';
export { OpenProgramme } from './years/open-programme.js';
