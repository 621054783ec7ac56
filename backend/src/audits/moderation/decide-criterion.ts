import { Injectable } from '@nestjs/common';
import { decisionFault, Problem } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { FrameworkInUse } from '../framework-in-use.js';
import { inModeration } from './audit-in-moderation.js';
import { ModerationRepository, type StoredDecision } from './moderation.repository.js';

/** Records what the moderator decides for one criterion. What was decided before stays in the history. */
@Injectable()
export class DecideCriterion {
  constructor(
    private readonly moderations: ModerationRepository,
    private readonly frameworks: FrameworkInUse,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async decide(
    access: Access,
    auditId: string,
    criterion: string,
    wanted: { outcome: string; reason: string | null; seenVersion: number },
    key: string,
  ): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'decide-criterion', id: auditId, criterion, wanted };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      await this.moderations.lock(access, manager, auditId);
      const stored = await this.moderations.find(access, auditId, manager);
      const { definition } = await this.frameworks.version(stored.frameworkVersionId, manager);
      const { audit } = inModeration(stored, definition);
      const moderated = audit.criteria.find((one) => one.criterion.key === criterion);
      if (!moderated) throw Problem.notFound('This criterion');
      const present = stored.decisions.find((one) => one.criterion === criterion);
      if ((present?.version ?? 0) !== wanted.seenVersion) throw stale(present);
      const { outcome, reason } = wanted;
      const fault = decisionFault(moderated, { outcome, reason }, definition);
      if (fault) throw Problem.ofFields('rule-broken', [fault]);
      const version = wanted.seenVersion + 1;
      const at = this.clock.now();
      const decision = { criterion, outcome, reason, version };
      await this.moderations.insertDecision(manager, auditId, decision, { accountId, at });
      await this.trail.append(manager, {
        act: 'audits.decide-criterion',
        actorId: accountId,
        subject: { type: 'audit', id: auditId },
        details: { reference: stored.reference, criterion },
        correlationId: access.correlationId,
      });
    });
  }
}

function stale(present: StoredDecision | undefined): Problem {
  return new Problem(
    'stale-version',
    'This criterion was decided in another window or by another moderator. Compare both and choose which to keep.',
    [],
    present ? [{ outcome: present.outcome, reason: present.reason, version: present.version }] : [],
  );
}
