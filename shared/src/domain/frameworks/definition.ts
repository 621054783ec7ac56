/*
 * What a framework version says, as one piece of data. Nothing that is computed is prose: rules of
 * applicability, caps, counted facts and indicators are conditions on keys. The tables store it
 * whole, because a published version never changes and is always read whole. docs/frameworks.md
 * explains the format.
 */

/**
 * Draft: being written. Consultation: a draft that named reviewers read and nobody changes meanwhile.
 * Published: never changes. Retired: in use no longer, kept.
 */
export const frameworkStatuses = ['draft', 'consultation', 'published', 'retired'] as const;
export type FrameworkStatus = (typeof frameworkStatuses)[number];

export const frameworkStatusTitle: Record<FrameworkStatus, string> = {
  draft: 'Draft',
  consultation: 'Out for consultation',
  published: 'Published',
  retired: 'Retired',
};

/** What an audit of this kind looks at: a plan, or one document of a plan such as an advice. */
export const frameworkUnits = ['plan', 'document'] as const;
export type Unit = (typeof frameworkUnits)[number];

/** A section of an EHC plan (SEND Regulations 2014, regulation 12(1)); H1 and H2 stand apart. */
export const planSections = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'] as const;
export type PlanSection = (typeof planSections)[number];

export const planSectionTitle: Record<PlanSection, string> = {
  A: 'Views, interests and aspirations',
  B: 'Special educational needs',
  C: 'Health needs',
  D: 'Social care needs',
  E: 'Outcomes',
  F: 'Special educational provision',
  G: 'Health provision',
  H1: 'Social care provision under section 2 of the 1970 Act (under 18)',
  H2: 'Other social care provision',
  I: 'Placement',
  J: 'Personal budget and direct payments',
  K: 'Advice and information',
};

/** What a profile field or a counted fact may hold: a number, a word or words; null when not known. */
export type FieldValue = number | string | readonly string[] | null;
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;

export const operators = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'notIn'] as const;
export type Operator = (typeof operators)[number];

/** `field` is the key of a profile field or of a counted fact. */
export interface Test {
  field: string;
  op: Operator;
  value: number | string | readonly (number | string)[];
}

export type Condition = { all: Condition[] } | { any: Condition[] } | Test;

export interface Titled {
  key: string;
  title: string;
}

export interface Grade {
  key: string;
  label: string;
  /** Used where a partnership prefers words that no inspectorate uses. */
  neutralLabel: string;
  /** Whole number; better grades have more. */
  points: number;
  /** The lowest score, in points with at most two decimals, that earns this grade. */
  from: number;
}

export interface Scale {
  /** From the best grade to the lowest; three to six. */
  grades: Grade[];
  /** Key of the lowest grade that meets the standard: what "Good or better" reads. */
  meetsFrom: string;
  /** Grades and outcomes that need a line of evidence before a scoring is submitted. */
  evidenceRequiredFor: string[];
}

/** What may be recorded instead of a grade; neither counts in the score. */
export const nonGrades = ['not-applicable', 'cannot-tell'] as const;
export type NonGrade = (typeof nonGrades)[number];

export const nonGradeTitle: Record<NonGrade, string> = {
  'not-applicable': 'Not applicable',
  'cannot-tell': 'Cannot tell from the file',
};

