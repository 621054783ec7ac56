import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  CriterionDecision,
  ModerationClosing,
  ModerationFilter,
  ModerationListResponse,
  ModerationResponse,
  ProfileCorrection,
} from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../../accounts/index.js';
import { Answers, changeProblems } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { CloseAudit } from '../closing/close-audit.js';
import { CorrectProfile } from './correct-profile.js';
import { DecideCriterion } from './decide-criterion.js';
import { ModerationViews } from './moderation-views.js';

/** What moderators do with audits whose scorings are in. */
@ApiTags('moderations')
@Controller('moderations')
export class ModerationsController {
  constructor(
    private readonly views: ModerationViews,
    private readonly decideCriterion: DecideCriterion,
    private readonly correctProfile: CorrectProfile,
    private readonly closeAudit: CloseAudit,
  ) {}

  @Get()
  @Answers(200, ModerationListResponse, 'not-signed-in')
  async list(
    @CurrentAccess() access: Access,
    @Query() { state, round }: ModerationFilter,
  ): Promise<ModerationListResponse> {
    return { moderations: await this.views.list(access, state ?? 'awaiting', round ?? null) };
  }

  @Get(':id')
  @HasId()
  @Answers(200, ModerationResponse, 'not-signed-in', 'not-found')
  read(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<ModerationResponse> {
    return this.views.read(access, id);
  }

  @Put(':id/criteria/:key')
  @HasId()
  @ApiParam({ name: 'key', type: String })
  @HasIdempotencyKey()
  @Answers(200, ModerationResponse, ...changeProblems, 'not-found', 'stale-version')
  async decide(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Param('key') criterion: string,
    @Body() { outcome, reason = null, seenVersion }: CriterionDecision,
    @IdempotencyKey() key: string,
  ): Promise<ModerationResponse> {
    const wanted = { outcome, reason, seenVersion };
    await this.decideCriterion.decide(access, id, criterion, wanted, key);
    return this.views.read(access, id);
  }

  @Put(':id/profile/:field')
  @HasId()
  @ApiParam({ name: 'field', type: String })
  @HasIdempotencyKey()
  @Answers(200, ModerationResponse, ...changeProblems, 'not-found', 'stale-version')
  async correct(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Param('field') field: string,
    @Body() { value, reason = null, version }: ProfileCorrection,
    @IdempotencyKey() key: string,
  ): Promise<ModerationResponse> {
    await this.correctProfile.correct(access, id, field, { value, reason, version }, key);
    return this.views.read(access, id);
  }

  @Post(':id/closing')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, ModerationResponse, ...changeProblems, 'not-found', 'stale-version')
  async close(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: ModerationClosing,
    @IdempotencyKey() key: string,
  ): Promise<ModerationResponse> {
    const { version, asProposed, finalGrade, finalGradeReason, feedbackPoints } = body;
    const wanted = {
      ...{ version, asProposed, finalGrade: finalGrade ?? null },
      ...{ finalGradeReason: finalGradeReason ?? null, feedbackPoints: feedbackPoints ?? null },
    };
    await this.closeAudit.close(access, id, wanted, key);
    return this.views.read(access, id);
  }
}
