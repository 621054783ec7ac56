import { Injectable } from '@nestjs/common';
import { draftSchema, Problem, type FrameworkDefinition } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { shapeFaults } from '../shape-faults.js';
import { DraftRepository, type StoredDraft } from './draft.repository.js';

/** Saves a draft whole. It may be unfinished; only what has another form than a framework is refused. */
@Injectable()
export class ChangeDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async change(
    access: Access,
    id: string,
    { definition, version }: { definition: object; version: number },
    key: string,
  ): Promise<void> {
    const broken = shapeFaults(draftSchema, definition);
    if (broken.length > 0) {
      throw Problem.ofFields(
        'contract-broken',
        broken.map(({ path, message }) => ({ path: `definition.${path}`, message })),
      );
    }
    const changed = definition as FrameworkDefinition;
    const by = access.account.id;
    const request = { act: 'change-draft', id, definition, version };
    await this.transactions.once({ key, accountId: by, request }, async (manager) => {
      const draft = await this.drafts.lock(access, manager, id, version);
      refuseUnlessEdited(draft);
      if (changed.kind !== draft.kind) {
        const message = 'A framework keeps its key. Start another draft for another kind of audit';
        throw Problem.ofFields('rule-broken', [{ path: 'definition.kind', message }]);
      }
      await this.drafts.save(manager, id, changed, { by, at: this.clock.now() });
      await this.trail.append(manager, {
        act: 'frameworks.change-draft',
        actorId: by,
        subject: { type: 'framework-version', id },
        details: { kind: draft.kind, number: draft.number, save: version + 1 },
        correlationId: access.correlationId,
      });
    });
  }
}

/** @throws Problem rule-broken while reviewers read the draft */
export function refuseUnlessEdited({ status }: Pick<StoredDraft, 'status'>): void {
  if (status === 'draft') return;
  throw new Problem(
    'rule-broken',
    'This draft is out for consultation. End the consultation before you change it.',
  );
}
