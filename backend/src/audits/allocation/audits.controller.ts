import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AllocationResponse,
  AuditDueDate,
  AuditListResponse,
  ScoringReassignment,
  ScoringWithdrawal,
} from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../../accounts/index.js';
import { Answers, changeProblems } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { AllocateRound } from './allocate-round.js';
import { AuditProgress } from './audit-progress.js';
import { ReassignScoring } from './reassign-scoring.js';
import { SetDueDate } from './set-due-date.js';
import { WithdrawScoring } from './withdraw-scoring.js';

/** What the audit lead does with the audits of a round. */
@ApiTags('audits')
@Controller()
export class AuditsController {
  constructor(
    private readonly progress: AuditProgress,
    private readonly allocateRound: AllocateRound,
    private readonly reassignScoring: ReassignScoring,
    private readonly withdrawScoring: WithdrawScoring,
    private readonly setDueDate: SetDueDate,
  ) {}

  @Get('rounds/:id/audits')
  @HasId()
  @Answers(200, AuditListResponse, 'not-signed-in', 'not-found')
  list(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<AuditListResponse> {
    return this.progress.list(access, id);
  }

  @Post('rounds/:id/allocation')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, AllocationResponse, ...changeProblems, 'not-found')
  allocate(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @IdempotencyKey() key: string,
  ): Promise<AllocationResponse> {
    return this.allocateRound.allocate(access, id, key);
  }

  @Put('audits/:id/due-date')
  @HasId()
  @HasIdempotencyKey()
  @Answers(204, null, ...changeProblems, 'not-found', 'stale-version')
  async setDue(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: AuditDueDate,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    await this.setDueDate.set(access, id, body, key);
  }

  @Post('scorings/:id/reassignment')
  @HasId()
  @HasIdempotencyKey()
  @Answers(204, null, ...changeProblems, 'not-found', 'stale-version')
  async reassign(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: ScoringReassignment,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    await this.reassignScoring.reassign(access, id, body, key);
  }

  @Post('scorings/:id/withdrawal')
  @HasId()
  @HasIdempotencyKey()
  @Answers(204, null, ...changeProblems, 'not-found', 'stale-version')
  async withdraw(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: ScoringWithdrawal,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    await this.withdrawScoring.withdraw(access, id, body, key);
  }
}
