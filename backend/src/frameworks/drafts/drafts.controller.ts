import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ConsultationWanted,
  DraftChange,
  DraftWanted,
  FrameworkDraftListResponse,
  FrameworkDraftResponse,
  PublicationWanted,
  ReviewerListResponse,
  SeenDraft,
} from '@app/shared/contracts';
import { AccountRepository, CurrentAccess, type Access } from '../../accounts/index.js';
import { Answers, changeProblems } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { wholeAbout } from '../whole-about.js';
import { ChangeDraft } from './change-draft.js';
import { ConsultOnDraft } from './consult-on-draft.js';
import { DiscardDraft } from './discard-draft.js';
import { DraftViews } from './draft-views.js';
import { PublishDraft } from './publish-draft.js';
import { StartDraft } from './start-draft.js';

/** The life of a framework before it is published. */
@ApiTags('framework drafts')
@Controller('framework-drafts')
export class DraftsController {
  constructor(
    private readonly views: DraftViews,
    private readonly accounts: AccountRepository,
    private readonly startDraft: StartDraft,
    private readonly changeDraft: ChangeDraft,
    private readonly discardDraft: DiscardDraft,
    private readonly consultOnDraft: ConsultOnDraft,
    private readonly publishDraft: PublishDraft,
  ) {}

  @Get()
  @Answers(200, FrameworkDraftListResponse, 'not-signed-in')
  async list(): Promise<FrameworkDraftListResponse> {
    return { drafts: await this.views.list() };
  }

  @Post()
  @HasIdempotencyKey()
  @Answers(201, FrameworkDraftResponse, ...changeProblems, 'not-found', 'already-taken')
  async start(
    @CurrentAccess() access: Access,
    @Body() { basedOn, ...about }: DraftWanted,
    @IdempotencyKey() key: string,
  ): Promise<FrameworkDraftResponse> {
    const id = basedOn
      ? await this.startDraft.copy(access, basedOn, key)
      : await this.startDraft.fromNothing(access, wholeAbout(about), key);
    return this.views.draft(access, id);
  }

  /** Before `:id`, which would take it for a key. */
  @Get('reviewers')
  @Answers(200, ReviewerListResponse, 'not-signed-in')
  async reviewers(): Promise<ReviewerListResponse> {
    const people = await this.accounts.list({ status: 'active' });
    return { people: people.map(({ id, fullName }) => ({ id, fullName })) };
  }

  @Get(':id')
  @HasId()
  @Answers(200, FrameworkDraftResponse, 'not-signed-in', 'not-found')
  read(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<FrameworkDraftResponse> {
    return this.views.draft(access, id);
  }

  @Put(':id')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, FrameworkDraftResponse, ...changeProblems, 'not-found', 'stale-version')
  async change(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: DraftChange,
    @IdempotencyKey() key: string,
  ): Promise<FrameworkDraftResponse> {
    await this.changeDraft.change(access, id, body, key);
    return this.views.draft(access, id);
  }

  @Post(':id/discarding')
  @HasId()
  @HasIdempotencyKey()
  @Answers(204, null, ...changeProblems, 'not-found', 'stale-version')
  discard(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() { version }: SeenDraft,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    return this.discardDraft.discard(access, id, version, key);
  }

  @Post(':id/consultation')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, FrameworkDraftResponse, ...changeProblems, 'not-found', 'stale-version')
  async consult(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: ConsultationWanted,
    @IdempotencyKey() key: string,
  ): Promise<FrameworkDraftResponse> {
    await this.consultOnDraft.open(access, id, body, key);
    return this.views.draft(access, id);
  }

  @Post(':id/editing')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, FrameworkDraftResponse, ...changeProblems, 'not-found', 'stale-version')
  async edit(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() { version }: SeenDraft,
    @IdempotencyKey() key: string,
  ): Promise<FrameworkDraftResponse> {
    await this.consultOnDraft.end(access, id, version, key);
    return this.views.draft(access, id);
  }

  /** Answers with nothing: what is published is read at GET /api/frameworks/{id}. */
  @Post(':id/publication')
  @HasId()
  @HasIdempotencyKey()
  @Answers(204, null, ...changeProblems, 'not-found', 'stale-version')
  publish(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: PublicationWanted,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    return this.publishDraft.publish(access, id, body, key);
  }
}
