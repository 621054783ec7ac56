import { Injectable } from '@nestjs/common';
import {
  Problem,
  type NeedFilter,
  type PlanSort,
  type PlanState,
  type SortDirection,
} from '@app/shared/domain';
import { DataSource } from 'typeorm';
import type { Access } from '../accounts/index.js';
import { STORED_PLAN, viewOf, type PlanView, type StoredPlan } from './plan-rows.js';

export interface PlanSearch {
  ref?: string;
  team?: string;
  authority?: string;
  year?: number;
  need?: NeedFilter;
  setting?: string;
  care?: string;
  state?: PlanState;
  sort?: PlanSort;
  direction?: SortDirection;
}

/** The year group on the day that is the statement's first value. */
const YEAR_GROUP = `p.year_group + school_year($1::date) - school_year(p.as_at_on)`;

const orders: Record<PlanSort, string> = {
  ref: 'p.plan_ref',
  'year-group': `coalesce(${YEAR_GROUP}, p.age - 4 + school_year($1::date) - school_year(p.as_at_on))`,
  'first-issued': 'p.first_issued_on',
  'latest-issued': 'p.latest_issued_on',
  'last-review': 'p.last_review_on',
};

/** All SQL that reads plans. Each read of plans is told who asks, and gives nothing to anyone else. */
@Injectable()
export class PlanRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param today YYYY-MM-DD */
  async page(
    access: Access,
    today: string,
    search: PlanSearch,
    page: number,
    size: number,
  ): Promise<{ plans: PlanView[]; total: number }> {
    const { where, values } = condition(access, today, search);
    const direction = search.direction === 'down' ? 'DESC' : 'ASC';
    const order = `${orders[search.sort ?? 'ref']} ${direction} NULLS LAST, p.plan_ref`;
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::integer AS total FROM plans p WHERE ${where}`,
      values,
    );
    const plans: StoredPlan[] = await this.dataSource.query(
      `SELECT ${STORED_PLAN} FROM plans p WHERE ${where}
        ORDER BY ${order} LIMIT ${size} OFFSET ${(page - 1) * size}`,
      values,
    );
    return { plans: plans.map((plan) => viewOf(plan, today)), total: count?.total ?? 0 };
  }

  /** @throws Problem not-found, also where the person may not see the plan */
  async view(access: Access, today: string, id: string): Promise<PlanView> {
    const [plan]: StoredPlan[] = await this.dataSource.query(
      `SELECT ${STORED_PLAN} FROM plans p WHERE p.id = $1 AND ${scopeOf(access)}`,
      [id],
    );
    if (!plan) throw Problem.notFound('This plan');
    return viewOf(plan, today);
  }

  /** The teams and authorities by which the list can be narrowed. */
  async groups(access: Access): Promise<{ teams: string[]; authorities: string[] }> {
    const [groups]: { teams: string[] | null; authorities: string[] | null }[] =
      await this.dataSource.query(
        `SELECT array_agg(DISTINCT p.team) FILTER (WHERE p.team IS NOT NULL) AS teams,
                array_agg(DISTINCT p.local_authority) AS authorities
           FROM plans p WHERE ${scopeOf(access)}`,
      );
    return { teams: groups?.teams ?? [], authorities: groups?.authorities ?? [] };
  }
}

/** Which plans a person may read: whoever may read the register reads all of it, anyone else none. */
export function scopeOf({ permission }: Access): string {
  return permission === 'allow' ? 'true' : 'false';
}

function condition(
  access: Access,
  today: string,
  search: PlanSearch,
): { where: string; values: unknown[] } {
  const values: unknown[] = [today];
  // The day is used by few conditions, and a value that is used by none has no type.
  const parts = [scopeOf(access), '$1::date IS NOT NULL'];
  const add = (text: string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    parts.push(text.replace('?', `$${values.length}`));
  };
  add('p.plan_ref = ?', search.ref?.trim().normalize('NFC'));
  add('p.team = ?', search.team);
  add('p.local_authority = ?', search.authority);
  add(`${YEAR_GROUP} = ?`, search.year);
  add('p.setting_type = ?', search.setting);
  add('p.social_care_status = ?', search.care);
  if (search.need === 'unknown') parts.push('p.primary_need IS NULL');
  else add('p.primary_need = ?', search.need);
  if (search.state === 'ceased') parts.push('p.ceased_on IS NOT NULL');
  else if (search.state !== 'all') parts.push('p.ceased_on IS NULL');
  return { where: parts.join(' AND '), values };
}
