import { Injectable } from '@nestjs/common';
import type { ChainLink, SealedContent } from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';

export interface TrailSearch {
  /** First instant wanted. */
  from?: Date;
  /** First instant no longer wanted. */
  before?: Date;
  act?: string;
  /** Who acted, or whose record was acted on. */
  accountId?: string;
}

export interface TrailRow {
  id: string;
  happened_at: Date;
  act: string;
  actor_id: string | null;
  subject_type: string | null;
  subject_id: string | null;
  details: Record<string, unknown>;
  is_sealed: boolean;
}

interface SealRow extends Partial<SealedRow> {
  sequence: string;
  entry_id: string;
  previous_hash: string;
  sealed_text: string;
  hash: string;
}

interface SealedRow {
  id: string;
  happened_text: string;
  act: string;
  actor_id: string | null;
  subject_type: string | null;
  subject_id: string | null;
  details_text: string;
  correlation_id: string | null;
}

/** An instant as the text that seals cover: UTC with microseconds. */
const instantText = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const SEALED_COLUMNS = `e.id, e.act, e.actor_id, e.subject_type, e.subject_id, e.correlation_id,
  ${instantText('e.happened_at')} AS happened_text,
  e.details::text AS details_text`;

/** All SQL of the trail. */
@Injectable()
export class TrailRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One page, newest first, with the number of entries in all. */
  async page(
    search: TrailSearch,
    page: number,
    size: number,
  ): Promise<{ rows: TrailRow[]; total: number }> {
    const { where, values } = condition(search);
    const [count]: { total: string }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM trail_entries e ${where}`,
      values,
    );
    const rows: TrailRow[] = await this.dataSource.query(
      `SELECT e.id, e.happened_at, e.act, e.actor_id, e.subject_type, e.subject_id, e.details,
              s.sequence IS NOT NULL AS is_sealed
         FROM trail_entries e LEFT JOIN trail_seals s ON s.entry_id = e.id
         ${where} ORDER BY e.happened_at DESC, e.id DESC
        LIMIT ${size} OFFSET ${(page - 1) * size}`,
      values,
    );
    return { rows, total: Number(count?.total ?? 0) };
  }

  async acts(): Promise<string[]> {
    const rows: { act: string }[] = await this.dataSource.query(
      `SELECT DISTINCT act FROM trail_entries ORDER BY act`,
    );
    return rows.map((row) => row.act);
  }

  async lastSeal(manager: EntityManager): Promise<{ sequence: number; hash: string } | null> {
    const [row]: { sequence: string; hash: string }[] = await manager.query(
      `SELECT sequence, hash FROM trail_seals ORDER BY sequence DESC LIMIT 1`,
    );
    return row ? { sequence: Number(row.sequence), hash: row.hash } : null;
  }

  async waitingForSeal(manager: EntityManager, most: number): Promise<SealedContent[]> {
    const rows: SealedRow[] = await manager.query(
      `SELECT ${SEALED_COLUMNS} FROM trail_unsealed u JOIN trail_entries e ON e.id = u.entry_id
        ORDER BY e.happened_at, e.id LIMIT ${most}`,
    );
    return rows.map(contentOf);
  }

  async unsealedCount(): Promise<number> {
    const [row]: { count: string }[] = await this.dataSource.query(
      `SELECT count(*) FROM trail_entries e WHERE NOT EXISTS (SELECT FROM trail_seals s WHERE s.entry_id = e.id)`,
    );
    return Number(row?.count ?? 0);
  }

  /** Entries put in past the trigger that makes each one wait for its seal. */
  async neverToBeSealed(most: number): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT e.id FROM trail_entries e
        WHERE NOT EXISTS (SELECT FROM trail_seals s WHERE s.entry_id = e.id)
          AND NOT EXISTS (SELECT FROM trail_unsealed u WHERE u.entry_id = e.id)
        ORDER BY e.id LIMIT ${most}`,
    );
    return rows.map((row) => row.id);
  }

  /** The links of the chain after a place in it, in order. */
  async chainAfter(sequence: number, most: number): Promise<ChainLink[]> {
    const rows: SealRow[] = await this.dataSource.query(
      `SELECT s.sequence, s.entry_id, s.previous_hash, s.hash,
              ${instantText('s.sealed_at')} AS sealed_text, ${SEALED_COLUMNS}
         FROM trail_seals s LEFT JOIN trail_entries e ON e.id = s.entry_id
        WHERE s.sequence > $1 ORDER BY s.sequence LIMIT ${most}`,
      [sequence],
    );
    return rows.map((row) => ({
      seal: {
        sequence: Number(row.sequence),
        entryId: row.entry_id,
        previousHash: row.previous_hash,
        sealedAt: row.sealed_text,
        hash: row.hash,
      },
      entry: row.id ? contentOf(row as SealedRow) : null,
    }));
  }
}

function contentOf(row: SealedRow): SealedContent {
  return {
    id: row.id,
    happenedAt: row.happened_text,
    act: row.act,
    actorId: row.actor_id,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    details: row.details_text,
    correlationId: row.correlation_id,
  };
}

function condition(search: TrailSearch): { where: string; values: unknown[] } {
  const parts: [string, unknown][] = [];
  if (search.from) parts.push(['e.happened_at >= ?', search.from]);
  if (search.before) parts.push(['e.happened_at < ?', search.before]);
  if (search.act) parts.push(['e.act = ?', search.act]);
  if (search.accountId)
    parts.push(['(e.actor_id = ?::uuid OR e.subject_id = ?::text)', search.accountId]);
  const texts = parts.map(([text], index) => text.replaceAll('?', `$${index + 1}`));
  return {
    where: texts.length > 0 ? `WHERE ${texts.join(' AND ')}` : '',
    values: parts.map(([, value]) => value),
  };
}