export const fieldTypes = ['yes-no', 'yes-no-unclear', 'whole-number', 'choice'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** The columns of the plan register that a profile field may be copied from, and what they hold. */
export const profileColumns = {
  year_group: 'whole-number',
  age: 'whole-number',
  primary_need: 'choice',
  setting_type: 'choice',
  social_care_status: 'choice',
  learning_disability: 'yes-no',
  transferred_in: 'yes-no',
  tribunal_ordered: 'yes-no',
} as const satisfies Record<string, FieldType>;
export type ProfileColumn = keyof typeof profileColumns;

/**
 * Where the value of a profile field comes from.
 * - register: copied from the plan's row when the sample is drawn
 * - sweep: answered by the owning agency's auditor before scoring; the register may fill it in
 *   beforehand, and the auditor's answer counts
 * - derived: yes when the condition on register and sweep fields holds
 */
export type FieldSource =
  | { from: 'register'; column: ProfileColumn }
  | {
      from: 'sweep';
      owner: string;
      question: string;
      prefilledFrom?: ProfileColumn;
      /** Not asked unless this holds. */
      askedWhen?: Condition;
      /** An answer that is set beforehand, changeable, once the condition holds. */
      preset?: { when: Condition; value: string };
    }
  | { from: 'derived'; when: Condition };

export interface ProfileField extends Titled {
  type: FieldType;
  /** For a choice alone. `unclear` and `unknown` are kept for "not known"; see `conditionHolds`. */
  choices?: Titled[];
  /** For a whole number: what stands before it where it is read, such as "Year". */
  prefix?: string;
  source: FieldSource;
}

/**
 * When a criterion may be left out: never, by rule, or by the auditor with a reason. With a rule,
 * `auditorMay` says when the auditor may do so besides.
 */
export type Applicability =
  | { mode: 'always' }
  | { mode: 'rule'; notWhen: Condition; because: string; auditorMay?: string }
  | { mode: 'auditor'; because: string };

export const criterionBases = ['must', 'should', 'good-practice', 'local-priority'] as const;

/**
 * What a criterion rests on. must: statute, or a "must" in the SEND code of practice; should: a
 * "should" in the code; good practice: published local or national practice; local priority: the
 * partnership's own action plan.
 */
export type Basis = (typeof criterionBases)[number];

export const basisTitle: Record<Basis, string> = {
  must: 'Must (statute, or a “must” in the code)',
  should: 'Should (a “should” in the code)',
  'good-practice': 'Good practice',
  'local-priority': 'Local priority',
};

export interface Source extends Titled {
  url: string;
}

export interface Citation {
  /** Key of one of the version's sources. */
  source: string;
  ref: string;
  /** False: cited from general knowledge and shown with a dagger until somebody has checked it. */
  textSeen: boolean;
}

export interface Criterion extends Titled {
  question: string;
  sections: PlanSection[];
  agencies: string[];
  leadAgency: string;
  /** Whole number, 1 or more. */
  weight: number;
  critical: boolean;
  basis: Basis;
  citations: Citation[];
  whereToLook: string;
  applicability: Applicability;
  /** What good looks like: grade key to descriptor. */
  descriptors: Record<string, string>;
  trainingTags: string[];
  actionPlanRefs: string[];
}

export interface Domain extends Titled {
  shortTitle: string;
  purpose: string;
  sections: PlanSection[];
  /** Whole number; the weights of a version sum to 100. */
  weight: number;
  criteria: Criterion[];
}

export const factTypes = [
  'yes-no',
  'yes-no-unclear',
  'yes-no-na',
  'yes-some-no-na',
  'count',
  'month',
  'several',
] as const;
export type FactType = (typeof factTypes)[number];

/** Recorded with an audit, never graded: rates that survive a change of auditor. */
export interface Fact extends Titled {
  question: string;
  type: FactType;
  /** For `several` alone. */
  choices?: Titled[];
  /** The agency that records it. */
  owner: string;
  /** What it is recorded for. */
  use: string;
  /** Key of the sweep field that this fact answers, so that it is asked once. */
  setsProfile?: string;
  /** Not asked unless this holds. */
  askedWhen?: Condition;
  /** Key of the count that this count cannot exceed; another agency may record that one. */
  atMost?: string;
  /** Words the question speaks of: a prompt to look for, never a verdict. */
  phrases?: string[];
}

/** Of the audits where `base` holds, or of all audits, those where `meets` holds too. */
export interface ShareRule {
  kind: 'share';
  base?: Condition;
  meets: Condition;
}

/** The sum of one counted fact over the sum of another. */
export interface RatioRule {
  kind: 'ratio';
  numerator: string;
  denominator: string;
}

/** The mean of the answers to one question of a contribution. */
export interface MeanRule {
  kind: 'mean';
  item: string;
}

export interface Indicator<Rule = ShareRule | RatioRule> extends Titled {
  /** What asks for it: a finding or a measure of the action plan. */
  measure: string;
  rule: Rule;
}

/** The best overall grade that is left once agreed grades meet `when`. */
export interface Cap {
  key: string;
  when:
    | { countOf: 'critical'; atOrBelow: string; atLeast: number }
    | { domain: string; atOrBelow: string };
  /** Key of a grade. */
  ceiling: string;
  because: string;
}

export interface FrameworkDefinition {
  /** Key of what is audited: ehc-plan, health-advice, social-care-advice. */
  kind: string;
  title: string;
  purpose: string;
  unit: Unit;
  /** One of what is audited, in words: "one EHC plan". */
  unitTitle: string;
  actionPlanRefs: string[];
  agencies: Titled[];
  scale: Scale;
  profileFields: ProfileField[];
  domains: Domain[];
  facts: Fact[];
  indicators: Indicator[];
  caps: Cap[];
  sources: Source[];
  trainingTags: Titled[];
}
