import { Injectable } from '@nestjs/common';
import { dayAfter, isDay, londonDayOf, Problem, type ProblemError } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { FrameworkRepository } from '../framework.repository.js';
import { DraftRepository } from './draft.repository.js';
import { draftFaults } from './draft-faults.js';

const DAYS_AHEAD_MAX = 366;

/** Publishes a draft from a day on. It never changes again; rounds already open keep their version. */
@Injectable()
export class PublishDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly frameworks: FrameworkRepository,
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
      const broken = dayBroken(from, londonDayOf(at));
      if (broken.length > 0) throw Problem.ofFields('rule-broken', broken);
      const earlier = await this.frameworks.definitionsOf(manager, draft.kind);
      const faults = draftFaults(draft.definition, earlier);
      if (faults.length > 0) throw Problem.ofFields('rule-broken', faults);
      await this.drafts.publish(manager, draft, { from, at });
      await this.trail.append(manager, {
        act: 'frameworks.publish-framework-version',
        actorId: accountId,
        subject: { type: 'framework-version', id },
        details: { kind: draft.kind, version: draft.number, from },
        correlationId: access.correlationId,
      });
    });
  }
}

function dayBroken(from: string, today: string): ProblemError[] {
  const refused = (message: string): ProblemError[] => [{ path: 'from', message }];
  if (!isDay(from)) return refused('Enter a real date');
  if (from < today) return refused('A version is in force from today or a later day');
  if (from > dayAfter(today, DAYS_AHEAD_MAX)) return refused('Enter a day within a year from now');
  return [];
}
