import { Injectable } from '@nestjs/common';
import {
  daysOfQuarter,
  isEmptyFilter,
  londonDayOf,
  Problem,
  roundReference,
  roundRulesBroken,
  whyNotForRound,
  yearOf,
  type RoundKind,
  type ThemeFilter,
  type WantedRound,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { FrameworkRepository } from '../../frameworks/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { wordConstraint } from '../../platform/database/constraint-problems.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Ids } from '../../platform/ids/ids.js';
import { AppendToTrail } from '../../trail/index.js';
import { ProgrammeRepository, type StoredProgramme } from '../years/programme.repository.js';
import { RoundRepository } from './round.repository.js';

wordConstraint('audit_rounds_routine_uq', () =>
  Problem.ofFields('already-taken', [
    { path: 'quarter', message: 'This quarter has its routine round with this framework already' },
  ]),
);

wordConstraint('audit_rounds_advice_uq', () =>
  Problem.ofFields('already-taken', [
    { path: 'quarter', message: 'This quarter has its advice round with this framework already' },
  ]),
);

/** A round as it is asked for; what the plans of a theme share is part of the form and not a form of its own. */
export interface RoundToOpen {
  kind: RoundKind;
  quarter: string;
  frameworkVersionId: string;
  sampleSize: number;
  dueOn: string;
  themeTitle?: string | null;
  themeNeed?: ThemeFilter['need'];
  themeSettingType?: ThemeFilter['settingType'];
  themePhase?: ThemeFilter['phase'];
  themeTeam?: string | null;
  isThemeLookedAfter?: boolean | null;
}

/** Opens a round for a quarter. Nothing is drawn yet. */
@Injectable()
export class OpenRound {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly frameworks: FrameworkRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns the key of the round */
  async open(access: Access, request: RoundToOpen, key: string): Promise<string> {
    const wanted = roundOf(request);
    const today = londonDayOf(this.clock.now());
    const versions = await this.frameworks.overview();
    const framework = versions.find(({ id }) => id === request.frameworkVersionId);
    const broken = roundRulesBroken(wanted, today, framework?.unit ?? 'plan');
    if (broken.length > 0) throw Problem.ofFields('rule-broken', broken);
    const { from } = daysOfQuarter(wanted.quarter);
    const message = whyNotForRound(framework, versions, from, today);
    if (!framework || message !== null) {
      throw Problem.ofFields('rule-broken', [
        { path: 'frameworkVersionId', message: message ?? 'Choose a framework from the list' },
      ]);
    }
    const repeatable = {
      key,
      accountId: access.account.id,
      request: { act: 'open-round', request },
    };
    return this.transactions.once(repeatable, async (manager) => {
      const programme = await this.unfinishedYear(manager, wanted.quarter);
      const earlier = await this.rounds.countOfKind(manager, wanted.quarter, wanted.kind);
      const round = {
        id: this.ids.next(),
        reference: roundReference(wanted.quarter, wanted.kind, earlier),
        kind: wanted.kind,
        quarter: wanted.quarter,
        sampleSize: wanted.sampleSize,
        dueOn: wanted.dueOn,
      };
      await this.rounds.insert(manager, {
        ...round,
        programmeId: programme.id,
        frameworkVersionId: request.frameworkVersionId,
        frameworkKind: framework.kind,
        themeTitle: wanted.themeTitle ?? null,
        themeFilter: wanted.themeFilter ?? null,
        openedBy: access.account.id,
        openedAt: this.clock.now(),
      });
      const { id, ...details } = round;
      await this.trail.append(manager, {
        act: 'programme.open-round',
        actorId: access.account.id,
        subject: { type: 'round', id },
        details,
        correlationId: access.correlationId,
      });
      return id;
    });
  }

  private async unfinishedYear(manager: EntityManager, quarter: string): Promise<StoredProgramme> {
    const year = yearOf(quarter);
    const programme = await this.programmes.lockYear(manager, year);
    if (programme && programme.drawingFinishedOn === null) return programme;
    const message = programme
      ? `Drawing is finished for ${year}, so no round can be added to it`
      : `The programme year ${year} has not been opened. Open it first`;
    throw Problem.ofFields('rule-broken', [{ path: 'quarter', message }]);
  }
}

function roundOf(request: RoundToOpen): WantedRound {
  const filter: ThemeFilter = {
    need: request.themeNeed ?? null,
    settingType: request.themeSettingType ?? null,
    phase: request.themePhase ?? null,
    team: request.themeTeam ?? null,
    isLookedAfter: request.isThemeLookedAfter ?? null,
  };
  return {
    kind: request.kind,
    quarter: request.quarter,
    sampleSize: request.sampleSize,
    dueOn: request.dueOn,
    themeTitle: request.themeTitle ?? null,
    themeFilter: isEmptyFilter(filter) ? null : filter,
  };
}
