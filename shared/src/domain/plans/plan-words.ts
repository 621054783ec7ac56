/** Types of need as the SEN2 return codes them (item 5.8a), in its order. */
export const primaryNeeds = [
  'SPLD',
  'MLD',
  'SLD',
  'PMLD',
  'SEMH',
  'SLCN',
  'HI',
  'VI',
  'MSI',
  'PD',
  'ASD',
  'OTH',
] as const;

export type PrimaryNeed = (typeof primaryNeeds)[number];

export const primaryNeedTitle: Record<PrimaryNeed, string> = {
  SPLD: 'Specific learning difficulty',
  MLD: 'Moderate learning difficulty',
  SLD: 'Severe learning difficulty',
  PMLD: 'Profound and multiple learning difficulty',
  SEMH: 'Social, emotional and mental health',
  SLCN: 'Speech, language and communication needs',
  HI: 'Hearing impairment',
  VI: 'Vision impairment',
  MSI: 'Multi-sensory impairment',
  PD: 'Physical disability',
  ASD: 'Autistic spectrum disorder',
  OTH: 'Other difficulty',
};

/** Where the child or young person learns, in the groups by which plans are sampled and reported. */
export const settingTypes = [
  'early-years',
  'mainstream-primary',
  'mainstream-secondary',
  'resource-base',
  'special-school',
  'alternative-provision',
  'independent-special',
  'post-16-college',
  'specialist-post-16',
  'educated-otherwise',
  'elective-home',
  'none',
] as const;

export type SettingType = (typeof settingTypes)[number];

/** A resource base or special school teaches several phases; the phase there is that of the year group. */
export const settingTypeTitle: Record<SettingType, string> = {
  'early-years': 'Early years setting',
  'mainstream-primary': 'Mainstream primary school',
  'mainstream-secondary': 'Mainstream secondary school',
  'resource-base': 'Resource base or SEN unit',
  'special-school': 'Special school',
  'alternative-provision': 'Alternative provision',
  'independent-special': 'Independent special school',
  'post-16-college': 'Post-16 college',
  'specialist-post-16': 'Specialist post-16 institution',
  'educated-otherwise': 'Educated otherwise than at school',
  'elective-home': 'Elective home education',
  none: 'No setting',
};

export const socialCareStatuses = [
  'none',
  'early-help',
  'child-in-need',
  'child-protection',
  'looked-after',
  'disabled-children-team',
  'adult-social-care',
  'unknown',
] as const;

export type SocialCareStatus = (typeof socialCareStatuses)[number];

export const socialCareStatusTitle: Record<SocialCareStatus, string> = {
  none: 'Not known to social care',
  'early-help': 'Early help',
  'child-in-need': 'Child in need',
  'child-protection': 'Child protection plan',
  'looked-after': 'Looked after',
  'disabled-children-team': 'Disabled children’s team',
  'adult-social-care': 'Adult social care',
  unknown: 'Unknown',
};

/**
 * One plan as the register gives it, on the register's as-at date. Days are YYYY-MM-DD. What the
 * register leaves blank is null: not known, which never means no.
 */
export interface RegisterPlan {
  planRef: string;
  localAuthority: string;
  /** -2 (nursery, first year) to 14; 0 is Reception. */
  yearGroup: number | null;
  /** Whole years, 0 to 25. */
  age: number | null;
  primaryNeed: PrimaryNeed | null;
  settingType: SettingType;
  socialCareStatus: SocialCareStatus;
  hasLearningDisability: boolean | null;
  firstIssuedOn: string;
  /** The day of first issue for a plan that was never amended. */
  latestIssuedOn: string;
  lastReviewOn: string | null;
  /** Came from another authority, so that its wording may be that authority's. */
  isTransferredIn: boolean;
  isTribunalOrdered: boolean;
  team: string | null;
  /** How the register names the officer who keeps the plan; matched to an account's staff reference. */
  officerRef: string | null;
  ceasedOn: string | null;
}
