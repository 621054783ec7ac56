import { Injectable } from '@nestjs/common';
import { londonDayOf, Problem, whyNotFinished } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { ProgrammeRepository } from './programme.repository.js';

/** Ends a year's draws and shows its seed, so that anyone can recompute them. */
@Injectable()
export class FinishDrawing {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: RoundRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async finish(access: Access, id: string, version: number, key: string): Promise<void> {
    const request = { act: 'finish-drawing', id, version };
    await this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const programme = await this.programmes.lock(manager, id, version);
        if (programme.drawingFinishedOn !== null)
          throw new Problem('rule-broken', 'Drawing has been finished already for this year.');
        const today = londonDayOf(this.clock.now());
        const rounds = await this.rounds.ofProgramme(id, manager);
        const whyNot = whyNotFinished(rounds, today);
        if (whyNot !== null) throw new Problem('rule-broken', whyNot);
        await this.programmes.finishDrawing(manager, id, today);
        await this.trail.append(manager, {
          act: 'programme.finish-drawing',
          actorId: access.account.id,
          subject: { type: 'programme', id },
          details: {
            year: programme.year,
            draws: rounds.filter(({ drawnSize }) => drawnSize).length,
          },
          correlationId: access.correlationId,
        });
      },
    );
  }
}
