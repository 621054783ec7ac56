import { Injectable } from '@nestjs/common';
import {
  draftSchema,
  emptyFramework,
  Problem,
  type AboutDraft,
  type FrameworkDefinition,
} from '@app/shared/domain';
import { AccountRepository, type Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { shapeFaults } from '../shape-faults.js';
import { FrameworkRepository } from '../framework.repository.js';
import { DraftRepository } from './draft.repository.js';

export interface DraftToStart {
  definition: FrameworkDefinition;
  /** Key of the version that the draft is a copy of. */
  basedOn: string | null;
  origin: 'empty' | 'version' | 'file';
}

/** Starts the draft of a framework: a copy of a version, one with nothing in it, or one from a file. */
@Injectable()
export class StartDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly frameworks: FrameworkRepository,
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the key of the draft */
  async copy(access: Access, versionId: string, key: string): Promise<string> {
    const { definition } = await this.frameworks.version(versionId);
    return this.start(access, { definition, basedOn: versionId, origin: 'version' }, key);
  }

  /** @returns the key of the draft */
  async fromNothing(access: Access, about: AboutDraft, key: string): Promise<string> {
    const definition = emptyFramework(about, await this.accounts.agencies());
    return this.start(access, { definition, basedOn: null, origin: 'empty' }, key);
  }

  /** @returns the key of the draft */
  async start(access: Access, wanted: DraftToStart, key: string): Promise<string> {
    const { definition, basedOn, origin } = wanted;
    const [broken] = shapeFaults(draftSchema, definition);
    if (broken) throw Problem.ofFields('rule-broken', [broken]);
    const by = access.account.id;
    const request = { act: 'start-draft', wanted };
    return this.transactions.once({ key, accountId: by, request }, async (manager) => {
      const at = this.clock.now();
      const { id, number } = await this.drafts.insert(manager, { definition, basedOn, by, at });
      await this.trail.append(manager, {
        act: 'frameworks.start-draft',
        actorId: by,
        subject: { type: 'framework-version', id },
        details: { kind: definition.kind, number, origin },
        correlationId: access.correlationId,
      });
      return id;
    });
  }
}
