import { Injectable } from '@nestjs/common';
import { Problem, type AccountStatus, type Role } from '@app/shared/domain';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Account } from './account.entity.js';

export interface AccountSearch {
  role?: Role;
  agency?: string;
  status?: AccountStatus;
}

/** An account as people with the right to see it read it. */
export interface AccountView {
  id: string;
  fullName: string;
  email: string;
  roles: Role[];
  agency: { key: string; title: string } | null;
  staffRef: string | null;
  status: AccountStatus;
  isDemo: boolean;
  passwordChangedAt: Date | null;
  lastSignedInAt: Date | null;
  version: number;
}

export interface Officer {
  id: string;
  fullName: string;
  staffRef: string;
}

const VIEW = `
  SELECT a.id, a.full_name AS "fullName", a.email, a.roles, a.staff_ref AS "staffRef", a.status,
         a.is_demo AS "isDemo", a.password_changed_at AS "passwordChangedAt",
         a.last_signed_in_at AS "lastSignedInAt", a.version,
         CASE WHEN g.key IS NOT NULL THEN json_build_object('key', g.key, 'title', g.title) END AS agency
    FROM accounts a LEFT JOIN agencies g ON g.key = a.agency`;

/** All SQL about accounts and agencies. */
@Injectable()
export class AccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  list(search: AccountSearch): Promise<AccountView[]> {
    return this.dataSource.query(
      `${VIEW}
        WHERE ($1::text IS NULL OR $1 = ANY (a.roles))
          AND ($2::text IS NULL OR a.agency = $2)
          AND ($3::text IS NULL OR a.status = $3)
        ORDER BY lower(a.full_name), a.id`,
      [search.role ?? null, search.agency ?? null, search.status ?? null],
    );
  }

  /** @throws Problem not-found */
  async view(id: string, manager: EntityManager = this.dataSource.manager): Promise<AccountView> {
    const [found]: AccountView[] = await manager.query(`${VIEW} WHERE a.id = $1`, [id]);
    if (!found) throw Problem.notFound('This account');
    return found;
  }

  /**
   * The account, locked until the transaction ends. The key itself is not locked: rows that only
   * refer to an account, such as a repeatable request of its own, must not wait for it.
   *
   * @param version the version the person saw
   * @throws Problem not-found, or stale-version when it was changed since
   */
  async lock(manager: EntityManager, id: string, version?: number): Promise<Account> {
    const found = await manager.findOne(Account, {
      where: { id },
      lock: { mode: 'for_no_key_update' },
    });
    if (!found) throw Problem.notFound('This account');
    if (version !== undefined && found.version !== version) throw Problem.stale('this account');
    return found;
  }

  /** The account that may sign in with an address, if there is one. */
  findForSignIn(email: string): Promise<Account | null> {
    return this.dataSource.manager.findOne(Account, { where: { email, status: 'active' } });
  }

  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.dataSource.manager.find(Account, {
      select: { id: true, fullName: true },
      where: { id: In([...ids]) },
    });
    return new Map(found.map((account) => [account.id, account.fullName]));
  }

  /** SEND officers who have not left, with how the plan register names them. */
  officers(manager: EntityManager = this.dataSource.manager): Promise<Officer[]> {
    return manager.query(
      `SELECT id, full_name AS "fullName", staff_ref AS "staffRef" FROM accounts
        WHERE 'send-officer' = ANY (roles) AND status <> 'ended' ORDER BY id`,
    );
  }

  async countByStatus(status: AccountStatus): Promise<number> {
    return this.dataSource.manager.count(Account, { where: { status } });
  }

  async hasAny(manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    return manager.exists(Account);
  }

  /**
   * How many can administer besides one. Locks the administrators in one order, so that two who
   * end each other at the same moment cannot both succeed.
   */
  async administratorsBeside(manager: EntityManager, id: string): Promise<number> {
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM accounts WHERE 'administrator' = ANY (roles) AND status = 'active' ORDER BY id FOR NO KEY UPDATE`,
    );
    return rows.filter((row) => row.id !== id).length;
  }

  agencies(
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ key: string; title: string }[]> {
    return manager.query(`SELECT key, title FROM agencies ORDER BY position`);
  }

  /** After those that are there, in the order given. */
  async addAgencies(
    manager: EntityManager,
    agencies: readonly { key: string; title: string }[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO agencies (key, title, position)
       SELECT a.key, a.title, (SELECT coalesce(max(position), 0) FROM agencies) + a.place
         FROM unnest($1::text[], $2::text[]) WITH ORDINALITY a(key, title, place)`,
      [agencies.map(({ key }) => key), agencies.map(({ title }) => title)],
    );
  }
}
