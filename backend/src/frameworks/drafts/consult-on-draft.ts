import { Injectable } from '@nestjs/common';
import { closingDayBroken, londonDayOf, Problem, type ProblemError } from '@app/shared/domain';
import { AccountRepository, type Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { refuseUnlessEdited } from './change-draft.js';
import { DraftRepository } from './draft.repository.js';

export interface Consultation {
  reviewerIds: readonly string[];
  closesOn: string;
  version: number;
}

/** Puts a draft before named people of the partnership, and takes it back for editing. */
@Injectable()
export class ConsultOnDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async open(access: Access, id: string, wanted: Consultation, key: string): Promise<void> {
    const { reviewerIds, closesOn, version } = wanted;
    const by = access.account.id;
    const request = { act: 'consult-on-draft', id, wanted };
    await this.transactions.once({ key, accountId: by, request }, async (manager) => {
      const draft = await this.drafts.lock(access, manager, id, version);
      refuseUnlessEdited(draft);
      const at = this.clock.now();
      const broken = [
        ...(await this.reviewersBroken(reviewerIds)),
        ...closingDayBroken(closesOn, londonDayOf(at)),
      ];
      if (broken.length > 0) throw Problem.ofFields('rule-broken', broken);
      await this.drafts.consult(manager, id, { reviewerIds, closesOn, by, at });
      await this.trail.append(manager, {
        act: 'frameworks.consult-on-draft',
        actorId: by,
        subject: { type: 'framework-version', id },
        details: {
          ...{ kind: draft.kind, number: draft.number, closesOn, asked: reviewerIds.length },
        },
        correlationId: access.correlationId,
      });
    });
  }

  async end(access: Access, id: string, version: number, key: string): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'return-to-editing', id, version };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const { kind, number, status } = await this.drafts.lock(access, manager, id, version);
      if (status !== 'consultation')
        throw new Problem('rule-broken', 'This draft is not out for consultation.');
      await this.drafts.returnToEditing(manager, id);
      await this.trail.append(manager, {
        act: 'frameworks.return-to-editing',
        actorId: accountId,
        subject: { type: 'framework-version', id },
        details: { kind, number },
        correlationId: access.correlationId,
      });
    });
  }

  private async reviewersBroken(ids: readonly string[]): Promise<ProblemError[]> {
    const active = new Set((await this.accounts.list({ status: 'active' })).map(({ id }) => id));
    if (ids.every((id) => active.has(id))) return [];
    return [{ path: 'reviewerIds', message: 'Choose people who can sign in, from the list' }];
  }
}
