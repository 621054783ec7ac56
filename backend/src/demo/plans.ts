import {
  registerColumns,
  type PrimaryNeed,
  type RegisterPlan,
  type SettingType,
  type SocialCareStatus,
} from '@app/shared/domain';
import { stringify } from 'csv-stringify/sync';
import { plansAYearOn } from './plans-a-year-on.js';
import { SeededChance } from './seeded-chance.js';

/** The days for which the demonstration's two registers speak. */
const FIRST_AS_AT = '2025-06-02';
const SECOND_AS_AT = '2026-06-29';
const PLANS = 1_500;
const ADDED_PLANS = 63;
const SEED = 2026;
const DAY_MS = 24 * 60 * 60 * 1000;
const PLANS_BEGAN_ON = '2014-09-01';

type Shares<Key extends string> = Readonly<Partial<Record<Key, number>>>;

/** Plans in England by primary need, January 2025, in percent (DfE, Education, health and care plans). */
const needShares: Readonly<Record<PrimaryNeed | '', number>> = {
  ...{ ASD: 31.5, SLCN: 21.3, SEMH: 20.7, MLD: 10.6, SLD: 3.9, PD: 3.9 },
  ...{ SPLD: 2.4, HI: 1.4, PMLD: 1.3, OTH: 1.2, VI: 0.8, MSI: 0.3, '': 0.8 },
};

type Stage = 'nursery' | 'primary' | 'secondary' | 'sixth-form' | 'post-19';
const stageShares: Readonly<Record<Stage, number>> = {
  ...{ nursery: 4, primary: 36, secondary: 37, 'sixth-form': 17, 'post-19': 6 },
};

const settingShares: Readonly<Record<Stage, Shares<SettingType>>> = {
  nursery: { 'early-years': 75, 'mainstream-primary': 10, 'special-school': 15 },
  primary: {
    ...{ 'mainstream-primary': 52, 'resource-base': 9, 'special-school': 31 },
    ...{ 'alternative-provision': 1.5, 'independent-special': 3 },
    ...{ 'educated-otherwise': 1.5, 'elective-home': 2 },
  },
  secondary: {
    ...{ 'mainstream-secondary': 40, 'resource-base': 6, 'special-school': 37 },
    ...{ 'alternative-provision': 4.5, 'independent-special': 7 },
    ...{ 'educated-otherwise': 2.5, 'elective-home': 2, none: 1 },
  },
  'sixth-form': {
    ...{ 'post-16-college': 45, 'special-school': 22, 'mainstream-secondary': 12 },
    ...{ 'specialist-post-16': 9, 'independent-special': 4, 'educated-otherwise': 2, none: 6 },
  },
  'post-19': { 'post-16-college': 55, 'specialist-post-16': 30, none: 15 },
};

const careShares: Shares<SocialCareStatus> = {
  ...{ none: 74, 'early-help': 8, 'child-in-need': 7, 'child-protection': 2 },
  ...{ 'looked-after': 4, 'disabled-children-team': 4, unknown: 1 },
};
const adultCareShares: Shares<SocialCareStatus> = {
  ...{ none: 66, 'adult-social-care': 29, unknown: 5 },
};

/** Two are SEND officers of the demonstration; the others have no account, as in most registers. */
const officerShares = {
  ...{ 'SO-014': 20, 'SO-022': 20, 'SO-003': 16, 'SO-009': 14, 'SO-017': 13, 'SO-031': 11, '': 6 },
};

export interface DemoRegister {
  /** YYYY-MM-DD */
  asAt: string;
  /** As the authority's system would save it. */
  file: string;
}

/** A fictional register of the demonstration's two authorities. */
export function firstRegister(): DemoRegister {
  return { asAt: FIRST_AS_AT, file: fileOf(demoPlans()) };
}

/** The same plans about a year on, and the young children who have got one since. */
export function secondRegister(): DemoRegister {
  const plans = plansAYearOn(demoPlans(), FIRST_AS_AT, SECOND_AS_AT);
  const chance = new SeededChance(SEED + 2);
  const added = Array.from({ length: ADDED_PLANS }, (_, index) =>
    demoPlan(PLANS + index + 1, chance, { stage: 'nursery', asAt: SECOND_AS_AT }),
  );
  return { asAt: SECOND_AS_AT, file: fileOf([...plans, ...added]) };
}

