import { Injectable } from '@nestjs/common';
import { sessionEndsAt, sessionLimits, type Role } from '@app/shared/domain';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';

export interface SessionRow {
  id: string;
  accountId: string;
  roles: Role[];
  agency: string | null;
  isDemo: boolean;
  startedAt: Date;
  lastSeenAt: Date;
}

export interface OwnSession {
  id: string;
  device: string;
  startedAt: Date;
  lastSeenAt: Date;
}

/** What is kept of a secret: enough to recognise it, not enough to use it. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** All SQL about sessions. */
@Injectable()
export class SessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The live session behind a cookie's value. An ended account has none, whatever the table holds. */
  async find(token: string, now: Date): Promise<SessionRow | null> {
    const [row]: SessionRow[] = await this.dataSource.query(
      `SELECT s.id, s.account_id AS "accountId", s.started_at AS "startedAt", s.last_seen_at AS "lastSeenAt",
              a.roles, a.agency, a.is_demo AS "isDemo"
         FROM sessions s JOIN accounts a ON a.id = s.account_id
        WHERE s.token_hash = $1 AND a.status = 'active'`,
      [hashOfSecret(token)],
    );
    return row && sessionEndsAt(row) > now ? row : null;
  }

  async noteUse(id: string, now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE sessions SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2`,
      [id, now],
    );
  }

  async start(
    manager: EntityManager,
    session: { id: string; accountId: string; token: string; device: string; now: Date },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO sessions (id, account_id, token_hash, device, started_at, last_seen_at) VALUES ($1, $2, $3, $4, $5, $5)`,
      [session.id, session.accountId, hashOfSecret(session.token), session.device, session.now],
    );
  }

  /** The account's own live sessions, the last used first. */
  async ownedBy(accountId: string, now: Date): Promise<OwnSession[]> {
    const rows: OwnSession[] = await this.dataSource.query(
      `SELECT id, device, started_at AS "startedAt", last_seen_at AS "lastSeenAt"
         FROM sessions WHERE account_id = $1 ORDER BY last_seen_at DESC, id`,
      [accountId],
    );
    return rows.filter((row) => sessionEndsAt(row) > now);
  }

  /** Ends one session of an account; false when it has no such session. */
  async end(manager: EntityManager, accountId: string, id: string): Promise<boolean> {
    const [, count]: [unknown, number] = await manager.query(
      `DELETE FROM sessions WHERE id = $1 AND account_id = $2`,
      [id, accountId],
    );
    return count > 0;
  }

  /** Ends every session of an account but one, or all of them. */
  async endAll(
    manager: EntityManager,
    accountId: string,
    but: string | null = null,
  ): Promise<void> {
    await manager.query(
      `DELETE FROM sessions WHERE account_id = $1 AND ($2::uuid IS NULL OR id <> $2)`,
      [accountId, but],
    );
  }

  async removeEnded(now: Date): Promise<void> {
    const idle = (sessionLimits.idleSeconds + sessionLimits.noteUseSeconds) * 1000;
    await this.dataSource.query(
      `DELETE FROM sessions WHERE last_seen_at <= $1 OR started_at <= $2`,
      [
        new Date(now.getTime() - idle),
        new Date(now.getTime() - sessionLimits.longestSeconds * 1000),
      ],
    );
  }
}
