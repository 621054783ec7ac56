import { Injectable } from '@nestjs/common';
import {
  Problem,
  replyAnswers,
  type FeedbackContent,
  type FeedbackPoint,
  type FeedbackState,
  type FeedbackStateFilter,
  type FeedbackStrength,
  type NamedGrade,
  type NoPointsReason,
  type Reply,
  type ReplyAnswer,
} from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountRepository, type Access, type Officer } from '../accounts/index.js';
import { wordConstraint } from '../platform/database/constraint-problems.js';

wordConstraint('feedback_replies_pk', () => Problem.stale('this reply'));

/** A feedback as it is given, once. */
export interface NewFeedback extends FeedbackContent {
  id: string;
  auditId: string;
  reference: string;
  planRef: string;
  documentTitle: string | null;
  quarter: string;
  frameworkKind: string;
  frameworkTitle: string;
  officerRef: string | null;
  team: string | null;
  closedAt: Date;
}

/** A feedback in a list, as one person meets it. */
export interface ListedFeedback {
  id: string;
  reference: string;
  planRef: string;
  documentTitle: string | null;
  quarter: string;
  team: string | null;
  officerRef: string | null;
  /** Name of the officer, where one has an account. */
  officerName: string | null;
  grade: NamedGrade | null;
  state: FeedbackState;
  pointCount: number;
  answeredCount: number;
  closedAt: Date;
  openedAt: Date | null;
}

export interface StoredFeedback extends ListedFeedback {
  frameworkTitle: string;
  points: FeedbackPoint[];
  noPointsBecause: NoPointsReason | null;
  strengths: FeedbackStrength[];
  /** Whether the person who asks answers its points. */
  mayReply: boolean;
}

export interface StoredReply extends Reply {
  criterion: string;
  version: number;
  repliedBy: string;
  repliedAt: Date;
}

export interface FeedbackSearch {
  state?: FeedbackStateFilter;
  officer?: 'none';
  team?: string;
  quarter?: string;
}

/** What feedback came to: plans with feedback, points given, and how they were answered. */
export interface FeedbackCounts {
  plans: number;
  plansWithPoints: number;
  points: number;
  answered: Record<ReplyAnswer, number>;
  unanswered: number;
}

/**
 * Feedback that a person may read, as the table `visible`: officers that on their own plans, SEND
 * managers and audit leads all. Officers answer theirs; a manager answers where no officer has an
 * account. Whose it is, is found when it is read, so that an account made later finds it.
 */
const VISIBLE = `
  WITH officers AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS o("staffRef" text, "fullName" text)),
  seen AS (
    SELECT p.*, o."fullName" AS officer_name, coalesce(p.officer_ref = $2::text, false) AS is_own
      FROM feedback_progress p LEFT JOIN officers o ON o."staffRef" = p.officer_ref
  ), visible AS (
    SELECT s.*, s.is_own OR ($4::boolean AND s.officer_name IS NULL) AS may_reply
      FROM seen s WHERE s.is_own OR $3::boolean
  )`;

const LISTED = `
  v.id, v.reference, v.plan_ref AS "planRef", v.document_title AS "documentTitle", v.quarter, v.team, v.officer_ref AS "officerRef", v.officer_name AS "officerName",
  v.grade, v.state, v.point_count AS "pointCount", v.answered_count AS "answeredCount", v.closed_at AS "closedAt",
  v.opened_at AS "openedAt"`;

const UNANSWERED = `v.state IN ('not-read', 'read')`;

