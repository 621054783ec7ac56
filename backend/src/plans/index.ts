export { PlanFrame } from './plan-frame.js';
export { PlanRepository, type PlanSearch } from './plan.repository.js';
export type { PlanView, StoredPlan } from './plan-rows.js';
export { PlansModule } from './plans.module.js';
export { ConfirmRegister } from './registers/confirm-register.js';
export { RemoveExpiredRegisters } from './registers/remove-expired-registers.js';
export { UploadRegister } from './registers/upload-register.js';
