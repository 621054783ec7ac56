import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DeclarationResponse,
  ScoringCheckResponse,
  ScoringDeclaration,
  ScoringFilter,
  ScoringListResponse,
  ScoringResponse,
  ScoringSubmission,
  SubmissionResponse,
} from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../../accounts/index.js';
import { Answers, changeProblems } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { DeclareConflict } from './declare-conflict.js';
import { ScoringViews } from './scoring-views.js';
import { SubmitScoring } from './submit-scoring.js';

/** What auditors do with their own scorings. */
@ApiTags('scorings')
@Controller('scorings')
export class ScoringsController {
  constructor(
    private readonly views: ScoringViews,
    private readonly declareConflict: DeclareConflict,
    private readonly submitScoring: SubmitScoring,
  ) {}

  @Get()
  @Answers(200, ScoringListResponse, 'not-signed-in')
  async list(
    @CurrentAccess() access: Access,
    @Query() { state }: ScoringFilter,
  ): Promise<ScoringListResponse> {
    return { scorings: await this.views.list(access, state ?? null) };
  }

  @Get(':id')
  @HasId()
  @Answers(200, ScoringResponse, 'not-signed-in', 'not-found')
  read(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<ScoringResponse> {
    return this.views.read(access, id);
  }

  @Get(':id/check')
  @HasId()
  @Answers(200, ScoringCheckResponse, 'not-signed-in', 'not-found', 'rule-broken')
  check(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<ScoringCheckResponse> {
    return this.views.check(access, id);
  }

  @Post(':id/declaration')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, DeclarationResponse, ...changeProblems, 'not-found', 'stale-version')
  declare(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: ScoringDeclaration,
    @IdempotencyKey() key: string,
  ): Promise<DeclarationResponse> {
    return this.declareConflict.declare(access, id, body, key);
  }

  @Post(':id/submission')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, SubmissionResponse, ...changeProblems, 'not-found', 'stale-version')
  async submit(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() { version }: ScoringSubmission,
    @IdempotencyKey() key: string,
  ): Promise<SubmissionResponse> {
    const submitted = await this.submitScoring.submit(access, id, version, key);
    return { ...submitted, submittedAt: submitted.submittedAt.toISOString() };
  }
}