/** All SQL about feedback and the replies to it. Each read is told who asks. */
@Injectable()
export class FeedbackRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountRepository,
  ) {}

  /** In one statement, because the closing of an audit has few. */
  async insert(manager: EntityManager, feedback: NewFeedback): Promise<void> {
    const { id, auditId, reference, planRef, quarter, officerRef, team, closedAt } = feedback;
    await manager.query(
      `INSERT INTO feedback (id, audit_id, reference, plan_ref, quarter, framework_kind, framework_title, officer_ref,
                             team, grade, points, no_points_because, strengths, closed_at, document_title)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[id, auditId, reference, planRef, quarter],
        ...[feedback.frameworkKind, feedback.frameworkTitle, officerRef, team],
        ...[feedback.grade && JSON.stringify(feedback.grade), JSON.stringify(feedback.points)],
        ...[feedback.noPointsBecause, JSON.stringify(feedback.strengths), closedAt],
        feedback.documentTitle,
      ],
    );
  }

  /** Unanswered first, then the newest. */
  async page(
    access: Access,
    search: FeedbackSearch,
    page: number,
    size: number,
  ): Promise<{ feedback: ListedFeedback[]; total: number }> {
    const { where, values } = condition(await this.scopeOf(access), search);
    const [count]: { total: number }[] = await this.dataSource.query(
      `${VISIBLE} SELECT count(*)::integer AS total FROM visible v WHERE ${where}`,
      values,
    );
    const feedback: ListedFeedback[] = await this.dataSource.query(
      `${VISIBLE} SELECT ${LISTED} FROM visible v WHERE ${where}
        ORDER BY ${UNANSWERED} DESC, v.closed_at DESC, v.reference LIMIT ${size} OFFSET ${(page - 1) * size}`,
      values,
    );
    return { feedback, total: count?.total ?? 0 };
  }

  /** The teams and quarters by which the list can be narrowed. */
  async groups(access: Access): Promise<{ teams: string[]; quarters: string[] }> {
    const [groups]: { teams: string[] | null; quarters: string[] | null }[] =
      await this.dataSource.query(
        `${VISIBLE} SELECT array_agg(DISTINCT v.team ORDER BY v.team) FILTER (WHERE v.team IS NOT NULL) AS teams,
                           array_agg(DISTINCT v.quarter ORDER BY v.quarter DESC) AS quarters
           FROM visible v`,
        valuesOf(await this.scopeOf(access)),
      );
    return { teams: groups?.teams ?? [], quarters: groups?.quarters ?? [] };
  }

  /** @throws Problem not-found, also where the person may not read it */
  async find(
    access: Access,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StoredFeedback> {
    const [found]: StoredFeedback[] = await manager.query(
      `${VISIBLE} SELECT ${LISTED}, v.framework_title AS "frameworkTitle", v.points,
                         v.no_points_because AS "noPointsBecause", v.strengths, v.may_reply AS "mayReply"
         FROM visible v WHERE v.id = $5`,
      [...valuesOf(await this.scopeOf(access, manager)), id],
    );
    if (!found) throw Problem.notFound('This feedback');
    return found;
  }

  /** Of each point the newest first. Whoever calls has found the feedback to be the person's to read. */
  replies(id: string, manager: EntityManager = this.dataSource.manager): Promise<StoredReply[]> {
    return manager.query(
      `SELECT criterion, answer, note, version, replied_by AS "repliedBy", replied_at AS "repliedAt"
         FROM feedback_replies WHERE feedback_id = $1 ORDER BY criterion, version DESC`,
      [id],
    );
  }

  async insertReply(manager: EntityManager, id: string, reply: StoredReply): Promise<void> {
    const { criterion, version, answer, note, repliedBy, repliedAt } = reply;
    await manager.query(
      `INSERT INTO feedback_replies (feedback_id, criterion, version, answer, note, replied_by, replied_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, criterion, version, answer, note, repliedBy, repliedAt],
    );
  }

  /** @returns whether this was the first time */
  async noteOpening(manager: EntityManager, id: string, by: string, at: Date): Promise<boolean> {
    const noted: unknown[] = await manager.query(
      `INSERT INTO feedback_openings (feedback_id, opened_by, opened_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING feedback_id`,
      [id, by, at],
    );
    return noted.length > 0;
  }

  /** How much waits: of one's own to answer and to read, and for a manager without an officer. */
  async waiting(
    access: Access,
  ): Promise<{ toAnswer: number; toRead: number; withoutOfficer: number }> {
    const scope = await this.scopeOf(access);
    const none = { toAnswer: 0, toRead: 0, withoutOfficer: 0 };
    // Everyone's home page asks; for most there is nothing to look for.
    if (scope.own === null && !scope.isManager) return none;
    const [waiting]: { toAnswer: number; toRead: number; withoutOfficer: number }[] =
      await this.dataSource.query(
        `${VISIBLE} SELECT count(*) FILTER (WHERE v.is_own AND ${UNANSWERED})::integer AS "toAnswer",
                           count(*) FILTER (WHERE v.is_own AND v.state = 'no-points' AND v.opened_at IS NULL)::integer AS "toRead",
                           count(*) FILTER (WHERE NOT v.is_own AND v.may_reply AND ${UNANSWERED})::integer AS "withoutOfficer"
           FROM visible v`,
        valuesOf(scope),
      );
    return waiting ?? none;
  }

  /**
   * What feedback of a quarter came to, over all its rounds. Each point counts by its newest reply.
   *
   * @param asking the-service: the service itself, when it compiles a report
   */
  async countsOf(
    asking: Access | 'the-service',
    quarter: string,
    frameworkKind: string,
  ): Promise<FeedbackCounts> {
    const scope = asking === 'the-service' ? everything : await this.scopeOf(asking);
    const rows: {
      answer: ReplyAnswer | null;
      plans: number;
      withPoints: number;
      points: number;
    }[] = await this.dataSource.query(
      `${VISIBLE}, given AS (SELECT v.id, v.points, v.point_count FROM visible v WHERE v.quarter = $5 AND v.framework_kind = $6),
         answered AS (
           SELECT DISTINCT ON (r.feedback_id, r.criterion) r.answer
             FROM feedback_replies r JOIN given g ON g.id = r.feedback_id
            ORDER BY r.feedback_id, r.criterion, r.version DESC
         )
         SELECT NULL AS answer, count(*)::integer AS plans, count(*) FILTER (WHERE point_count > 0)::integer AS "withPoints",
                coalesce(sum(point_count), 0)::integer AS points FROM given
         UNION ALL
         SELECT answer, 0, 0, count(*)::integer FROM answered GROUP BY answer`,
      [...valuesOf(scope), quarter, frameworkKind],
    );
    const given = rows.find(({ answer }) => answer === null);
    const points = given?.points ?? 0;
    const answered = Object.fromEntries(
      replyAnswers.map((answer) => [
        answer,
        rows.find((row) => row.answer === answer)?.points ?? 0,
      ]),
    ) as Record<ReplyAnswer, number>;
    const replied = Object.values(answered).reduce((sum, count) => sum + count, 0);
    return {
      ...{ plans: given?.plans ?? 0, plansWithPoints: given?.withPoints ?? 0, points, answered },
      unanswered: points - replied,
    };
  }

  private async scopeOf({ account }: Access, manager?: EntityManager): Promise<Scope> {
    const holds = (role: 'audit-lead' | 'send-manager') => account.roles.includes(role);
    const officers = await this.accounts.officers(manager);
    const own = officers.find(({ id }) => id === account.id)?.staffRef ?? null;
    const isManager = holds('send-manager');
    return { officers, own, readsAll: isManager || holds('audit-lead'), isManager };
  }
}

/** What a person's own roles and staff reference open to them. */
interface Scope {
  officers: readonly Officer[];
  /** How the register names the person; null for whoever is no officer. */
  own: string | null;
  readsAll: boolean;
  isManager: boolean;
}

const everything: Scope = { officers: [], own: null, readsAll: true, isManager: false };

/** The first four values of every statement that reads `visible`. */
function valuesOf({ officers, own, readsAll, isManager }: Scope): unknown[] {
  return [JSON.stringify(officers), own, readsAll, isManager];
}

function condition(scope: Scope, search: FeedbackSearch): { where: string; values: unknown[] } {
  const values = valuesOf(scope);
  const parts = ['true'];
  const add = (text: string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    parts.push(text.replace('?', `$${values.length}`));
  };
  add('v.team = ?', search.team);
  add('v.quarter = ?', search.quarter);
  if (search.state === 'unanswered') parts.push(UNANSWERED);
  else add('v.state = ?', search.state);
  if (search.officer === 'none') parts.push('v.officer_name IS NULL');
  return { where: parts.join(' AND '), values };
}
