import { phaseOn, type Phase, type SettingType, type YearAndAge } from '../plans/index.js';

/**
 * The six parts of the register that are sampled apart, because plans differ most by phase and by
 * whether the child is in a mainstream school. Every plan is in exactly one on any day.
 */
export const stratumKeys = [
  'early-years',
  'primary-mainstream',
  'primary-special',
  'secondary-mainstream',
  'secondary-special',
  'post-16',
] as const;

export type StratumKey = (typeof stratumKeys)[number];

export const settingGroups = ['mainstream', 'special'] as const;
export type SettingGroup = (typeof settingGroups)[number];

export const settingGroupTitle: Record<SettingGroup, string> = {
  mainstream: 'Mainstream',
  special: 'Special or out of school',
};

export const stratumTitle: Record<StratumKey, string> = {
  'early-years': 'Early years',
  'primary-mainstream': 'Primary, mainstream',
  'primary-special': 'Primary, special or out of school',
  'secondary-mainstream': 'Secondary, mainstream',
  'secondary-special': 'Secondary, special or out of school',
  'post-16': 'Post-16',
};

/** What decides a plan's stratum. */
export interface PlanToPlace extends YearAndAge {
  settingType: SettingType;
}

/**
 * A resource base is part of a mainstream school. Independent special schools, alternative
 * provision, children educated otherwise or at home and children without a setting are counted with
 * special schools: their plans are carried out outside a mainstream school.
 */
const groupOfSetting: Record<SettingType, SettingGroup> = {
  'early-years': 'mainstream',
  'mainstream-primary': 'mainstream',
  'mainstream-secondary': 'mainstream',
  'resource-base': 'mainstream',
  'special-school': 'special',
  'alternative-provision': 'special',
  'independent-special': 'special',
  'post-16-college': 'mainstream',
  'specialist-post-16': 'special',
  'educated-otherwise': 'special',
  'elective-home': 'special',
  none: 'special',
};

export function settingGroupOf(settingType: SettingType): SettingGroup {
  return groupOfSetting[settingType];
}

/**
 * The phase by which a plan is sampled and reported: that of its year group, or of its age where
 * the register gives no year group (`phaseOn`); in a post-16 setting always post-16, because
 * rights, voice and consent have moved to the young person there.
 *
 * @param day YYYY-MM-DD
 */
export function sampledPhaseOn(plan: PlanToPlace, day: string): Phase {
  const isPost16 =
    plan.settingType === 'post-16-college' || plan.settingType === 'specialist-post-16';
  return isPost16 ? 'post-16' : phaseOn(plan, day);
}

/**
 * The one stratum of a plan on a day. Early years and post-16 are not divided by setting, because
 * either half would be too small to say anything.
 *
 * @param day YYYY-MM-DD
 * @throws RangeError when the day is no real day
 */
export function stratumOf(plan: PlanToPlace, day: string): StratumKey {
  const phase = sampledPhaseOn(plan, day);
  if (phase === 'early-years' || phase === 'post-16') return phase;
  return `${phase}-${settingGroupOf(plan.settingType)}`;
}

/**
 * The stratum that a too small one joins: the other half of its phase; early years and post-16,
 * which have no other half, join the mainstream half of the phase next to them.
 */
export const neighbourOfStratum: Record<StratumKey, StratumKey> = {
  'early-years': 'primary-mainstream',
  'primary-mainstream': 'primary-special',
  'primary-special': 'primary-mainstream',
  'secondary-mainstream': 'secondary-special',
  'secondary-special': 'secondary-mainstream',
  'post-16': 'secondary-mainstream',
};

/**
 * Strata drawn as one, in words.
 *
 * @param members the receiving stratum first
 * @example mergedStratumTitle(['primary-mainstream', 'early-years']) // 'Primary, mainstream with early years'
 */
export function mergedStratumTitle(members: readonly StratumKey[]): string {
  const [first, ...joined] = members.map((key) => stratumTitle[key]);
  if (joined.length === 0) return first ?? '';
  if (members.length === stratumKeys.length) return 'All plans';
  return `${first ?? ''} with ${joined.map((title) => title.toLowerCase()).join(' and ')}`;
}
