import { accountLimits } from '../accounts/index.js';
import {
  primaryNeeds,
  primaryNeedTitle,
  settingTypes,
  settingTypeTitle,
  socialCareStatuses,
  socialCareStatusTitle,
  type RegisterPlan,
} from './plan-words.js';

/** What the service takes of a register, the same in page, contract, reading and database. Lengths are in characters. */
export const registerLimits = {
  bytesMax: 20 * 1024 * 1024,
  rowsMax: 60_000,
  columnsMax: 200,
  planRefMax: 40,
  localAuthorityMax: 80,
  teamMax: 60,
  officerRefMax: accountLimits.staffRefMax,
  /** A longer value is told by its length, because it is likely a text put in the wrong column. */
  shownMax: 80,
  /** Problems kept for reading; beyond it a whole column is wrong, and more rows would say nothing new. */
  problemsKeptMax: 20_000,
  /** How long an upload waits to be confirmed. */
  waitingHours: 24,
} as const;

/** A value of a list, as it is kept and as it is read. */
export interface AllowedValue {
  key: string;
  title: string;
}

/** One column of the template. */
export interface RegisterColumn {
  key: string;
  field: keyof RegisterPlan;
  title: string;
  meaning: string;
  /** Without this column a file is refused. */
  isNeeded: boolean;
  /** What a blank cell, or a column left out, means; null where each row must say something. */
  blankMeans: string | null;
  allowed?: readonly AllowedValue[];
  example: string;
}

const listOf = <Key extends string>(
  keys: readonly Key[],
  titles: Readonly<Record<Key, string>>,
): AllowedValue[] => keys.map((key) => ({ key, title: titles[key] }));

const yesOrNo: readonly AllowedValue[] = [
  { key: 'yes', title: 'Yes' },
  { key: 'no', title: 'No' },
];

/** The one-sheet template, in the order of its columns. What a plan is known by here is pseudonymous. */
export const registerColumns: readonly RegisterColumn[] = [
  {
    key: 'plan_ref',
    field: 'planRef',
    title: 'Plan reference',
    meaning: 'The reference by which your system knows the plan. Never a name, UPN or NHS number',
    isNeeded: true,
    blankMeans: null,
    example: 'EHC-001023',
  },
  {
    key: 'local_authority',
    field: 'localAuthority',
    title: 'Local authority',
    meaning: 'The authority that maintains the plan',
    isNeeded: true,
    blankMeans: null,
    example: 'Ashbourne Vale',
  },
  {
    key: 'year_group',
    field: 'yearGroup',
    title: 'Year group',
    meaning:
      'On the as-at date: N1 (first nursery year), N2 or Nursery (the year before Reception), R or Reception, 1 to 14',
    isNeeded: true,
    blankMeans: 'No curriculum year; the age must be given',
    example: '5',
  },
  {
    key: 'age',
    field: 'age',
    title: 'Age',
    meaning: 'Whole years on the as-at date, 0 to 25',
    isNeeded: false,
    blankMeans: 'Not known; the year group must be given',
    example: '9',
  },
  {
    key: 'primary_need',
    field: 'primaryNeed',
    title: 'Primary need',
    meaning: 'The SEN2 type of need ranked first',
    isNeeded: true,
    blankMeans: 'Unknown, with a warning',
    allowed: listOf(primaryNeeds, primaryNeedTitle),
    example: 'SLCN',
  },
  {
    key: 'setting_type',
    field: 'settingType',
    title: 'Setting type',
    meaning: 'Where the child or young person learns',
    isNeeded: true,
    blankMeans: null,
    allowed: listOf(settingTypes, settingTypeTitle),
    example: 'mainstream-primary',
  },
  {
    key: 'social_care_status',
    field: 'socialCareStatus',
    title: 'Social care status',
    meaning: 'The highest that applies',
    isNeeded: false,
    blankMeans: 'Unknown',
    allowed: listOf(socialCareStatuses, socialCareStatusTitle),
    example: 'none',
  },
  {
    key: 'learning_disability',
    field: 'hasLearningDisability',
    title: 'Learning disability',
    meaning: 'Whether a learning disability is recorded',
    isNeeded: false,
    blankMeans: 'Unknown',
    allowed: yesOrNo,
    example: 'no',
  },
  {
    key: 'first_issued_on',
    field: 'firstIssuedOn',
    title: 'First issued',
    meaning: 'The day the first final plan was issued, like 2024-02-15 or 15/02/2024',
    isNeeded: true,
    blankMeans: null,
    example: '2024-02-15',
  },
  {
    key: 'latest_issued_on',
    field: 'latestIssuedOn',
    title: 'Latest issued',
    meaning: 'The day the plan was last issued with amendments',
    isNeeded: false,
    blankMeans: 'Never amended: the day of first issue counts',
    example: '2026-03-27',
  },
  {
    key: 'last_review_on',
    field: 'lastReviewOn',
    title: 'Last review',
    meaning: 'The day of the last annual review meeting',
    isNeeded: false,
    blankMeans: 'Not reviewed yet, or not known',
    example: '2026-02-10',
  },
  {
    key: 'transferred_in',
    field: 'isTransferredIn',
    title: 'Transferred in',
    meaning: 'Whether the plan came from another authority',
    isNeeded: false,
    blankMeans: 'No',
    allowed: yesOrNo,
    example: 'no',
  },
  {
    key: 'tribunal_ordered',
    field: 'isTribunalOrdered',
    title: 'Tribunal ordered',
    meaning: 'Whether the Tribunal ordered any of its content',
    isNeeded: false,
    blankMeans: 'No',
    allowed: yesOrNo,
    example: 'no',
  },
  {
    key: 'team',
    field: 'team',
    title: 'Team',
    meaning: 'The SEND team that keeps the plan',
    isNeeded: false,
    blankMeans: 'None',
    example: 'North',
  },
  {
    key: 'officer_ref',
    field: 'officerRef',
    title: 'Officer reference',
    meaning: 'The staff reference of the SEND officer who keeps the plan. Never a name',
    isNeeded: false,
    blankMeans: 'None',
    example: 'SO-014',
  },
  {
    key: 'ceased_on',
    field: 'ceasedOn',
    title: 'Ceased',
    meaning: 'The day the plan ceased',
    isNeeded: false,
    blankMeans: 'In force',
    example: '',
  },
];

export const registerColumnKeys: readonly string[] = registerColumns.map(({ key }) => key);
