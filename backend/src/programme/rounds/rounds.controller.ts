import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DrawPlanResponse,
  PlanWithdrawal,
  RoundChange,
  RoundResponse,
  RoundWanted,
  SampleDraw,
} from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../../accounts/index.js';
import { Answers, changeProblems } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { ProgrammeViews } from '../programme-views.js';
import { DrawSample } from '../sampling/draw-sample.js';
import { WithdrawPlan } from '../sampling/withdraw-plan.js';
import { ChangeRound } from './change-round.js';
import { OpenRound } from './open-round.js';

@ApiTags('rounds')
@Controller('rounds')
export class RoundsController {
  constructor(
    private readonly views: ProgrammeViews,
    private readonly openRound: OpenRound,
    private readonly changeRound: ChangeRound,
    private readonly drawSample: DrawSample,
    private readonly withdrawPlan: WithdrawPlan,
  ) {}

  @Post()
  @HasIdempotencyKey()
  @Answers(201, RoundResponse, ...changeProblems, 'already-taken')
  async open(
    @CurrentAccess() access: Access,
    @Body() body: RoundWanted,
    @IdempotencyKey() key: string,
  ): Promise<RoundResponse> {
    return this.views.round(access, await this.openRound.open(access, body, key));
  }

  @Get(':id')
  @HasId()
  @Answers(200, RoundResponse, 'not-signed-in', 'not-found')
  read(@CurrentAccess() access: Access, @Param('id', RecordId) id: string): Promise<RoundResponse> {
    return this.views.round(access, id);
  }

  @Put(':id')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, RoundResponse, ...changeProblems, 'not-found', 'stale-version')
  async change(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: RoundChange,
    @IdempotencyKey() key: string,
  ): Promise<RoundResponse> {
    await this.changeRound.change(access, id, body, key);
    return this.views.round(access, id);
  }

  @Get(':id/draw-plan')
  @HasId()
  @Answers(200, DrawPlanResponse, 'not-signed-in', 'not-found')
  drawPlan(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<DrawPlanResponse> {
    return this.views.drawPlan(access, id);
  }

  @Post(':id/draw')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, RoundResponse, ...changeProblems, 'not-found', 'stale-version')
  async draw(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() { version }: SampleDraw,
    @IdempotencyKey() key: string,
  ): Promise<RoundResponse> {
    await this.drawSample.draw(access, id, version, key);
    return this.views.round(access, id);
  }

  @Post(':id/withdrawals')
  @HasId()
  @HasIdempotencyKey()
  @Answers(201, RoundResponse, ...changeProblems, 'not-found', 'stale-version')
  async withdraw(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: PlanWithdrawal,
    @IdempotencyKey() key: string,
  ): Promise<RoundResponse> {
    await this.withdrawPlan.withdraw(access, id, body, key);
    return this.views.round(access, id);
  }
}
