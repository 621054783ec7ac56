import { Injectable } from '@nestjs/common';
import { Problem, whyNot } from '@app/shared/domain';
import { AccountRepository, type Access } from '../../accounts/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { roundIsClosed } from '../scoring/refuse-unless-scored.js';
import { availableAuditors } from './allocate-round.js';
import { AllocationRepository } from './allocation.repository.js';
import { AuditRepository, type LockedScoring } from './audit.repository.js';

/** Gives an agency's scoring to another of its auditors. What was answered stays, with who saved it. */
@Injectable()
export class ReassignScoring {
  constructor(
    private readonly audits: AuditRepository,
    private readonly allocation: AllocationRepository,
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
  ) {}

  async reassign(
    access: Access,
    id: string,
    wanted: { auditorId: string; version: number },
    key: string,
  ): Promise<void> {
    const people = await availableAuditors(this.accounts);
    const auditor = people.find((one) => one.id === wanted.auditorId);
    const request = { act: 'reassign-scoring', id, wanted };
    await this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const scoring = await this.audits.lockScoring(access, manager, id, wanted.version);
        refuseEnded(scoring);
        if (!auditor) throw refusal('Choose an auditor from the list');
        if (auditor.id === scoring.auditorId) {
          throw refusal('This person has the scoring already. Choose another auditor');
        }
        const auditorsElsewhere = await this.allocation.auditorsElsewhere(manager, id);
        const conflicts = await this.allocation.conflictsOver(manager, [scoring.planId]);
        const reason = whyNot(auditor, { ...scoring, auditorsElsewhere }, conflicts);
        if (reason !== null) throw refusal(reason);
        await this.allocation.reassign(manager, id, auditor.id);
        await this.trail.append(manager, {
          act: 'audits.reassign-scoring',
          actorId: access.account.id,
          subject: { type: 'scoring', id },
          details: { reference: scoring.reference, agency: scoring.agency, auditor: auditor.id },
          correlationId: access.correlationId,
        });
      },
    );
  }
}

/** @throws Problem rule-broken when the scoring is in or withdrawn, or its round is closed */
export function refuseEnded({ state }: Pick<LockedScoring, 'state'>): void {
  if (state === 'submitted')
    throw new Problem('rule-broken', 'This scoring has been submitted and stays as it is.');
  if (state === 'withdrawn')
    throw new Problem('rule-broken', 'This scoring has been withdrawn and stays as it is.');
  if (state === 'not-completed') throw roundIsClosed();
}

function refusal(message: string): Problem {
  return Problem.ofFields('rule-broken', [{ path: 'auditorId', message }]);
}
