import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DrawingFinish,
  ProgrammeListResponse,
  ProgrammeResponse,
  ProgrammeWanted,
} from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../accounts/index.js';
import { Answers, changeProblems } from '../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../platform/http/record-id.js';
import { ProgrammeViews } from './programme-views.js';
import { FinishDrawing } from './years/finish-drawing.js';
import { OpenProgramme } from './years/open-programme.js';

@ApiTags('programme')
@Controller('programmes')
export class ProgrammeController {
  constructor(
    private readonly views: ProgrammeViews,
    private readonly openProgramme: OpenProgramme,
    private readonly finishDrawing: FinishDrawing,
  ) {}

  @Get()
  @Answers(200, ProgrammeListResponse, 'not-signed-in')
  list(): Promise<ProgrammeListResponse> {
    return this.views.list();
  }

  @Post()
  @HasIdempotencyKey()
  @Answers(201, ProgrammeResponse, ...changeProblems, 'already-taken')
  async open(
    @CurrentAccess() access: Access,
    @Body() { year }: ProgrammeWanted,
    @IdempotencyKey() key: string,
  ): Promise<ProgrammeResponse> {
    return this.views.programme(await this.openProgramme.open(access, year, key));
  }

  @Get(':id')
  @HasId()
  @Answers(200, ProgrammeResponse, 'not-signed-in', 'not-found')
  read(@Param('id', RecordId) id: string): Promise<ProgrammeResponse> {
    return this.views.programme(id);
  }

  @Post(':id/drawing-finish')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, ProgrammeResponse, ...changeProblems, 'not-found', 'stale-version')
  async finish(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() { version }: DrawingFinish,
    @IdempotencyKey() key: string,
  ): Promise<ProgrammeResponse> {
    await this.finishDrawing.finish(access, id, version, key);
    return this.views.programme(id);
  }
}
