import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PlanFilter, PlanListResponse, PlanResponse } from '@app/shared/contracts';
import { londonDayOf } from '@app/shared/domain';
import { CurrentAccess, type Access } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Answers, AnswersCsv, csvFile } from '../platform/http/answers.js';
import { HasId, RecordId } from '../platform/http/record-id.js';
import { PlanRepository } from './plan.repository.js';
import { templateCsv } from './registers/csv-out.js';

const PAGE_SIZE = 50;

@ApiTags('plans')
@Controller('plans')
export class PlansController {
  constructor(
    private readonly plans: PlanRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(200, PlanListResponse, 'not-signed-in')
  async list(
    @CurrentAccess() access: Access,
    @Query() { page = 1, ...search }: PlanFilter,
  ): Promise<PlanListResponse> {
    const today = londonDayOf(this.clock.now());
    const [found, groups] = await Promise.all([
      this.plans.page(access, today, search, page, PAGE_SIZE),
      this.plans.groups(access),
    ]);
    return { ...found, ...groups, page, pages: Math.max(1, Math.ceil(found.total / PAGE_SIZE)) };
  }

  @Get('template.csv')
  @AnswersCsv('not-signed-in')
  template(): StreamableFile {
    return csvFile(templateCsv(), 'plan-register-template.csv');
  }

  @Get(':id')
  @HasId()
  @Answers(200, PlanResponse, 'not-signed-in', 'not-found')
  read(@CurrentAccess() access: Access, @Param('id', RecordId) id: string): Promise<PlanResponse> {
    return this.plans.view(access, londonDayOf(this.clock.now()), id);
  }
}
