import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/**
 * The secret behind each round, which is its year's: for what chance decides after the draw. It must
 * never reach an answer, a log or the trail.
 */
@Injectable()
export class RoundSeeds {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns by the key of the round */
  async of(
    roundIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, string>> {
    const rows: { id: string; seed: string }[] = await manager.query(
      `SELECT r.id, p.seed FROM audit_rounds r JOIN programmes p ON p.id = r.programme_id WHERE r.id = ANY ($1)`,
      [roundIds],
    );
    return new Map(rows.map(({ id, seed }) => [id, seed]));
  }
}
