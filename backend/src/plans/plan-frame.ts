import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Access } from '../accounts/index.js';
import { STORED_PLAN, type StoredPlan } from './plan-rows.js';
import { scopeOf } from './plan.repository.js';
import { RegisterRepository } from './registers/register.repository.js';

/** The register as samples are drawn from it. */
@Injectable()
export class PlanFrame {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registers: RegisterRepository,
  ) {}

  /** Every plan in force, and the day for which the register that was confirmed last spoke; null before the first. */
  async inForce(
    access: Access,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ asAtOn: string | null; plans: StoredPlan[] }> {
    const plans: StoredPlan[] = await manager.query(
      `SELECT ${STORED_PLAN} FROM plans p WHERE p.ceased_on IS NULL AND ${scopeOf(access)} ORDER BY p.plan_ref`,
    );
    return { asAtOn: await this.registers.latestAsAt(manager), plans };
  }

  /** Which of some plans the register has since said to have ceased. */
  async ceasedAmong(
    access: Access,
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Set<string>> {
    const rows: { id: string }[] = await manager.query(
      `SELECT p.id FROM plans p WHERE p.id = ANY ($1) AND p.ceased_on IS NOT NULL AND ${scopeOf(access)}`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
