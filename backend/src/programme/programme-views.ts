import { Injectable } from '@nestjs/common';
import type {
  DrawPlanResponse,
  ProgrammeListResponse,
  ProgrammeResponse,
  RoundFramework,
  RoundResponse,
  RoundSummary,
  SampleResponse,
} from '@app/shared/contracts';
import {
  londonDayOf,
  mergedStratumTitle,
  quartersToOpen,
  whyNotFinished,
  yearOf,
  yearsToOpen,
} from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { FrameworkRepository } from '../frameworks/index.js';
import { Clock } from '../platform/clock/clock.js';
import { PlanFrame } from '../plans/index.js';
import { RoundRepository, type StoredRound } from './rounds/round.repository.js';
import { PlanDraw, precisionOf } from './sampling/plan-draw.js';
import { SampleRepository } from './sampling/sample.repository.js';
import { ProgrammeRepository, type StoredProgramme } from './years/programme.repository.js';

type Frameworks = ReadonlyMap<string, RoundFramework>;

/** The programme as the audit lead reads it. */
@Injectable()
export class ProgrammeViews {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: RoundRepository,
    private readonly samples: SampleRepository,
    private readonly frameworks: FrameworkRepository,
    private readonly planDraw: PlanDraw,
    private readonly frame: PlanFrame,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<ProgrammeListResponse> {
    const [programmes, rounds, frameworks] = await Promise.all([
      this.programmes.list(),
      this.rounds.list(),
      this.frameworksById(),
    ]);
    const open = programmes.map(({ year }) => year);
    const unfinished = programmes.filter(({ drawingFinishedOn }) => drawingFinishedOn === null);
    return {
      programmes: programmes.map((programme) => this.programmeOf(programme, rounds, frameworks)),
      yearsToOpen: yearsToOpen(this.today()).filter((year) => !open.includes(year)),
      quartersToOpen: quartersToOpen(this.today()).filter((quarter) =>
        unfinished.some(({ year }) => year === yearOf(quarter)),
      ),
    };
  }

  async programme(id: string): Promise<ProgrammeResponse> {
    const programme = await this.programmes.find(id);
    const [rounds, frameworks] = await Promise.all([this.rounds.list(), this.frameworksById()]);
    return this.programmeOf(programme, rounds, frameworks);
  }

  async round(access: Access, id: string): Promise<RoundResponse> {
    const round = await this.rounds.find(id);
    const [programme, frameworks, sample] = await Promise.all([
      this.programmes.find(round.programmeId),
      this.frameworksById(),
      this.sampleOf(access, round),
    ]);
    const { seed, seedCommitment } = programme;
    return { ...summaryOf(round, frameworks), seed, seedCommitment, sample };
  }

  async drawPlan(access: Access, id: string): Promise<DrawPlanResponse> {
    const round = await this.rounds.find(id);
    const { planned, ...plan } = await this.planDraw.plan(access, round, this.today());
    const { populationSize, size, strata } = planned;
    return {
      ...{ whyNot: plan.whyNot, registerAsAt: plan.registerAsAt, populationSize, size },
      strata: strata.map((stratum) => ({ ...stratum, title: mergedStratumTitle(stratum.members) })),
      precision: precisionOf(planned, round.kind),
    };
  }

  private async sampleOf(access: Access, round: StoredRound): Promise<SampleResponse | null> {
    const sample = await this.samples.ofRound(round.id);
    if (!sample) return null;
    const [strata, plans] = await Promise.all([
      this.samples.strata(sample.id),
      this.samples.taken(access, sample.id),
    ]);
    const ids = plans.map(({ planId }) => planId);
    // What ceases after its round is closed was audited while it was a plan.
    const isClosed = round.state === 'closed';
    const ceased = isClosed ? new Set() : await this.frame.ceasedAmong(access, ids);
    return {
      ...sample,
      drawnAt: sample.drawnAt.toISOString(),
      precision: precisionOf(sample, round.kind) ?? '',
      strata: strata.map((stratum) => ({ ...stratum, title: mergedStratumTitle(stratum.members) })),
      plans: plans.map((plan) => ({ ...plan, hasCeased: ceased.has(plan.planId) })),
    };
  }

  private programmeOf(
    programme: StoredProgramme,
    rounds: readonly StoredRound[],
    frameworks: Frameworks,
  ): ProgrammeResponse {
    const own = rounds.filter(({ programmeId }) => programmeId === programme.id);
    return {
      ...programme,
      openedAt: programme.openedAt.toISOString(),
      whyNotFinished:
        programme.drawingFinishedOn === null ? whyNotFinished(own, this.today()) : null,
      rounds: own.map((round) => summaryOf(round, frameworks)),
    };
  }

  private async frameworksById(): Promise<Frameworks> {
    const versions = await this.frameworks.overview();
    return new Map(
      versions.map(({ id, kind, title, number }) => [id, { id, kind, title, number }]),
    );
  }

  private today(): string {
    return londonDayOf(this.clock.now());
  }
}

function summaryOf(round: StoredRound, frameworks: Frameworks): RoundSummary {
  const id = round.frameworkVersionId;
  return {
    ...round,
    openedAt: round.openedAt.toISOString(),
    framework: frameworks.get(id) ?? { id, kind: '', title: '', number: 0 },
  };
}
