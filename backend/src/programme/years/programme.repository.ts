import { Injectable } from '@nestjs/common';
import { Problem } from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';

/** A programme year. The seed is null until drawing is finished, whoever reads it. */
export interface StoredProgramme {
  id: string;
  year: string;
  openedAt: Date;
  seedCommitment: string;
  seed: string | null;
  drawingFinishedOn: string | null;
  version: number;
}

const PROGRAMME = `
  SELECT p.id, p.year, p.opened_at AS "openedAt", p.seed_commitment AS "seedCommitment",
         CASE WHEN p.drawing_finished_on IS NOT NULL THEN p.seed END AS seed,
         p.drawing_finished_on::text AS "drawingFinishedOn", p.version
    FROM programmes p`;

/** All SQL about programme years. */
@Injectable()
export class ProgrammeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest year first. */
  list(): Promise<StoredProgramme[]> {
    return this.dataSource.query(`${PROGRAMME} ORDER BY p.year DESC`);
  }

  /** @throws Problem not-found */
  async find(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StoredProgramme> {
    const [found]: StoredProgramme[] = await manager.query(`${PROGRAMME} WHERE p.id = $1`, [id]);
    if (!found) throw Problem.notFound('This programme year');
    return found;
  }

  /** The programme year, or null when it has not been opened; locked, so that its rounds are numbered and drawn one by one. */
  async lockYear(manager: EntityManager, year: string): Promise<StoredProgramme | null> {
    const [found]: StoredProgramme[] = await manager.query(
      `${PROGRAMME} WHERE p.year = $1 FOR NO KEY UPDATE`,
      [year],
    );
    return found ?? null;
  }

  /**
   * @param version the version the person saw
   * @throws Problem not-found, or stale-version when it was changed since
   */
  async lock(manager: EntityManager, id: string, version?: number): Promise<StoredProgramme> {
    await manager.query(`SELECT FROM programmes WHERE id = $1 FOR NO KEY UPDATE`, [id]);
    const found = await this.find(id, manager);
    if (version !== undefined && found.version !== version)
      throw Problem.stale('this programme year');
    return found;
  }

  /** The secret itself, for drawing and verifying. It must never reach an answer, a log or the trail. */
  async secretSeedOf(manager: EntityManager, id: string): Promise<string> {
    const [row]: { seed: string }[] = await manager.query(
      `SELECT seed FROM programmes WHERE id = $1`,
      [id],
    );
    if (!row) throw Problem.notFound('This programme year');
    return row.seed;
  }

  async insert(
    manager: EntityManager,
    programme: {
      id: string;
      year: string;
      seed: string;
      seedCommitment: string;
      openedBy: string;
      openedAt: Date;
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO programmes (id, year, seed, seed_commitment, opened_by, opened_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        ...[programme.id, programme.year, programme.seed, programme.seedCommitment],
        ...[programme.openedBy, programme.openedAt],
      ],
    );
  }

  /** @param day YYYY-MM-DD */
  async finishDrawing(manager: EntityManager, id: string, day: string): Promise<void> {
    await manager.query(
      `UPDATE programmes SET drawing_finished_on = $2, version = version + 1 WHERE id = $1`,
      [id, day],
    );
  }
}
