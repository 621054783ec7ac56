import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AbsentPlanListResponse,
  AbsentPlansSettling,
  PageFilter,
  PlanRegisterListResponse,
  PlanRegisterResponse,
  RegisterConfirmation,
  RegisterDiscarding,
  RegisterProblemFilter,
  RegisterProblemListResponse,
  RegisterUpload,
} from '@app/shared/contracts';
import { absentPlansMax, londonDayOf, registerLimits } from '@app/shared/domain';
import { CurrentAccess, type Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Answers, AnswersCsv, changeProblems, csvFile } from '../../platform/http/answers.js';
import { CsvBody, HasCsvBody } from '../../platform/http/file-body.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { AbsenceRepository } from './absence.repository.js';
import { ConfirmRegister } from './confirm-register.js';
import { problemsCsv, templateCsv } from './csv-out.js';
import { DiscardRegister } from './discard-register.js';
import { RegisterRepository } from './register.repository.js';
import { RegisterViews } from './register-views.js';
import { SettleAbsentPlans } from './settle-absent-plans.js';
import { UploadRegister } from './upload-register.js';

const PROBLEMS_ON_A_PAGE = 50;
const pagesOf = (total: number, size: number) => Math.max(1, Math.ceil(total / size));

@ApiTags('plan registers')
@Controller('plan-registers')
export class RegistersController {
  constructor(
    private readonly registers: RegisterRepository,
    private readonly views: RegisterViews,
    private readonly absences: AbsenceRepository,
    private readonly uploadRegister: UploadRegister,
    private readonly confirmRegister: ConfirmRegister,
    private readonly discardRegister: DiscardRegister,
    private readonly settleAbsentPlans: SettleAbsentPlans,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(200, PlanRegisterListResponse, 'not-signed-in')
  async list(): Promise<PlanRegisterListResponse> {
    return { registers: await this.views.list() };
  }

  @Post()
  @HasIdempotencyKey()
  @HasCsvBody(templateCsv())
  @Answers(201, PlanRegisterResponse, ...changeProblems)
  async upload(
    @CurrentAccess() access: Access,
    @Query() { asAt }: RegisterUpload,
    @CsvBody(registerLimits.bytesMax) file: Buffer,
    @IdempotencyKey() key: string,
  ): Promise<PlanRegisterResponse> {
    return this.views.view(await this.uploadRegister.upload(access, asAt, file, key));
  }

  @Get(':id')
  @HasId()
  @Answers(200, PlanRegisterResponse, 'not-signed-in', 'not-found')
  read(@Param('id', RecordId) id: string): Promise<PlanRegisterResponse> {
    return this.views.view(id);
  }

  @Get(':id/problems')
  @HasId()
  @Answers(200, RegisterProblemListResponse, 'not-signed-in', 'not-found')
  async problems(
    @Param('id', RecordId) id: string,
    @Query() { page = 1, ...search }: RegisterProblemFilter,
  ): Promise<RegisterProblemListResponse> {
    await this.registers.find(id);
    const found = await this.registers.problems(id, search, page, PROBLEMS_ON_A_PAGE);
    const kinds = await this.registers.problemKinds(id);
    return {
      ...found,
      page,
      pages: pagesOf(found.total, PROBLEMS_ON_A_PAGE),
      columns: [...new Set(kinds.map(({ column }) => column))].sort(),
      rules: [...new Set(kinds.map(({ rule }) => rule))].sort(),
    };
  }

  @Get(':id/problems.csv')
  @HasId()
  @AnswersCsv('not-signed-in', 'not-found')
  async problemsFile(@Param('id', RecordId) id: string): Promise<StreamableFile> {
    const { asAtOn } = await this.registers.find(id);
    const { problems } = await this.registers.problems(id, {}, 1, registerLimits.problemsKeptMax);
    return csvFile(problemsCsv(problems), `register-problems-${asAtOn}.csv`);
  }

  @Post(':id/confirmation')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, PlanRegisterResponse, ...changeProblems, 'not-found', 'stale-version')
  async confirm(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: RegisterConfirmation,
    @IdempotencyKey() key: string,
  ): Promise<PlanRegisterResponse> {
    await this.confirmRegister.confirm(access, id, body, key);
    return this.views.view(id);
  }

  @Post(':id/discarding')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, PlanRegisterResponse, ...changeProblems, 'not-found', 'stale-version')
  async discard(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: RegisterDiscarding,
    @IdempotencyKey() key: string,
  ): Promise<PlanRegisterResponse> {
    await this.discardRegister.discard(access, id, body.version, key);
    return this.views.view(id);
  }

  @Get(':id/absent')
  @HasId()
  @Answers(200, AbsentPlanListResponse, 'not-signed-in', 'not-found')
  async absent(
    @Param('id', RecordId) id: string,
    @Query() { page = 1 }: PageFilter,
  ): Promise<AbsentPlanListResponse> {
    await this.registers.find(id);
    const today = londonDayOf(this.clock.now());
    const found = await this.absences.page(id, today, page, absentPlansMax);
    return { ...found, page, pages: pagesOf(found.total, absentPlansMax) };
  }

  @Post(':id/absent-plans')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, PlanRegisterResponse, ...changeProblems, 'not-found', 'stale-version')
  async settle(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: AbsentPlansSettling,
    @IdempotencyKey() key: string,
  ): Promise<PlanRegisterResponse> {
    await this.settleAbsentPlans.settle(access, id, body.decisions, key);
    return this.views.view(id);
  }
}
