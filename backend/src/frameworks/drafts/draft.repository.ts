import { Injectable } from '@nestjs/common';
import {
  contentHash,
  Problem,
  type FrameworkDefinition,
  type FrameworkStatus,
  type Unit,
} from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { Ids } from '../../platform/ids/ids.js';

export interface StoredDraft {
  id: string;
  kind: string;
  title: string;
  unit: Unit;
  number: number;
  status: FrameworkStatus;
  basedOn: { id: string; number: number } | null;
  version: number;
  editedAt: Date;
  editedBy: string;
  closesOn: string | null;
  domains: number;
  criteria: number;
  comments: number;
}

export interface WholeDraft extends StoredDraft {
  definition: FrameworkDefinition;
}

export interface StoredComment {
  id: string;
  criterion: string | null;
  text: string;
  writtenBy: string;
  writtenAt: Date;
}

export interface Named {
  id: string;
  fullName: string;
}

const SUMMARY = `
  v.id, f.kind, v.definition ->> 'title' AS title, v.definition ->> 'unit' AS unit, v.number, v.status, v.version,
         CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'number', b.number) END AS "basedOn",
         v.edited_at AS "editedAt", e.full_name AS "editedBy", v.consultation_closes_on::text AS "closesOn",
         jsonb_array_length(v.definition -> 'domains') AS domains,
         jsonb_array_length(jsonb_path_query_array(v.definition, '$.domains[*].criteria[*]')) AS criteria,
         (SELECT count(*)::integer FROM framework_comments c WHERE c.framework_version_id = v.id) AS comments`;
const DRAFTS = `
    FROM framework_versions v JOIN frameworks f ON f.id = v.framework_id JOIN accounts e ON e.id = v.edited_by
    LEFT JOIN framework_versions b ON b.id = v.based_on`;
const IS_DRAFT = `v.status IN ('draft', 'consultation')`;
/** A person with a record of their own here was named as a reviewer. */
const MAY_READ = `($1::uuid IS NULL OR (v.status = 'consultation'
  AND EXISTS (SELECT FROM framework_reviewers r WHERE r.framework_version_id = v.id AND r.account_id = $1)))`;

/** Whose drafts a person reads: null for all of them. */
const scopeOf = ({ permission, account }: Access) => (permission === 'own' ? account.id : null);

