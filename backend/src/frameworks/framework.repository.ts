import { Injectable } from '@nestjs/common';
import {
  contentHash,
  Problem,
  type ContributionSet,
  type FrameworkDefinition,
  type FrameworkStatus,
  type Unit,
} from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { Ids } from '../platform/ids/ids.js';

interface VersionRow {
  id: string;
  number: number;
  status: FrameworkStatus;
  publishedAt: Date;
  /** First day on which new rounds take it. */
  publishedFrom: string;
  retiredAt: Date | null;
}

export interface FrameworkVersion extends VersionRow {
  kind: string;
  hash: string;
  definition: FrameworkDefinition;
}

/** One version in the list of all, with how much there is in it. */
export interface FrameworkVersionOverview extends VersionRow {
  kind: string;
  title: string;
  unit: Unit;
  domains: number;
  criteria: number;
}

/** A draft is its editors' alone; everyone reads what is or was in use. */
const READABLE = `v.status IN ('published', 'retired')`;
const VERSION = `v.id, v.number, v.status, v.published_at AS "publishedAt", v.published_from::text AS "publishedFrom",
                 v.retired_at AS "retiredAt"`;

/** All SQL about frameworks, their versions and contribution sets. */
@Injectable()
export class FrameworkRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async hasAny(manager: EntityManager): Promise<boolean> {
    const rows: unknown[] = await manager.query(`SELECT FROM frameworks LIMIT 1`);
    return rows.length > 0;
  }

  /** Every version: kinds in the order in which they were made, the newest version first. */
  overview(): Promise<FrameworkVersionOverview[]> {
    return this.dataSource.query(`
      SELECT f.kind, f.title, ${VERSION}, v.definition ->> 'unit' AS unit,
             jsonb_array_length(v.definition -> 'domains') AS domains,
             jsonb_array_length(jsonb_path_query_array(v.definition, '$.domains[*].criteria[*]')) AS criteria
        FROM frameworks f JOIN framework_versions v ON v.framework_id = f.id
       WHERE ${READABLE} ORDER BY f.id, v.number DESC`);
  }

  /** @throws Problem not-found */
  async version(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<FrameworkVersion> {
    const [found]: FrameworkVersion[] = await manager.query(
      `SELECT f.kind, ${VERSION}, v.hash, v.definition
         FROM framework_versions v JOIN frameworks f ON f.id = v.framework_id WHERE v.id = $1 AND ${READABLE}`,
      [id],
    );
    if (!found) throw Problem.notFound('This framework');
    return found;
  }

  /**
   * A new kind with its first version, published at once.
   *
   * @returns the version's key; null when the kind is there already, even if only just
   */
  async addPublished(
    manager: EntityManager,
    definition: FrameworkDefinition,
  ): Promise<string | null> {
    const made: { id: string }[] = await manager.query(
      `INSERT INTO frameworks (id, kind, title) VALUES ($1, $2, $3) ON CONFLICT (kind) DO NOTHING RETURNING id`,
      [this.ids.next(), definition.kind, definition.title],
    );
    if (made[0] === undefined) return null;
    const id = this.ids.next();
    await manager.query(
      `INSERT INTO framework_versions (id, framework_id, number, status, definition, hash, published_at, published_from)
       VALUES ($1, $2, 1, 'published', $3, $4, $5, ($5::timestamptz AT TIME ZONE 'Europe/London')::date)`,
      [id, made[0].id, JSON.stringify(definition), contentHash(definition), this.clock.now()],
    );
    return id;
  }

  /**
   * What a version or a draft says, for people who may read drafts.
   *
   * @throws Problem not-found
   */
  async definitionOf(id: string): Promise<FrameworkDefinition> {
    const [found]: { definition: FrameworkDefinition }[] = await this.dataSource.query(
      `SELECT definition FROM framework_versions WHERE id = $1`,
      [id],
    );
    if (!found) throw Problem.notFound('This framework');
    return found.definition;
  }

  /** What the published and retired versions of a kind say, the newest last. */
  async definitionsOf(manager: EntityManager, kind: string): Promise<FrameworkDefinition[]> {
    const rows: { definition: FrameworkDefinition }[] = await manager.query(
      `SELECT v.definition FROM framework_versions v JOIN frameworks f ON f.id = v.framework_id
        WHERE f.kind = $1 AND ${READABLE} ORDER BY v.number`,
      [kind],
    );
    return rows.map(({ definition }) => definition);
  }

  /** @throws Problem not-found, or rule-broken when it is not in use */
  async retire(manager: EntityManager, id: string): Promise<{ kind: string; number: number }> {
    const [found]: { kind: string; number: number; status: FrameworkStatus }[] =
      await manager.query(
        `SELECT f.kind, v.number, v.status FROM framework_versions v JOIN frameworks f ON f.id = v.framework_id
          WHERE v.id = $1 AND ${READABLE} FOR NO KEY UPDATE OF v`,
        [id],
      );
    if (!found) throw Problem.notFound('This framework');
    if (found.status === 'retired')
      throw new Problem('rule-broken', 'This version has been retired already.');
    await manager.query(
      `UPDATE framework_versions SET status = 'retired', retired_at = $2 WHERE id = $1`,
      [id, this.clock.now()],
    );
    return { kind: found.kind, number: found.number };
  }

  /** The first version of a contribution set; its key, or null when it is there already. */
  async addContributionSet(manager: EntityManager, set: ContributionSet): Promise<string | null> {
    const made: { id: string }[] = await manager.query(
      `INSERT INTO contribution_sets (id, kind, number, definition, hash, published_at)
       VALUES ($1, $2, 1, $3, $4, $5) ON CONFLICT (kind, number) DO NOTHING RETURNING id`,
      [this.ids.next(), set.kind, JSON.stringify(set), contentHash(set), this.clock.now()],
    );
    return made[0]?.id ?? null;
  }
}