function demoPlans(): RegisterPlan[] {
  const chance = new SeededChance(SEED);
  return Array.from({ length: PLANS }, (_, index) => demoPlan(index + 1, chance));
}

function fileOf(plans: readonly RegisterPlan[]): string {
  const cells = plans.map((plan) => registerColumns.map(({ field }) => cellOf(plan[field])));
  return stringify([registerColumns.map(({ key }) => key), ...cells]);
}

function demoPlan(
  number: number,
  chance: SeededChance,
  { stage: given, asAt = FIRST_AS_AT }: { stage?: Stage; asAt?: string } = {},
): RegisterPlan {
  const authority = chance.happens(68) ? 'Ashbourne Vale' : 'Carrow';
  const stage = given ?? chance.drawn(stageShares);
  const { yearGroup, age } = yearAndAge(stage, chance);
  const primaryNeed = chance.drawn(needShares) || null;
  return {
    planRef: `${authority === 'Carrow' ? 'CW' : 'AV'}-${String(10_000 + number * 3).padStart(6, '0')}`,
    localAuthority: authority,
    yearGroup,
    age,
    primaryNeed,
    settingType: chance.drawn(settingShares[stage] as Record<SettingType, number>),
    socialCareStatus: chance.drawn(
      (age >= 18 ? adultCareShares : careShares) as Record<SocialCareStatus, number>,
    ),
    hasLearningDisability: learningDisability(primaryNeed, chance),
    ...days(age, asAt, chance),
    isTransferredIn: chance.happens(4),
    isTribunalOrdered: chance.happens(2.5),
    team: teamOf(authority, stage),
    officerRef: chance.drawn(officerShares) || null,
  };
}

function yearAndAge(stage: Stage, chance: SeededChance): { yearGroup: number | null; age: number } {
  const firstAndLast = { nursery: [-2, -1], primary: [0, 6], secondary: [7, 11] } as const;
  if (stage === 'post-19') return { yearGroup: null, age: chance.between(19, 25) };
  const [first, last] = stage === 'sixth-form' ? ([12, 14] as const) : firstAndLast[stage];
  const yearGroup = chance.between(first, last);
  // In June most of a year group have had their birthday.
  return { yearGroup, age: yearGroup + (chance.happens(75) ? 5 : 4) };
}

function learningDisability(need: PrimaryNeed | null, chance: SeededChance): boolean | null {
  if (need === 'SLD' || need === 'PMLD') return true;
  if (chance.happens(12)) return null;
  return chance.happens(need === 'MLD' ? 60 : 12);
}

function days(
  age: number,
  asAtOn: string,
  chance: SeededChance,
): Pick<RegisterPlan, 'firstIssuedOn' | 'latestIssuedOn' | 'lastReviewOn' | 'ceasedOn'> {
  const asAt = Date.parse(asAtOn);
  const earliest = (asAt - Date.parse(PLANS_BEGAN_ON)) / DAY_MS;
  const ago = (days: number): string => new Date(asAt - days * DAY_MS).toISOString().slice(0, 10);
  const first = chance.between(5, Math.min(earliest, Math.max(1, age - 2) * 365));
  const isReviewed = first > 365 && !chance.happens(6);
  const review = chance.between(3, Math.min(first - 30, 430));
  const isAmended = isReviewed && chance.happens(64);
  return {
    firstIssuedOn: ago(first),
    latestIssuedOn: ago(isAmended ? chance.between(0, Math.min(first, 900)) : first),
    lastReviewOn: isReviewed ? ago(review) : null,
    ceasedOn: chance.happens(age >= 18 ? 9 : 2)
      ? ago(chance.between(0, Math.min(first, 200)))
      : null,
  };
}

function teamOf(authority: string, stage: Stage): string {
  if (stage === 'sixth-form' || stage === 'post-19') return 'Preparing for adulthood';
  if (authority === 'Carrow') return 'Carrow';
  return stage === 'secondary' ? 'Ashbourne secondary' : 'Ashbourne early years and primary';
}

function cellOf(value: RegisterPlan[keyof RegisterPlan]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null ? '' : String(value);
}