/** All SQL about drafts, their reviewers and what these say. */
@Injectable()
export class DraftRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: Ids,
  ) {}

  list(): Promise<StoredDraft[]> {
    return this.dataSource.query(`SELECT ${SUMMARY} ${DRAFTS} WHERE ${IS_DRAFT} ORDER BY f.id`);
  }

  /** Those that a person is asked about, whatever else they may do. */
  listOfReviewer({ account }: Access): Promise<StoredDraft[]> {
    return this.dataSource.query(`SELECT ${SUMMARY} ${DRAFTS} WHERE ${MAY_READ} ORDER BY f.id`, [
      account.id,
    ]);
  }

  /** @throws Problem not-found */
  async find(
    access: Access,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<WholeDraft> {
    const [found]: WholeDraft[] = await manager.query(
      `SELECT ${SUMMARY}, v.definition ${DRAFTS} WHERE ${MAY_READ} AND v.id = $2 AND ${IS_DRAFT}`,
      [scopeOf(access), id],
    );
    if (!found) throw Problem.notFound('This draft');
    return found;
  }

  /**
   * The draft, locked until the transaction ends, for a person who saw it.
   *
   * @param version the version they saw; left out: whatever it is
   * @throws Problem not-found, or stale-version when it was changed since
   */
  async lock(access: Access, manager: EntityManager, id: string, version?: number) {
    await manager.query(`SELECT FROM framework_versions WHERE id = $1 FOR NO KEY UPDATE`, [id]);
    const found = await this.find(access, id, manager);
    if (version !== undefined && found.version !== version) throw Problem.stale('this draft');
    return found;
  }

  comments(id: string): Promise<StoredComment[]> {
    return this.dataSource.query(
      `SELECT c.id, c.criterion, c.text, a.full_name AS "writtenBy", c.written_at AS "writtenAt"
         FROM framework_comments c JOIN accounts a ON a.id = c.written_by
        WHERE c.framework_version_id = $1 ORDER BY c.written_at, c.id`,
      [id],
    );
  }

  reviewers(id: string): Promise<Named[]> {
    return this.dataSource.query(
      `SELECT a.id, a.full_name AS "fullName" FROM framework_reviewers r JOIN accounts a ON a.id = r.account_id
        WHERE r.framework_version_id = $1 ORDER BY lower(a.full_name), a.id`,
      [id],
    );
  }

  /**
   * A draft with the next number of its kind, which is made if it is new.
   *
   * @throws Problem already-taken when the kind has a draft
   */
  async insert(
    manager: EntityManager,
    draft: { definition: FrameworkDefinition; basedOn: string | null; by: string; at: Date },
  ): Promise<{ id: string; number: number }> {
    const { definition, basedOn, by, at } = draft;
    await manager.query(
      `INSERT INTO frameworks (id, kind, title) VALUES ($1, $2, $3) ON CONFLICT (kind) DO NOTHING`,
      [this.ids.next(), definition.kind, definition.title],
    );
    // Whoever else starts a draft of this kind waits here, so that numbers and drafts stay single.
    const [kind]: { id: string }[] = await manager.query(
      `SELECT id FROM frameworks WHERE kind = $1 FOR NO KEY UPDATE`,
      [definition.kind],
    );
    const [has]: { number: number; drafts: number }[] = await manager.query(
      `SELECT coalesce(max(number), 0) + 1 AS number, count(*) FILTER (WHERE ${IS_DRAFT})::integer AS drafts
         FROM framework_versions v WHERE framework_id = $1`,
      [kind?.id],
    );
    if (!has || has.drafts > 0) throw twoDrafts();
    const id = this.ids.next();
    await manager.query(
      `INSERT INTO framework_versions (id, framework_id, number, status, definition, hash, based_on, edited_by, edited_at)
       VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, $8)`,
      [
        ...[id, kind?.id, has.number, JSON.stringify(definition), contentHash(definition)],
        ...[basedOn, by, at],
      ],
    );
    return { id, number: has.number };
  }

  async save(
    manager: EntityManager,
    id: string,
    definition: FrameworkDefinition,
    { by, at }: { by: string; at: Date },
  ): Promise<void> {
    await manager.query(
      `UPDATE framework_versions SET definition = $2, hash = $3, edited_by = $4, edited_at = $5, version = version + 1
        WHERE id = $1`,
      [id, JSON.stringify(definition), contentHash(definition), by, at],
    );
  }

  async discard(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`DELETE FROM framework_versions WHERE id = $1`, [id]);
  }

  /** Opens a consultation with the people named, in the place of those named before. */
  async consult(
    manager: EntityManager,
    id: string,
    asked: { reviewerIds: readonly string[]; closesOn: string; by: string; at: Date },
  ): Promise<void> {
    await manager.query(`DELETE FROM framework_reviewers WHERE framework_version_id = $1`, [id]);
    await manager.query(
      `INSERT INTO framework_reviewers (framework_version_id, account_id, named_by, named_at)
       SELECT $1, unnest($2::uuid[]), $3, $4`,
      [id, asked.reviewerIds, asked.by, asked.at],
    );
    await manager.query(
      `UPDATE framework_versions SET status = 'consultation', consultation_closes_on = $2, version = version + 1 WHERE id = $1`,
      [id, asked.closesOn],
    );
  }

  async returnToEditing(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `UPDATE framework_versions SET status = 'draft', version = version + 1 WHERE id = $1`,
      [id],
    );
  }

  async comment(
    manager: EntityManager,
    comment: { draftId: string; criterion: string | null; text: string; by: string; at: Date },
  ): Promise<string> {
    const id = this.ids.next();
    const { draftId, criterion, text, by, at } = comment;
    await manager.query(
      `INSERT INTO framework_comments (id, framework_version_id, criterion, text, written_by, written_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, draftId, criterion, text, by, at],
    );
    return id;
  }

  async publish(
    manager: EntityManager,
    { id, kind, title }: Pick<StoredDraft, 'id' | 'kind' | 'title'>,
    { from, at }: { from: string; at: Date },
  ): Promise<void> {
    await manager.query(
      `UPDATE framework_versions SET status = 'published', published_from = $2, published_at = $3, version = version + 1
        WHERE id = $1`,
      [id, from, at],
    );
    await manager.query(`UPDATE frameworks SET title = $2 WHERE kind = $1`, [kind, title]);
  }
}

function twoDrafts(): Problem {
  return new Problem(
    'already-taken',
    'This framework has a draft already. Go on with that one, or discard it first.',
  );
}
