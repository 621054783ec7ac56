import { Injectable } from '@nestjs/common';
import type {
  ModerationClosingResponse,
  ModerationResponse,
  ModerationSummary,
} from '@app/shared/contracts';
import {
  londonDayOf,
  mayBeAccepted,
  outcomeOfNumber,
  triggerInWords,
  waitsForDecision,
  type FrameworkDefinition,
  type ModerationList,
  type ModerationTrigger,
} from '@app/shared/domain';
import { AccountRepository, type Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { RoundRepository, RoundSeeds } from '../../programme/index.js';
import { FrameworkInUse } from '../framework-in-use.js';
import {
  differing,
  inModeration,
  isTouched,
  triggersOf,
  type AuditInModeration,
} from './audit-in-moderation.js';
import { formOfModeration } from './form-of-moderation.js';
import {
  ModerationRepository,
  type AuditToList,
  type StoredClosing,
  type StoredModeration,
} from './moderation.repository.js';

/** What of a summary depends on what agencies and moderators recorded. */
type Standing = Pick<ModerationSummary, 'differing' | 'toDecide'> & {
  reasons: readonly ModerationTrigger[];
};

/** Audits as moderators read them, and once they are closed the lead. */
@Injectable()
export class ModerationViews {
  constructor(
    private readonly moderations: ModerationRepository,
    private readonly frameworks: FrameworkInUse,
    private readonly rounds: RoundRepository,
    private readonly seeds: RoundSeeds,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  async list(
    access: Access,
    state: ModerationList,
    roundId: string | null,
  ): Promise<ModerationSummary[]> {
    const rounds = await this.roundReferences();
    if (state === 'closed') {
      const closed = await this.moderations.closed(access, roundId);
      return Promise.all(closed.map((audit) => this.closedSummary(audit, rounds)));
    }
    const awaiting = await this.moderations.awaiting(access, roundId);
    const seeds = await this.seeds.of([...new Set(awaiting.map((audit) => audit.roundId))]);
    const listed = await Promise.all(
      awaiting.map(async (audit) => {
        const { definition } = await this.frameworks.version(audit.frameworkVersionId);
        const seed = seeds.get(audit.roundId) ?? '';
        return this.summaryOf(audit, standingOf(inModeration(audit, definition), seed), rounds);
      }),
    );
    return listed.toSorted((a, b) => b.reasons.length - a.reasons.length);
  }

  /** @throws Problem not-found */
  async read(access: Access, id: string): Promise<ModerationResponse> {
    const stored = await this.moderations.find(access, id);
    const version = await this.frameworks.version(stored.frameworkVersionId);
    const moderated = inModeration(stored, version.definition);
    const seeds = await this.seeds.of([stored.roundId]);
    const seed = seeds.get(stored.roundId) ?? '';
    const names = await this.accounts.namesOf(whoRecorded(stored));
    const standing = stored.closing
      ? { ...stored.closing, toDecide: 0 }
      : standingOf(moderated, seed);
    const isOpen = stored.closing === null;
    return {
      ...(await this.summaryOf(stored, standing, await this.roundReferences())),
      mayBeAccepted:
        isOpen && mayBeAccepted({ triggers: standing.reasons, isTouched: isTouched(moderated) }),
      form: formOfModeration(moderated, version, { seed, names }),
      closing: stored.closing && closingOf(stored.closing, version.definition, names),
      version: stored.version,
    };
  }

  private closedSummary(
    audit: AuditToList,
    rounds: ReadonlyMap<string, string>,
  ): Promise<ModerationSummary> {
    const { reasons = [], differing: differ = 0 } = audit.closing ?? {};
    return this.summaryOf(audit, { reasons, differing: differ, toDecide: 0 }, rounds);
  }

  private async summaryOf(
    audit: AuditToList,
    { reasons, differing: differ, toDecide }: Standing,
    rounds: ReadonlyMap<string, string>,
  ): Promise<ModerationSummary> {
    const { id, reference, quarter, state, dueOn, closing } = audit;
    const { definition } = await this.frameworks.version(audit.frameworkVersionId);
    return {
      ...{ id, reference, quarter, state, dueOn },
      round: { id: audit.roundId, reference: rounds.get(audit.roundId) ?? '' },
      ...{ planRef: audit.registerFacts.planRef, document: audit.document },
      daysWaiting: closing ? 0 : daysSince(audit.waitingSince, this.clock.now()),
      reasons: reasons.map((trigger) => ({
        reason: trigger.reason,
        title: triggerInWords(trigger),
        criteria: 'criteria' in trigger ? trigger.criteria : [],
      })),
      ...{ differing: differ, toDecide },
      closedAt: closing?.closedAt ?? null,
      status: closing?.status ?? null,
      finalGrade: finalGradeOf(closing, definition),
    };
  }

  private async roundReferences(): Promise<ReadonlyMap<string, string>> {
    const rounds = await this.rounds.list();
    return new Map(rounds.map(({ id, reference }) => [id, reference]));
  }
}

function standingOf(moderated: AuditInModeration, seed: string): Standing {
  return {
    reasons: triggersOf(moderated, seed),
    differing: differing(moderated.audit),
    toDecide: moderated.audit.criteria.filter(waitsForDecision).length,
  };
}

function finalGradeOf(
  closing: StoredClosing | null,
  { scale }: FrameworkDefinition,
): ModerationSummary['finalGrade'] {
  const key = closing && outcomeOfNumber(closing.finalGrade, scale.grades);
  const grade = scale.grades.find((one) => one.key === key);
  return grade ? { key: grade.key, title: grade.label } : null;
}

function closingOf(
  closing: StoredClosing,
  { scale }: FrameworkDefinition,
  names: ReadonlyMap<string, string>,
): ModerationClosingResponse {
  return {
    ...closing,
    closedBy: names.get(closing.closedBy) ?? '',
    cappedGrade: outcomeOfNumber(closing.cappedGrade, scale.grades),
    finalGrade: outcomeOfNumber(closing.finalGrade, scale.grades),
  };
}

function whoRecorded({ decisions, corrections, closing }: StoredModeration): string[] {
  const recorded = [...decisions, ...corrections].map(({ by }) => by);
  return [...new Set([...recorded, ...(closing ? [closing.closedBy] : [])])];
}

/** Whole days between two days in London. */
function daysSince(from: Date, to: Date): number {
  const [first, last] = [from, to].map((instant) => Date.parse(`${londonDayOf(instant)}T00:00Z`));
  return Math.round(((last ?? 0) - (first ?? 0)) / MILLISECONDS_PER_DAY);
}

const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1000;
