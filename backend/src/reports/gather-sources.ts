import { Injectable } from '@nestjs/common';
import {
  londonDayOf,
  Problem,
  quarterAfter,
  quarterInWords,
  registerRound,
  type LastReport,
  type QuarterKey,
  type ReportSources,
  type RoundKind,
  type RoundResults,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import { PartnershipRepository, type Access } from '../accounts/index.js';
import { AuditResultRepository, type StratumCoverage } from '../audits/index.js';
import { FeedbackRepository } from '../feedback/index.js';
import { FrameworkRepository } from '../frameworks/index.js';
import { ProgrammeRepository, RoundRepository, SampleRepository } from '../programme/index.js';
import { frozenStratum, TrendRepository } from '../trends/index.js';
import { ReportRepository } from './report.repository.js';

export interface QuarterOfKind {
  frameworkKind: string;
  quarter: QuarterKey;
}

/** Reads what a quarter's report is compiled from. All of it is there once the routine round is closed. */
@Injectable()
export class GatherSources {
  constructor(
    private readonly results: AuditResultRepository,
    private readonly trends: TrendRepository,
    private readonly frameworks: FrameworkRepository,
    private readonly feedback: FeedbackRepository,
    private readonly rounds: RoundRepository,
    private readonly samples: SampleRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly partnership: PartnershipRepository,
    private readonly reports: ReportRepository,
  ) {}

  /** @throws Problem rule-broken while the quarter's round of the whole register is not closed */
  async of(
    access: Access,
    manager: EntityManager,
    wanted: QuarterOfKind,
    edition: number,
  ): Promise<ReportSources> {
    const { frameworkKind, quarter } = wanted;
    const roundKind = await this.roundKindOf(frameworkKind);
    const search = { frameworkKind, roundKind, from: quarter, to: quarter };
    const coverage = await this.results.coverageOf(access, search, manager);
    const [first] = coverage;
    if (!first) throw new Problem('rule-broken', sayNotClosed(quarter, roundKind));
    const framework = await this.frameworks.version(first.frameworkVersionId, manager);
    const results = await this.results.ofQuarters(access, search, manager);
    const { name, colour } = await this.partnership.read(manager);
    const { answered, unanswered } = await this.feedback.countsOf(
      'the-service',
      quarter,
      frameworkKind,
    );
    return {
      definition: framework.definition,
      framework: { number: framework.number, hash: framework.hash },
      partnership: { name, colour },
      edition,
      round: { ...roundOf(quarter, coverage), results },
      coverage,
      draw: await this.drawOf(manager, first.roundId),
      quarters: await this.trends.forReadersBefore(
        manager,
        frameworkKind,
        quarterAfter(quarter, 1),
      ),
      feedback: {
        correctedNow: answered['corrected-now'],
        atNextReview: answered['at-next-review'],
        notPossible: answered['not-possible'],
        unanswered,
      },
      last: await this.last(manager, wanted),
    };
  }

  /** The kind of round that speaks of the whole register: what is audited decides it. */
  private async roundKindOf(frameworkKind: string): Promise<RoundKind> {
    const versions = await this.frameworks.overview();
    const unit = versions.find(({ kind }) => kind === frameworkKind)?.unit ?? 'plan';
    return registerRound(unit);
  }

  private async drawOf(manager: EntityManager, roundId: string): Promise<ReportSources['draw']> {
    const { programmeId } = await this.rounds.find(roundId, manager);
    const { seedCommitment } = await this.programmes.find(programmeId, manager);
    const sample = await this.samples.ofRound(roundId, manager);
    if (!sample) throw new Error('a closed round has its sample');
    return { drawnOn: londonDayOf(sample.drawnAt), seedCommitment };
  }

  private async last(manager: EntityManager, wanted: QuarterOfKind): Promise<LastReport | null> {
    const last = await this.reports.publishedBefore(manager, wanted);
    if (!last) return null;
    const decisions = await this.reports.decisions(last.id, manager);
    return {
      quarter: last.quarter,
      weakest: last.compiled.weakest,
      decisions: decisions.map(({ text, owner, outcome, note, decidedOn }) => ({
        ...{ text, owner },
        taken: outcome && decidedOn !== null ? { outcome, note, decidedOn } : null,
      })),
    };
  }
}

function roundOf(
  quarter: QuarterKey,
  coverage: readonly StratumCoverage[],
): Omit<RoundResults, 'results'> {
  return {
    quarter,
    frameworkVersionId: coverage[0]?.frameworkVersionId ?? '',
    strata: coverage.map(frozenStratum),
  };
}

function sayNotClosed(quarter: QuarterKey, roundKind: RoundKind): string {
  return `The ${roundKind} round of ${quarterInWords(quarter)} is not closed yet. Close it first: a report is made of closed rounds only.`;
}
