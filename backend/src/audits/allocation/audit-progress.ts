import { Injectable } from '@nestjs/common';
import type { AuditListResponse, AuditProgressResponse } from '@app/shared/contracts';
import { londonDayOf, unitOfRound } from '@app/shared/domain';
import { AccountRepository, type Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import {
  DocumentRepository,
  PlansToAudit,
  RoundRepository,
  SampleRepository,
  type StoredRound,
} from '../../programme/index.js';
import { availableAuditors } from './allocate-round.js';
import { AllocationRepository } from './allocation.repository.js';
import {
  AuditRepository,
  type StoredAudit,
  type StoredScoringProgress,
} from './audit.repository.js';

interface Names {
  people: ReadonlyMap<string, string>;
  agencies: readonly { key: string; title: string }[];
}

/** How far the audits of a round are, for the lead who chases them. */
@Injectable()
export class AuditProgress {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly samples: SampleRepository,
    private readonly plans: PlansToAudit,
    private readonly documents: DocumentRepository,
    private readonly accounts: AccountRepository,
    private readonly audits: AuditRepository,
    private readonly allocation: AllocationRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found */
  async list(access: Access, roundId: string): Promise<AuditListResponse> {
    const round = await this.rounds.find(roundId);
    const [audits, scorings, auditors, open, agencies] = await Promise.all([
      this.audits.ofRound(access, roundId),
      this.audits.progressOfRound(access, roundId),
      availableAuditors(this.accounts),
      this.allocation.openScorings(),
      this.accounts.agencies(),
    ]);
    const ids = scorings.flatMap(({ auditorId }) => auditorId ?? []);
    const names = { people: await this.accounts.namesOf(ids), agencies };
    const byAudit = Map.groupBy(scorings, ({ auditId }) => auditId);
    const listed = audits.map((audit) => this.auditOf(audit, byAudit.get(audit.id) ?? [], names));
    const isWithoutAuditor = ({ auditor, progress }: AuditProgressResponse['scorings'][number]) =>
      auditor === null && progress !== 'withdrawn';
    return {
      ...(await this.notAuditedYet(access, round)),
      scoringsWithoutAuditor: listed.flatMap((audit) => audit.scorings).filter(isWithoutAuditor)
        .length,
      audits: listed,
      auditors: auditors.map(({ id, fullName, agency }) => ({
        ...{ id, fullName, agency },
        openScorings: open.get(id) ?? 0,
      })),
    };
  }

  private async notAuditedYet(
    access: Access,
    { id, kind }: StoredRound,
  ): Promise<Pick<AuditListResponse, 'plansWithoutAudit' | 'documents'>> {
    const unit = unitOfRound(kind);
    const sample = await this.samples.ofRound(id);
    if (!sample) return { plansWithoutAudit: 0, documents: null };
    const all = await this.plans.ofSample(access, sample.id, unit);
    const audited = await this.allocation.audited(sample.id);
    return {
      plansWithoutAudit: all.filter(({ planId, documentId }) => !audited.has(documentId ?? planId))
        .length,
      documents: unit === 'document' ? await this.documents.countsOf(access, sample.id) : null,
    };
  }

  private auditOf(
    audit: StoredAudit,
    scorings: readonly StoredScoringProgress[],
    names: Names,
  ): AuditProgressResponse {
    return {
      ...audit,
      isDue: londonDayOf(this.clock.now()) >= audit.dueOn,
      scorings: scorings.map((scoring) => ({
        ...scoring,
        agency: agencyOf(scoring.agency, names),
        auditor: auditorOf(scoring.auditorId, names),
        submittedAt: scoring.submittedAt?.toISOString() ?? null,
      })),
    };
  }
}

function agencyOf(key: string, { agencies }: Names): { key: string; title: string } {
  return agencies.find((agency) => agency.key === key) ?? { key, title: key };
}

function auditorOf(id: string | null, { people }: Names): { id: string; fullName: string } | null {
  return id === null ? null : { id, fullName: people.get(id) ?? '' };
}
