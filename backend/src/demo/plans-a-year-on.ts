import {
  ageLimits,
  ageOn,
  yearGroupOn,
  type RegisterPlan,
  type SettingType,
} from '@app/shared/domain';
import { SeededChance } from './seeded-chance.js';

const SEED = 2027;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The same plans as a later register gives them: year groups have moved on, children have changed
 * school, most plans have been reviewed and many amended, and who grew too old has a ceased plan.
 *
 * @param before the day of the register that the plans are from
 * @param asAt a day some months later
 */
export function plansAYearOn(
  plans: readonly RegisterPlan[],
  before: string,
  asAt: string,
): RegisterPlan[] {
  const chance = new SeededChance(SEED);
  return plans.map((plan) => {
    const dated = { ...plan, asAtOn: before };
    const age = ageOn(dated, asAt);
    const yearGroup = yearGroupOn(dated, asAt);
    if (age !== null && age > ageLimits.max) {
      return { ...plan, ceasedOn: plan.ceasedOn ?? schoolYearEnd(asAt) };
    }
    const isReviewed = plan.ceasedOn === null && !chance.happens(8);
    const lastReviewOn = isReviewed ? dayBefore(asAt, chance.between(5, 330)) : plan.lastReviewOn;
    const isAmended = isReviewed && chance.happens(55);
    return {
      ...plan,
      age,
      yearGroup,
      settingType: settingIn(yearGroup, plan.settingType),
      lastReviewOn,
      latestIssuedOn:
        isAmended && lastReviewOn !== null
          ? dayBefore(asAt, Math.max(0, daysBetween(lastReviewOn, asAt) - chance.between(20, 60)))
          : plan.latestIssuedOn,
    };
  });
}

/** Children leave nursery for a primary school, and that for a secondary school. */
function settingIn(yearGroup: number | null, setting: SettingType): SettingType {
  if (yearGroup === 0 && setting === 'early-years') return 'mainstream-primary';
  if (yearGroup === 7 && setting === 'mainstream-primary') return 'mainstream-secondary';
  return setting;
}

const schoolYearEnd = (asAt: string) => `${Number(asAt.slice(0, 4)) - 1}-08-31`;
const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;
