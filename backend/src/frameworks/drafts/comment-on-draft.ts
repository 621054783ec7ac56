import { Injectable } from '@nestjs/common';
import { isOpenForComments, londonDayOf, Problem } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { DraftRepository } from './draft.repository.js';

/** What a person who is asked says about a criterion of a draft, or about the whole. */
@Injectable()
export class CommentOnDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async comment(
    access: Access,
    draftId: string,
    wanted: { criterion: string | null; text: string },
    key: string,
  ): Promise<void> {
    const { criterion, text } = wanted;
    const by = access.account.id;
    const request = { act: 'comment-on-draft', draftId, wanted };
    await this.transactions.once({ key, accountId: by, request }, async (manager) => {
      const at = this.clock.now();
      const draft = await this.drafts.lock(access, manager, draftId);
      if (!isOpenForComments(draft, londonDayOf(at)))
        throw new Problem('rule-broken', 'This draft is not open for comments today.');
      const criteria = draft.definition.domains.flatMap((domain) => domain.criteria);
      if (criterion !== null && !criteria.some((one) => one.key === criterion)) {
        const message = 'Choose a criterion of the draft';
        throw Problem.ofFields('rule-broken', [{ path: 'criterion', message }]);
      }
      const id = await this.drafts.comment(manager, { draftId, criterion, text, by, at });
      await this.trail.append(manager, {
        act: 'frameworks.comment-on-draft',
        actorId: by,
        subject: { type: 'framework-comment', id },
        details: { kind: draft.kind, number: draft.number, criterion },
        correlationId: access.correlationId,
      });
    });
  }
}
