import {
  ageOn,
  yearGroupOn,
  type Phase,
  type RegisterPlan,
  type YearAndAge,
} from '../plans/index.js';

import { sampledPhaseOn, settingGroupOf, type SettingGroup } from './strata.js';

/** What results are filtered by, as it was on the day of the draw. */
export interface FilterKeys {
  localAuthority: string;
  phase: Phase;
  settingGroup: SettingGroup;
  /** SEN2 type of need; null when unknown. */
  primaryNeed: RegisterPlan['primaryNeed'];
  isLookedAfter: boolean;
  team: string | null;
  /** -2 to 14; null when unknown and past Year 14. */
  yearGroup: number | null;
}

/** @param day YYYY-MM-DD, the day of the draw */
export function filterKeysOn(plan: RegisterPlan & YearAndAge, day: string): FilterKeys {
  return {
    localAuthority: plan.localAuthority,
    phase: sampledPhaseOn(plan, day),
    settingGroup: settingGroupOf(plan.settingType),
    primaryNeed: plan.primaryNeed,
    isLookedAfter: plan.socialCareStatus === 'looked-after',
    team: plan.team,
    yearGroup: yearGroupOn(plan, day),
  };
}

/**
 * What the register said of a plan, with year group and age moved on to the day: the part of an
 * audit's profile that comes from the register.
 *
 * @param day YYYY-MM-DD, the day of the draw
 */
export function registerFactsOn(plan: RegisterPlan & YearAndAge, day: string): RegisterPlan {
  return {
    planRef: plan.planRef,
    localAuthority: plan.localAuthority,
    yearGroup: yearGroupOn(plan, day),
    age: ageOn(plan, day),
    primaryNeed: plan.primaryNeed,
    settingType: plan.settingType,
    socialCareStatus: plan.socialCareStatus,
    hasLearningDisability: plan.hasLearningDisability,
    firstIssuedOn: plan.firstIssuedOn,
    latestIssuedOn: plan.latestIssuedOn,
    lastReviewOn: plan.lastReviewOn,
    isTransferredIn: plan.isTransferredIn,
    isTribunalOrdered: plan.isTribunalOrdered,
    team: plan.team,
    officerRef: plan.officerRef,
    ceasedOn: plan.ceasedOn,
  };
}
