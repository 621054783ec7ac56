import { ageOn, phaseOn, yearGroupOn, type Phase, type RegisterPlan } from '@app/shared/domain';

/** A plan as the table holds it. */
export interface StoredPlan extends RegisterPlan {
  id: string;
  asAtOn: string;
  changedAt: Date;
  version: number;
}

/** A plan as people read it: year group and age have moved on to the day they ask. */
export interface PlanView extends Omit<StoredPlan, 'changedAt'> {
  phase: Phase;
  changedAt: string;
}

/** The columns of the register, in plans and in rows that wait, under the names of the domain. Days leave as text. */
export function planColumns(alias: string): string {
  const day = (column: string, name: string) => `${alias}.${column}::text AS "${name}"`;
  return [
    `${alias}.plan_ref AS "planRef"`,
    `${alias}.local_authority AS "localAuthority"`,
    `${alias}.year_group AS "yearGroup"`,
    `${alias}.age`,
    `${alias}.primary_need AS "primaryNeed"`,
    `${alias}.setting_type AS "settingType"`,
    `${alias}.social_care_status AS "socialCareStatus"`,
    `${alias}.has_learning_disability AS "hasLearningDisability"`,
    day('first_issued_on', 'firstIssuedOn'),
    day('latest_issued_on', 'latestIssuedOn'),
    day('last_review_on', 'lastReviewOn'),
    `${alias}.is_transferred_in AS "isTransferredIn"`,
    `${alias}.is_tribunal_ordered AS "isTribunalOrdered"`,
    `${alias}.team`,
    `${alias}.officer_ref AS "officerRef"`,
    day('ceased_on', 'ceasedOn'),
  ].join(', ');
}

export const STORED_PLAN = `p.id, ${planColumns('p')}, p.as_at_on::text AS "asAtOn", p.changed_at AS "changedAt", p.version`;

/** @param today YYYY-MM-DD */
export function viewOf(plan: StoredPlan, today: string): PlanView {
  return {
    ...plan,
    yearGroup: yearGroupOn(plan, today),
    age: ageOn(plan, today),
    phase: phaseOn(plan, today),
    changedAt: plan.changedAt.toISOString(),
  };
}
