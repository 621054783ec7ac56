import {
  phaseTitle,
  primaryNeedTitle,
  settingTypeTitle,
  type NeedFilter,
  type Phase,
  type RegisterPlan,
  type SettingType,
  type YearAndAge,
} from '../plans/index.js';

import { sampledPhaseOn } from './strata.js';

/** What the plans of a theme share; a plan must meet all that is given. */
export interface ThemeFilter {
  need?: NeedFilter | null;
  settingType?: SettingType | null;
  phase?: Phase | null;
  team?: string | null;
  /** True for looked after children alone; false and null for everyone. */
  isLookedAfter?: boolean | null;
}

/** Whether a filter would let every plan through. */
export function isEmptyFilter(filter: ThemeFilter): boolean {
  return Object.values(filter).every((wanted) => !wanted);
}

/**
 * Whether a plan belongs to a theme on a day.
 *
 * @param day YYYY-MM-DD
 */
export function belongsToTheme(
  plan: RegisterPlan & YearAndAge,
  filter: ThemeFilter,
  day: string,
): boolean {
  const { need, settingType, phase, team, isLookedAfter } = filter;
  return (
    (!need || (plan.primaryNeed ?? 'unknown') === need) &&
    (!settingType || plan.settingType === settingType) &&
    (!phase || sampledPhaseOn(plan, day) === phase) &&
    (!team || plan.team === team) &&
    (!isLookedAfter || plan.socialCareStatus === 'looked-after')
  );
}

/** A filter as people read it: "Autistic spectrum disorder · Primary · Looked after". */
export function themeFilterInWords(filter: ThemeFilter): string {
  const { need, settingType, phase, team, isLookedAfter } = filter;
  const parts = [
    need && (need === 'unknown' ? 'Need unknown' : primaryNeedTitle[need]),
    settingType && settingTypeTitle[settingType],
    phase && phaseTitle[phase],
    team && `Team ${team}`,
    isLookedAfter && 'Looked after',
  ];
  return parts.filter(Boolean).join(' · ');
}
