import { Injectable } from '@nestjs/common';
import type { AbsenceDecision } from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { STORED_PLAN, viewOf, type PlanView, type StoredPlan } from '../plan-rows.js';

export interface AbsentPlan extends PlanView {
  decision: AbsenceDecision | null;
}

/** All SQL about plans that a confirmed register did not have. */
@Injectable()
export class AbsenceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Undecided plans first, then by reference. */
  async page(
    registerId: string,
    today: string,
    page: number,
    size: number,
  ): Promise<{ plans: AbsentPlan[]; total: number; undecided: number }> {
    const counts = await this.counts(registerId);
    const rows: (StoredPlan & { decision: AbsenceDecision | null })[] = await this.dataSource.query(
      `SELECT ${STORED_PLAN}, a.decision
         FROM plan_register_absences a JOIN plans p ON p.id = a.plan_id
        WHERE a.register_id = $1
        ORDER BY a.decision NULLS FIRST, p.plan_ref LIMIT ${size} OFFSET ${(page - 1) * size}`,
      [registerId],
    );
    const plans = rows.map(({ decision, ...plan }) => ({ ...viewOf(plan, today), decision }));
    return { plans, ...counts };
  }

  async counts(
    registerId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ total: number; undecided: number }> {
    const [counts]: { total: number; undecided: number }[] = await manager.query(
      `SELECT count(*)::integer AS total, count(*) FILTER (WHERE decision IS NULL)::integer AS undecided
         FROM plan_register_absences WHERE register_id = $1`,
      [registerId],
    );
    return counts ?? { total: 0, undecided: 0 };
  }

  /** Absent plans on which nobody has decided, in the whole register. */
  async undecided(): Promise<{ registerId: string; count: number } | null> {
    const [row]: { registerId: string; count: number }[] = await this.dataSource.query(
      `SELECT register_id AS "registerId", count(*)::integer AS count
         FROM plan_register_absences WHERE decision IS NULL GROUP BY register_id LIMIT 1`,
    );
    return row ?? null;
  }

  /** The plans of these that are absent and undecided, locked with the versions they have now. */
  lock(
    manager: EntityManager,
    registerId: string,
    planIds: readonly string[],
  ): Promise<{ planId: string; version: number }[]> {
    return manager.query(
      `SELECT p.id AS "planId", p.version
         FROM plan_register_absences a JOIN plans p ON p.id = a.plan_id
        WHERE a.register_id = $1 AND a.plan_id = ANY ($2) AND a.decision IS NULL
        ORDER BY p.id FOR NO KEY UPDATE`,
      [registerId, planIds],
    );
  }

  async settle(
    manager: EntityManager,
    registerId: string,
    planIds: readonly string[],
    decided: { decision: AbsenceDecision; by: string; at: Date },
  ): Promise<void> {
    await manager.query(
      `UPDATE plan_register_absences SET decision = $3, decided_by = $4, decided_at = $5
        WHERE register_id = $1 AND plan_id = ANY ($2)`,
      [registerId, planIds, decided.decision, decided.by, decided.at],
    );
    if (decided.decision === 'keep') return;
    // A plan ceases here on the day for which the register spoke, the first on which it was not there.
    await manager.query(
      `UPDATE plans p SET ceased_on = g.as_at_on, changed_at = $3, version = p.version + 1
         FROM plan_registers g WHERE g.id = $1 AND p.id = ANY ($2)`,
      [registerId, planIds, decided.at],
    );
  }
}
