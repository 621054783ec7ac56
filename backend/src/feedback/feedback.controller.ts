import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  FeedbackFilter,
  FeedbackListResponse,
  FeedbackReplyResponse,
  FeedbackReplyWanted,
  FeedbackResponse,
} from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../accounts/index.js';
import { Answers, changeProblems } from '../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../platform/http/record-id.js';
import { FeedbackViews } from './feedback-views.js';
import { OpenFeedback } from './open-feedback.js';
import { ReplyToPoint } from './reply-to-point.js';

/** What the writers of plans receive and reply. */
@ApiTags('feedback')
@Controller('feedback')
export class FeedbackController {
  constructor(
    private readonly views: FeedbackViews,
    private readonly openFeedback: OpenFeedback,
    private readonly replyToPoint: ReplyToPoint,
  ) {}

  @Get()
  @Answers(200, FeedbackListResponse, 'not-signed-in')
  list(
    @CurrentAccess() access: Access,
    @Query() { page = 1, ...search }: FeedbackFilter,
  ): Promise<FeedbackListResponse> {
    return this.views.list(access, search, page);
  }

  @Get(':id')
  @HasId()
  @Answers(200, FeedbackResponse, 'not-signed-in', 'not-found')
  read(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<FeedbackResponse> {
    return this.views.read(access, id);
  }

  @Post(':id/opening')
  @HasId()
  @HasIdempotencyKey()
  @Answers(204, null, ...changeProblems, 'not-found')
  async open(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    await this.openFeedback.open(access, id, key);
  }

  @Put(':id/replies/:key')
  @HasId()
  @ApiParam({ name: 'key', type: String, description: 'Key of the criterion of the point' })
  @HasIdempotencyKey()
  @Answers(200, FeedbackReplyResponse, ...changeProblems, 'not-found', 'stale-version')
  async reply(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Param('key') criterion: string,
    @Body() { answer, note = null, seenVersion }: FeedbackReplyWanted,
    @IdempotencyKey() key: string,
  ): Promise<FeedbackReplyResponse> {
    const wanted = { answer, note, seenVersion };
    return this.views.reply(await this.replyToPoint.reply(access, id, criterion, wanted, key));
  }
}
