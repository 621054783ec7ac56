import { Injectable } from '@nestjs/common';
import {
  londonDayOf,
  Problem,
  publicationDayBroken,
  type FrameworkDefinition,
  type Titled,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import { AccountRepository, type Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { FrameworkRepository } from '../framework.repository.js';
import { DraftRepository } from './draft.repository.js';
import { draftFaults } from './draft-faults.js';

/** Publishes a draft from a day on. It never changes again; rounds already open keep their version. */
@Injectable()
export class PublishDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly frameworks: FrameworkRepository,
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async publish(
    access: Access,
    id: string,
    { from, version }: { from: string; version: number },
    key: string,
  ): Promise<void> {
    const accountId = access.account.id;
    const request = { act: 'publish-draft', id, from, version };
    await this.transactions.once({ key, accountId, request }, async (manager) => {
      const draft = await this.drafts.lock(access, manager, id, version);
      const at = this.clock.now();
      const broken = publicationDayBroken(from, londonDayOf(at));
      if (broken.length > 0) throw Problem.ofFields('rule-broken', broken);
      const earlier = await this.frameworks.definitionsOf(manager, draft.kind);
      const faults = draftFaults(draft.definition, earlier);
      if (faults.length > 0) throw Problem.ofFields('rule-broken', faults);
      const agencies = await this.newAgencies(manager, draft.definition);
      await this.accounts.addAgencies(manager, agencies);
      await this.drafts.publish(manager, draft, { from, at });
      await this.trail.append(manager, {
        act: 'frameworks.publish-framework-version',
        actorId: accountId,
        subject: { type: 'framework-version', id },
        details: {
          ...{ kind: draft.kind, version: draft.number, from },
          agencies: agencies.map(({ key }) => key),
        },
        correlationId: access.correlationId,
      });
    });
  }

  /** Those that the partnership does not have yet: from now on accounts can belong to them. */
  private async newAgencies(
    manager: EntityManager,
    { agencies }: FrameworkDefinition,
  ): Promise<Titled[]> {
    const known = await this.accounts.agencies(manager);
    const isKnown = ({ key }: Titled) => known.some((one) => one.key === key);
    const taken = agencies.flatMap((agency, at) => {
      const other = known.find(({ title }) => title === agency.title);
      if (!other || isKnown(agency)) return [];
      const message = `The partnership has “${agency.title}” under the key “${other.key}”. Use that key, or another title`;
      return [{ path: `agencies.${at}.key`, message }];
    });
    if (taken.length > 0) throw Problem.ofFields('rule-broken', taken);
    return agencies.filter((agency) => !isKnown(agency));
  }
}
