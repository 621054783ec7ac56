import { Injectable } from '@nestjs/common';
import { correctionFault, Problem, type CorrectionWanted } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { FrameworkInUse } from '../framework-in-use.js';
import { inModeration } from './audit-in-moderation.js';
import { ModerationRepository } from './moderation.repository.js';

/**
 * Puts another value in the place of a profile field, or takes that back. Which criteria apply is
 * worked out anew with it, for everyone.
 */
@Injectable()
export class CorrectProfile {
  constructor(
    private readonly moderations: ModerationRepository,
    private readonly frameworks: FrameworkInUse,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async correct(
    access: Access,
    auditId: string,
    field: string,
    { value, reason, version }: CorrectionWanted & { version: number },
    key: string,
  ): Promise<void> {
    const accountId = access.account.id;
    const wanted = { value, reason };
    const request = { act: 'correct-profile', id: auditId, field, wanted, version };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const locked = await this.moderations.lock(access, manager, auditId);
      if (locked.version !== version) throw Problem.stale('this audit');
      const stored = await this.moderations.find(access, auditId, manager);
      const { definition } = await this.frameworks.version(stored.frameworkVersionId, manager);
      const known = definition.profileFields.find((one) => one.key === field);
      if (!known) throw Problem.notFound('This field of the profile');
      const earlier = stored.corrections.find((one) => one.field === field);
      const fault = correctionFault(known, wanted, {
        present: inModeration(stored, definition).audit.profile[field] ?? null,
        isCorrected: earlier !== undefined && earlier.value !== null,
      });
      if (fault) throw Problem.ofFields('rule-broken', [fault]);
      const at = this.clock.now();
      const correction = { field, ...wanted, version: (earlier?.version ?? 0) + 1 };
      await this.moderations.insertCorrection(manager, auditId, correction, { accountId, at });
      await this.trail.append(manager, {
        act: 'audits.correct-profile',
        actorId: accountId,
        subject: { type: 'audit', id: auditId },
        details: { reference: stored.reference, field, isTakenBack: value === null },
        correlationId: access.correlationId,
      });
    });
  }
}
