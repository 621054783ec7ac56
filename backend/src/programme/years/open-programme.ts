import { Injectable } from '@nestjs/common';
import { commitmentTo, londonDayOf, Problem, yearRulesBroken } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { wordConstraint } from '../../platform/database/constraint-problems.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Ids } from '../../platform/ids/ids.js';
import { AppendToTrail } from '../../trail/index.js';
import { ProgrammeRepository } from './programme.repository.js';

wordConstraint('programmes_year_uq', () =>
  Problem.ofFields('already-taken', [
    { path: 'year', message: 'This programme year has been opened already' },
  ]),
);

/** Opens a programme year and fixes its seed: everyone may see from then on that it is not chosen later. */
@Injectable()
export class OpenProgramme {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @param seed left to chance; the demonstration gives one, so that it draws the same plans every time
   * @returns the key of the programme year
   */
  async open(
    access: Access,
    year: string,
    key: string,
    seed: string = this.ids.seed(),
  ): Promise<string> {
    const request = { act: 'open-programme', year };
    return this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const broken = yearRulesBroken(year, londonDayOf(this.clock.now()));
        if (broken.length > 0) throw Problem.ofFields('rule-broken', broken);
        const id = this.ids.next();
        const seedCommitment = commitmentTo(seed);
        await this.programmes.insert(manager, {
          ...{ id, year, seed, seedCommitment },
          ...{ openedBy: access.account.id, openedAt: this.clock.now() },
        });
        await this.trail.append(manager, {
          act: 'programme.open-programme',
          actorId: access.account.id,
          subject: { type: 'programme', id },
          details: { year, seedCommitment },
          correlationId: access.correlationId,
        });
        return id;
      },
    );
  }
}
