import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { canonicalJson, Problem } from '@app/shared/domain';
import { Clock } from '../clock/clock.js';
import { problemOfConstraint } from './constraint-problems.js';

/** A request that may be sent again: the key its sender chose, who sent it and what it asked. */
export interface Repeatable {
  key: string;
  accountId: string;
  request: unknown;
}

interface StoredAnswer {
  request_hash: Buffer;
  answer: unknown;
}

/**
 * The one way to write: an act opens one transaction, and what must follow a commit (sealing the
 * trail) is told afterwards.
 */
@Injectable()
export class Transactions {
  private readonly afterCommit: (() => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Registers what is to happen straight after each commit. It must not throw and nobody waits for it. */
  onCommit(listener: () => void): void {
    this.afterCommit.push(listener);
  }

  async run<Answer>(act: (manager: EntityManager) => Promise<Answer>): Promise<Answer> {
    let answer: Answer;
    try {
      answer = await this.dataSource.transaction(act);
    } catch (error) {
      // A broken constraint is the last word on a rule that two people broke at the same moment.
      throw problemOfConstraint(error) ?? error;
    }
    for (const listener of this.afterCommit) listener();
    return answer;
  }

  /**
   * As `run`, but a request that comes again under the same key gets the first answer and has no
   * second effect; the same key with another request is refused. The key is claimed in the act's
   * own transaction, so a second sender waits for the first and a refused act leaves no key behind.
   */
  async once<Answer>(
    repeatable: Repeatable,
    act: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    const requestHash = createHash('sha256').update(canonicalJson(repeatable.request)).digest();
    return this.run(async (manager) => {
      const claimed: unknown[] = await manager.query(
        `INSERT INTO idempotency_keys (account_id, key, request_hash, kept_at)
         VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key`,
        [repeatable.accountId, repeatable.key, requestHash, this.clock.now()],
      );
      if (claimed.length === 0) return this.earlierAnswer<Answer>(manager, repeatable, requestHash);
      const answer = await act(manager);
      await manager.query(
        `UPDATE idempotency_keys SET answer = $3 WHERE account_id = $1 AND key = $2`,
        [repeatable.accountId, repeatable.key, JSON.stringify(answer ?? null)],
      );
      return answer;
    });
  }

  private async earlierAnswer<Answer>(
    manager: EntityManager,
    repeatable: Repeatable,
    requestHash: Buffer,
  ): Promise<Answer> {
    const [stored]: StoredAnswer[] = await manager.query(
      `SELECT request_hash, answer FROM idempotency_keys WHERE account_id = $1 AND key = $2`,
      [repeatable.accountId, repeatable.key],
    );
    if (!stored || !stored.request_hash.equals(requestHash)) {
      throw new Problem(
        'idempotency-key-reused',
        'This request was already sent with other content. Reload the page and try again.',
      );
    }
    return stored.answer as Answer;
  }
}
