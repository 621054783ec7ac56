import { Injectable } from '@nestjs/common';
import type {
  ScoringCheckResponse,
  ScoringForm,
  ScoringResponse,
  ScoringSummary,
} from '@app/shared/contracts';
import {
  answersByKey,
  applicabilityOfForm,
  domainProgress,
  londonDayOf,
  partsOfAgency,
  Problem,
  registerValues,
  scoringFaults,
  type ScoringState,
} from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { FrameworkInUse } from '../framework-in-use.js';
import { AnswerRepository } from './answer.repository.js';
import { ScoringRepository, type StoredScoring } from './scoring.repository.js';

/** Scorings as their own auditors read them. */
@Injectable()
export class ScoringViews {
  constructor(
    private readonly scorings: ScoringRepository,
    private readonly answers: AnswerRepository,
    private readonly frameworks: FrameworkInUse,
    private readonly clock: Clock,
  ) {}

  async list(access: Access, state: ScoringState | null): Promise<ScoringSummary[]> {
    const scorings = await this.scorings.list(access, state);
    return scorings.map((scoring) => this.summaryOf(scoring));
  }

  /** @throws Problem not-found */
  async read(access: Access, id: string): Promise<ScoringResponse> {
    const scoring = await this.scorings.find(access, id);
    return {
      ...this.summaryOf(scoring),
      auditState: scoring.auditState,
      plan: scoring.registerFacts,
      form: scoring.openedAt === null ? null : await this.formOf(scoring),
    };
  }

  /** @throws Problem not-found; rule-broken before the scoring is opened */
  async check(access: Access, id: string): Promise<ScoringCheckResponse> {
    const scoring = await this.scorings.find(access, id);
    if (scoring.openedAt === null) {
      throw new Problem('rule-broken', 'Declare first whether you have a conflict of interest.');
    }
    const { definition } = await this.frameworks.version(scoring.frameworkVersionId);
    const toCheck = {
      agency: scoring.agency,
      register: registerValues(scoring.registerFacts),
      answers: await this.answers.ofScoring(id),
    };
    const faults = scoringFaults(definition, toCheck, this.today());
    const domains = domainProgress(definition, toCheck, faults);
    return { isComplete: faults.length === 0, domains, faults };
  }

  private async formOf({
    id,
    agency,
    frameworkVersionId,
    registerFacts,
  }: StoredScoring): Promise<ScoringForm> {
    const version = await this.frameworks.version(frameworkVersionId);
    const answers = await this.answers.ofScoring(id);
    const parts = partsOfAgency(version.definition, agency);
    const register = registerValues(registerFacts);
    const swept = answersByKey(answers, 'sweep');
    const { kind, title } = version.definition;
    return {
      framework: { id: version.id, kind, title, number: version.number },
      scale: parts.scale,
      profileFields: parts.profileFields,
      register,
      domains: parts.domains,
      facts: parts.facts,
      sources: parts.sources,
      answers: answers.map((answer) => ({ ...answer, savedAt: answer.savedAt.toISOString() })),
      applicability: applicabilityOfForm(parts, agency, register, swept),
    };
  }

  private summaryOf(scoring: StoredScoring): ScoringSummary {
    const { agency, agencyTitle, openedAt, submittedAt, registerFacts } = scoring;
    return {
      ...scoring,
      planRef: registerFacts.planRef,
      agency: { key: agency, title: agencyTitle },
      isOverdue: scoring.state === 'open' && this.today() > scoring.dueOn,
      declaredAt: openedAt?.toISOString() ?? null,
      submittedAt: submittedAt?.toISOString() ?? null,
    };
  }

  private today(): string {
    return londonDayOf(this.clock.now());
  }
}
