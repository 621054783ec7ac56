import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RoundClosing, RoundClosingResponse } from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../../accounts/index.js';
import { Answers, changeProblems } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { CloseRound } from './close-round.js';
import { RoundClosingViews } from './round-closing-views.js';

@ApiTags('rounds')
@Controller('rounds/:id/closing')
export class RoundClosingController {
  constructor(
    private readonly views: RoundClosingViews,
    private readonly closeRound: CloseRound,
  ) {}

  @Get()
  @HasId()
  @Answers(200, RoundClosingResponse, 'not-signed-in', 'not-found')
  read(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<RoundClosingResponse> {
    return this.views.read(access, id);
  }

  @Post()
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, RoundClosingResponse, ...changeProblems, 'not-found', 'stale-version')
  async close(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() { version }: RoundClosing,
    @IdempotencyKey() key: string,
  ): Promise<RoundClosingResponse> {
    await this.closeRound.close(access, id, version, key);
    return this.views.read(access, id);
  }
}
