import { Injectable } from '@nestjs/common';
import {
  londonDayOf,
  Problem,
  registerValues,
  scoringFaults,
  type AuditState,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { wordConstraint } from '../../platform/database/constraint-problems.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { FrameworkInUse } from '../framework-in-use.js';
import { AnswerRepository } from './answer.repository.js';
import { EndScoring } from './end-scoring.js';
import { refuseUnlessScored } from './refuse-unless-scored.js';
import { ScoringRepository, type StoredScoring } from './scoring.repository.js';

export interface Submitted {
  submittedAt: Date;
  auditState: AuditState;
  version: number;
}

const keyReused = () =>
  new Problem(
    'idempotency-key-reused',
    'This request was already sent with other content. Reload the page and try again.',
  );
wordConstraint('scorings_submission_key_uq', keyReused);

/**
 * Submits a scoring: it locks, and with the last one the audit awaits moderation. The request's key
 * is kept with the scoring, because everything here is done in four statements.
 */
@Injectable()
export class SubmitScoring {
  constructor(
    private readonly scorings: ScoringRepository,
    private readonly answers: AnswerRepository,
    private readonly frameworks: FrameworkInUse,
    private readonly endScoring: EndScoring,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async submit(access: Access, id: string, version: number, key: string): Promise<Submitted> {
    return this.transactions.run(async (manager) => {
      const scoring = await this.scorings.lockToSubmit(access, manager, id, key);
      if (scoring.submittedWithKey !== null) return earlier(scoring, version);
      refuseUnlessScored(scoring);
      if (scoring.version !== version) throw Problem.stale('this scoring');
      await this.refuseIncomplete(manager, scoring);
      const submittedAt = this.clock.now();
      const ended = await this.endScoring.submitted(manager, id, submittedAt, key);
      await this.trail.append(manager, {
        act: 'audits.submit-scoring',
        actorId: access.account.id,
        subject: { type: 'scoring', id },
        details: {
          ...{ reference: scoring.reference, agency: scoring.agency },
          auditState: ended.auditState,
        },
        correlationId: access.correlationId,
      });
      return { submittedAt, ...ended };
    });
  }

  private async refuseIncomplete(manager: EntityManager, scoring: StoredScoring): Promise<void> {
    const { definition } = await this.frameworks.version(scoring.frameworkVersionId, manager);
    const answers = await this.answers.ofScoring(scoring.id, manager);
    const register = registerValues(scoring.registerFacts);
    const today = londonDayOf(this.clock.now());
    const faults = scoringFaults(definition, { agency: scoring.agency, register, answers }, today);
    if (faults.length > 0) {
      const errors = faults.map(({ path, message }) => ({ path, message }));
      throw Problem.ofFields('rule-broken', errors);
    }
  }
}

/** The answer the same request got before. */
function earlier(
  scoring: StoredScoring & { submittedWithKey: string | null },
  version: number,
): Submitted {
  const isSame = scoring.submittedWithKey === scoring.id && scoring.version === version + 1;
  if (!isSame || !scoring.submittedAt) throw keyReused();
  return {
    submittedAt: scoring.submittedAt,
    auditState: scoring.auditState,
    version: scoring.version,
  };
}
