import { Injectable } from '@nestjs/common';
import { Problem, verifySample, type VerificationCheck } from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppendToTrail } from '../../trail/index.js';
import { RoundRepository, type StoredRound } from '../rounds/round.repository.js';
import { ProgrammeRepository } from '../years/programme.repository.js';
import { SampleRepository } from './sample.repository.js';

export interface Verification {
  isSame: boolean;
  verifiedAt: string;
  checks: VerificationCheck[];
}

/** Recomputes a draw from what was kept, and says whether it comes out the same. */
@Injectable()
export class VerifyDrawnSample {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly samples: SampleRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async verify(access: Access, roundId: string, key: string): Promise<Verification> {
    const request = { act: 'verify-sample', id: roundId };
    return this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const round = await this.rounds.find(roundId, manager);
        const checks = await this.recompute(access, manager, round);
        const failed = checks.filter(({ holds }) => !holds).map((check) => check.key);
        await this.trail.append(manager, {
          act: 'programme.verify-sample',
          actorId: access.account.id,
          subject: { type: 'round', id: roundId },
          details: { reference: round.reference, isSame: failed.length === 0, failed },
          correlationId: access.correlationId,
        });
        return {
          isSame: failed.length === 0,
          verifiedAt: this.clock.now().toISOString(),
          checks,
        };
      },
    );
  }

  private async recompute(
    access: Access,
    manager: EntityManager,
    round: StoredRound,
  ): Promise<VerificationCheck[]> {
    const sample = await this.samples.ofRound(round.id, manager);
    if (!sample) throw new Problem('rule-broken', 'This round has no sample yet. Draw it first.');
    const { seedCommitment } = await this.programmes.find(round.programmeId, manager);
    const frame = await this.samples.frame(access, sample.id, manager);
    const byStratum = Map.groupBy(frame, ({ stratum }) => stratum);
    const strata = await this.samples.strata(sample.id, manager);
    return verifySample({
      seed: await this.programmes.secretSeedOf(manager, round.programmeId),
      seedCommitment,
      kind: round.kind,
      frameSha256: sample.frameSha256,
      strata: strata.map((stratum) => ({ ...stratum, plans: byStratum.get(stratum.key) ?? [] })),
      before: await this.samples.lastOfSeries(manager, round, sample.drawNumber),
    });
  }
}
