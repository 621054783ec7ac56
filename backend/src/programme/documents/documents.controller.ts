import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DocumentChange,
  DocumentTakingOut,
  DocumentWanted,
  PlanWithoutDocument,
  RoundDocumentsResponse,
} from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../../accounts/index.js';
import { Answers, changeProblems } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { ChangeDocument } from './change-document.js';
import { DocumentViews } from './document-views.js';
import { EnterDocument } from './enter-document.js';
import { MarkPlanWithoutDocument } from './mark-plan-without-document.js';
import { TakeOutDocument } from './take-out-document.js';

/** The documents of a round's plans; every answer is the round's documents as they are then. */
@ApiTags('documents')
@Controller()
export class DocumentsController {
  constructor(
    private readonly views: DocumentViews,
    private readonly enterDocument: EnterDocument,
    private readonly changeDocument: ChangeDocument,
    private readonly takeOutDocument: TakeOutDocument,
    private readonly markPlan: MarkPlanWithoutDocument,
  ) {}

  @Get('rounds/:id/documents')
  @HasId()
  @Answers(200, RoundDocumentsResponse, 'not-signed-in', 'not-found')
  read(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<RoundDocumentsResponse> {
    return this.views.ofRound(access, id);
  }

  @Post('rounds/:id/documents')
  @HasId()
  @HasIdempotencyKey()
  @Answers(201, RoundDocumentsResponse, ...changeProblems, 'not-found')
  async enter(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: DocumentWanted,
    @IdempotencyKey() key: string,
  ): Promise<RoundDocumentsResponse> {
    await this.enterDocument.enter(access, id, { ...body, ...daysOf(body) }, key);
    return this.views.ofRound(access, id);
  }

  @Put('rounds/:id/plans-without-document')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, RoundDocumentsResponse, ...changeProblems, 'not-found')
  async mark(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: PlanWithoutDocument,
    @IdempotencyKey() key: string,
  ): Promise<RoundDocumentsResponse> {
    await this.markPlan.mark(access, id, body, key);
    return this.views.ofRound(access, id);
  }

  @Put('documents/:id')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, RoundDocumentsResponse, ...changeProblems, 'not-found', 'stale-version')
  async change(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: DocumentChange,
    @IdempotencyKey() key: string,
  ): Promise<RoundDocumentsResponse> {
    const wanted = { ...body, ...daysOf(body) };
    return this.views.ofRound(access, await this.changeDocument.change(access, id, wanted, key));
  }

  @Post('documents/:id/taking-out')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, RoundDocumentsResponse, ...changeProblems, 'not-found', 'stale-version')
  async takeOut(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() { version }: DocumentTakingOut,
    @IdempotencyKey() key: string,
  ): Promise<RoundDocumentsResponse> {
    return this.views.ofRound(access, await this.takeOutDocument.takeOut(access, id, version, key));
  }
}

/** Days that are not on record may be left out. */
function daysOf({ requestedOn, receivedOn }: DocumentChange | DocumentWanted) {
  return { requestedOn: requestedOn ?? null, receivedOn: receivedOn ?? null };
}
