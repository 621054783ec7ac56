import { Injectable } from '@nestjs/common';
import {
  closingFaults,
  gradeNumber,
  Problem,
  type AuditToClose,
  type ClosingWanted,
  type ProblemError,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { RoundSeeds } from '../../programme/index.js';
import { AppendToTrail } from '../../trail/index.js';
import { FrameworkInUse } from '../framework-in-use.js';
import {
  differing,
  inModeration,
  isTouched,
  triggersOf,
  type AuditInModeration,
} from '../moderation/audit-in-moderation.js';
import { ModerationRepository } from '../moderation/moderation.repository.js';
import { AuditClosed } from './audit-closed.js';
import { AuditResultRepository } from './audit-result.repository.js';
import { closedAudit } from './closed-audit.js';

/**
 * Closes an audit, for good: what was agreed is frozen as one row, and higher features take it up
 * in the same transaction. However many criteria it has, the statements are the same few.
 */
@Injectable()
export class CloseAudit {
  constructor(
    private readonly moderations: ModerationRepository,
    private readonly results: AuditResultRepository,
    private readonly frameworks: FrameworkInUse,
    private readonly seeds: RoundSeeds,
    private readonly auditClosed: AuditClosed,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async close(
    access: Access,
    id: string,
    { version, ...wanted }: ClosingWanted & { version: number },
    key: string,
  ): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'close-audit', id, version, wanted };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const locked = await this.moderations.lock(access, manager, id);
      if (locked.version !== version) throw Problem.stale('this audit');
      const stored = await this.moderations.find(access, id, manager);
      const { definition } = await this.frameworks.version(stored.frameworkVersionId, manager);
      const moderated = inModeration(stored, definition);
      const closing = await this.closingOf(moderated, manager);
      const faults = closingFaults(closing, wanted);
      if (faults.length > 0) throw refusal(faults);
      const closedAt = this.clock.now();
      const closed = closedAudit(moderated, wanted, closedAt);
      const { overall } = moderated.audit.score;
      const isStepped =
        overall !== null && wanted.finalGrade !== null && wanted.finalGrade !== overall.cappedGrade;
      await this.results.insert(manager, closed.result, {
        ...{ closedBy: accountId, closedAt, asProposed: wanted.asProposed },
        ...{ reasons: closing.triggers, differing: differing(moderated.audit) },
        cappedGrade: overall && gradeNumber(overall.cappedGrade, definition.scale.grades),
        finalGradeReason: isStepped ? wanted.finalGradeReason : null,
        feedbackPoints: closed.feedbackPoints,
      });
      await this.auditClosed.announce(closed, manager);
      await this.trail.append(manager, {
        act: 'audits.close-audit',
        actorId: accountId,
        subject: { type: 'audit', id },
        details: {
          ...{ reference: stored.reference, asProposed: wanted.asProposed },
          status: closed.result.status,
        },
        correlationId: access.correlationId,
      });
    });
  }

  private async closingOf(
    moderated: AuditInModeration,
    manager: EntityManager,
  ): Promise<AuditToClose> {
    const { stored, source, audit } = moderated;
    const seeds = await this.seeds.of([stored.roundId], manager);
    return {
      ...{ definition: source.definition, plan: stored.registerFacts, audit },
      triggers: triggersOf(moderated, seeds.get(stored.roundId) ?? ''),
      isTouched: isTouched(moderated),
    };
  }
}

/** With several things to do first, the sentence on top says how many. */
function refusal(faults: readonly ProblemError[]): Problem {
  const [first] = faults;
  if (faults.length === 1 || !first) return Problem.ofFields('rule-broken', faults);
  const detail = `${first.message}. ${faults.length - 1} more must be put right before the audit can be closed.`;
  return new Problem('rule-broken', detail, faults);
}
