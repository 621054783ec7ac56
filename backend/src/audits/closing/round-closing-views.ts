import { Injectable } from '@nestjs/common';
import type { RoundClosingResponse } from '@app/shared/contracts';
import { londonDayOf, totalCoverage, unitOfRound, whyNotClosed } from '@app/shared/domain';
import { AccountRepository, type Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DocumentRepository, RoundRepository, SampleRepository } from '../../programme/index.js';
import { RoundClosingRepository } from './round-closing.repository.js';

/** What closing a round would do, or did, as the lead reads it. */
@Injectable()
export class RoundClosingViews {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly samples: SampleRepository,
    private readonly documents: DocumentRepository,
    private readonly closings: RoundClosingRepository,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found */
  async read(access: Access, roundId: string): Promise<RoundClosingResponse> {
    const round = await this.rounds.find(roundId);
    const [sample, notClosed, closing] = await Promise.all([
      this.samples.ofRound(roundId),
      this.closings.notClosed(access, roundId),
      this.closings.closing(roundId),
    ]);
    // Nothing of a closed round changes, so that what is counted today is what was kept.
    const unit = unitOfRound(round.kind);
    const strata = sample ? await this.closings.counts(sample.id, unit) : [];
    const isOfDocuments = sample !== null && unit === 'document';
    const names = await this.accounts.namesOf(closing ? [closing.closedBy] : []);
    return {
      ...round,
      whyNot: whyNotClosed(round, londonDayOf(this.clock.now())),
      counts: totalCoverage(strata),
      plansWithoutAudit: strata.reduce((sum, stratum) => sum + stratum.plansWithoutAudit, 0),
      documents: isOfDocuments ? await this.documents.countsOf(access, sample.id) : null,
      notClosed,
      closedAt: closing?.closedAt.toISOString() ?? null,
      closedBy: closing ? (names.get(closing.closedBy) ?? '') : null,
    };
  }
}
