import { Injectable } from '@nestjs/common';
import {
  compileQuarter,
  quarterAfter,
  quartersLookedAt,
  type FrozenStratum,
  type RoundResults,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import { AuditResultRepository, type ClosedRound, type StratumCoverage } from '../audits/index.js';
import { FrameworkRepository } from '../frameworks/index.js';
import { TrendRepository } from './trend.repository.js';

/**
 * Compiles the quarter of a routine or an advice round that closes, in the same transaction: a
 * closed round without its quarter cannot be. Other rounds are no random sample of the register and make no point.
 */
@Injectable()
export class CompileClosedQuarter {
  constructor(
    private readonly results: AuditResultRepository,
    private readonly frameworks: FrameworkRepository,
    private readonly trends: TrendRepository,
  ) {}

  async compile(closed: ClosedRound, manager: EntityManager): Promise<void> {
    if (closed.kind !== 'routine' && closed.kind !== 'advice') return;
    const { frameworkKind, quarter, frameworkVersionId, closedAt } = closed;
    const rounds = await this.roundsUpTo(closed, manager);
    if (!rounds.some((round) => round.quarter === quarter)) {
      throw new Error(`the closed round of ${quarter} has no coverage`);
    }
    const { definition } = await this.frameworks.version(frameworkVersionId, manager);
    const before = await this.trends.forReadersBefore(manager, frameworkKind, quarter);
    const compiled = compileQuarter({ definition, rounds, earlierForReaders: before });
    await this.trends.insert(manager, { ...compiled, compiledAt: closedAt });
  }

  /** The quarter's round and those of the two years that end with it. */
  private async roundsUpTo(
    { frameworkKind, quarter, kind: roundKind }: ClosedRound,
    manager: EntityManager,
  ): Promise<RoundResults[]> {
    const from = quarterAfter(quarter, 1 - quartersLookedAt);
    const search = { frameworkKind, roundKind, from, to: quarter };
    const coverage = await this.results.coverageOf('the-service', search, manager);
    const results = await this.results.ofQuarters('the-service', search, manager);
    const strataOfQuarter = [...Map.groupBy(coverage, (stratum) => stratum.quarter)];
    return strataOfQuarter.map(([key, strata]) => ({
      quarter: key,
      frameworkVersionId: strata[0]?.frameworkVersionId ?? '',
      strata: strata.map(frozenStratum),
      results: results.filter((result) => result.quarter === key),
    }));
  }
}

/** A stratum of a closed round as estimates read it. */
export function frozenStratum({ stratum, population, noneAsked }: StratumCoverage): FrozenStratum {
  return {
    ...{ key: stratum, populationSize: population },
    ...(typeof noneAsked === 'number' && { withoutDocument: noneAsked }),
  };
}
