import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** What taking in a register does to plans; new, changed and unchanged add up to its ready rows. */
export interface Outcome {
  new: number;
  changed: number;
  unchanged: number;
  absent: number;
}

/** What the register says of a plan, but for its reference and the day. */
const FACTS = [
  'local_authority',
  'year_group',
  'age',
  'primary_need',
  'setting_type',
  'social_care_status',
  'has_learning_disability',
  'first_issued_on',
  'latest_issued_on',
  'last_review_on',
  'is_transferred_in',
  'is_tribunal_ordered',
  'team',
  'officer_ref',
  'ceased_on',
] as const;

/** Move on with each 1 September, so a plan is unchanged when the file says what they are by then. */
const MOVING: readonly string[] = ['year_group', 'age'];

/**
 * Whether a row says something else than a plan there.
 *
 * @param row what the row's columns are called
 * @param plan what the plan's columns are called
 * @param asAt the day for which the row speaks
 */
function differs(row: string, plan: string, asAt: string): string {
  const now = FACTS.map((fact) => `${row}.${fact}`);
  const then = FACTS.map((fact) =>
    MOVING.includes(fact)
      ? `${plan}.${fact} + school_year(${asAt}) - school_year(${plan}.as_at_on)`
      : `${plan}.${fact}`,
  );
  return `(${now.join(', ')}) IS DISTINCT FROM (${then.join(', ')})`;
}

/** Plans in force that a register does not have, not even in a row that was kept out, unless one was kept for this day already. */
const ABSENT = `
  FROM plans p, plan_registers g
 WHERE g.id = $1 AND p.ceased_on IS NULL
   AND NOT EXISTS (SELECT FROM plan_register_rows r WHERE r.register_id = g.id AND r.plan_ref = p.plan_ref)
   AND NOT EXISTS (SELECT FROM plan_register_absences a JOIN plan_registers k ON k.id = a.register_id
                    WHERE a.plan_id = p.id AND a.decision = 'keep' AND k.as_at_on >= g.as_at_on)`;

/** The SQL that compares an upload with the plans there and takes it in, a whole register in each statement. */
@Injectable()
export class IntakeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What confirming a waiting upload would do. */
  async outcome(id: string, manager: EntityManager = this.dataSource.manager): Promise<Outcome> {
    const [compared]: Omit<Outcome, 'absent'>[] = await manager.query(
      `SELECT count(*) FILTER (WHERE p.id IS NULL)::integer AS new,
              count(*) FILTER (WHERE p.id IS NOT NULL AND ${differs('r', 'p', 'g.as_at_on')})::integer AS changed,
              count(*) FILTER (WHERE p.id IS NOT NULL AND NOT (${differs('r', 'p', 'g.as_at_on')}))::integer AS unchanged
         FROM plan_registers g JOIN plan_register_rows r ON r.register_id = g.id
         LEFT JOIN plans p ON p.plan_ref = r.plan_ref
        WHERE g.id = $1 AND r.plan_id IS NOT NULL`,
      [id],
    );
    const [absent]: { count: number }[] = await manager.query(
      `SELECT count(*)::integer AS count ${ABSENT}`,
      [id],
    );
    return {
      new: compared?.new ?? 0,
      changed: compared?.changed ?? 0,
      unchanged: compared?.unchanged ?? 0,
      absent: absent?.count ?? 0,
    };
  }

  /** Makes and changes plans from the ready rows of an upload; unchanged plans are not written. */
  async takeIn(manager: EntityManager, id: string, at: Date): Promise<void> {
    const set = [...FACTS, 'as_at_on', 'changed_at'].map((name) => `${name} = excluded.${name}`);
    await manager.query(
      `INSERT INTO plans AS p (id, plan_ref, ${FACTS.join(', ')}, as_at_on, made_at, changed_at)
       SELECT r.plan_id, r.plan_ref, ${FACTS.map((fact) => `r.${fact}`).join(', ')}, g.as_at_on, $2::timestamptz, $2
         FROM plan_registers g JOIN plan_register_rows r ON r.register_id = g.id
        WHERE g.id = $1 AND r.plan_id IS NOT NULL
       ON CONFLICT ON CONSTRAINT plans_plan_ref_uq DO UPDATE SET ${set.join(', ')}, version = p.version + 1
        WHERE ${differs('excluded', 'p', 'excluded.as_at_on')}`,
      [id, at],
    );
  }

  /** Lists the plans the register does not have; what was left undecided before is asked anew with this one. */
  async noteAbsent(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`DELETE FROM plan_register_absences WHERE decision IS NULL`);
    await manager.query(
      `INSERT INTO plan_register_absences (register_id, plan_id) SELECT g.id, p.id ${ABSENT}`,
      [id],
    );
  }
}
