import { Injectable } from '@nestjs/common';
import { londonDayOf, Problem, roundRulesBroken, unitOfRound } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { RoundRepository } from './round.repository.js';

/** Changes how many plans are wanted and by when, as long as no sample is drawn. */
@Injectable()
export class ChangeRound {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async change(
    access: Access,
    id: string,
    wanted: { sampleSize: number; dueOn: string; version: number },
    key: string,
  ): Promise<void> {
    const request = { act: 'change-round', id, wanted };
    await this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const round = await this.rounds.lock(manager, id, wanted.version);
        if (round.state !== 'planned') {
          throw new Problem(
            'rule-broken',
            'The sample of this round has been drawn, so its size stays.',
          );
        }
        const { sampleSize, dueOn } = wanted;
        const today = londonDayOf(this.clock.now());
        const changed = { ...round, sampleSize, dueOn };
        const broken = roundRulesBroken(changed, today, unitOfRound(round.kind));
        if (broken.length > 0) throw Problem.ofFields('rule-broken', broken);
        await this.rounds.change(manager, id, { sampleSize, dueOn });
        await this.trail.append(manager, {
          act: 'programme.change-round',
          actorId: access.account.id,
          subject: { type: 'round', id },
          details: { reference: round.reference, sampleSize, dueOn },
          correlationId: access.correlationId,
        });
      },
    );
  }
}
