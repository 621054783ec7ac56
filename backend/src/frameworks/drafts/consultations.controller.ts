import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  FrameworkCommentWanted,
  FrameworkConsultationResponse,
  FrameworkDraftListResponse,
} from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../../accounts/index.js';
import { Answers, changeProblems } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { CommentOnDraft } from './comment-on-draft.js';
import { DraftViews } from './draft-views.js';

/** A draft as the people read it who are asked about it. */
@ApiTags('framework drafts')
@Controller('framework-consultations')
export class ConsultationsController {
  constructor(
    private readonly views: DraftViews,
    private readonly commentOnDraft: CommentOnDraft,
  ) {}

  @Get()
  @Answers(200, FrameworkDraftListResponse, 'not-signed-in')
  async list(@CurrentAccess() access: Access): Promise<FrameworkDraftListResponse> {
    return { drafts: await this.views.listOfReviewer(access) };
  }

  @Get(':id')
  @HasId()
  @Answers(200, FrameworkConsultationResponse, 'not-signed-in', 'not-found')
  read(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<FrameworkConsultationResponse> {
    return this.views.consultation(access, id);
  }

  @Post(':id/comments')
  @HasId()
  @HasIdempotencyKey()
  @Answers(201, FrameworkConsultationResponse, ...changeProblems, 'not-found')
  async comment(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() { criterion = null, text }: FrameworkCommentWanted,
    @IdempotencyKey() key: string,
  ): Promise<FrameworkConsultationResponse> {
    await this.commentOnDraft.comment(access, id, { criterion, text }, key);
    return this.views.consultation(access, id);
  }
}
