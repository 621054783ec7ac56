import { Body, Controller, Get, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  DecisionRecord,
  ReportChange,
  ReportListResponse,
  ReportResponse,
  ReportWanted,
  SeenReport,
} from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../accounts/index.js';
import {
  Answers,
  AnswersCsv,
  AnswersPdf,
  changeProblems,
  csvFile,
  pdfFile,
} from '../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../platform/http/record-id.js';
import { ChangeReport } from './change-report.js';
import { MakeReport } from './make-report.js';
import { PublishReport } from './publish-report.js';
import { RecompileReport } from './recompile-report.js';
import { RecordDecision } from './record-decision.js';
import { ReportViews } from './report-views.js';

/** The quarterly learning report: the lead makes it, everyone it is for reads it. */
@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly views: ReportViews,
    private readonly makeReport: MakeReport,
    private readonly changeReport: ChangeReport,
    private readonly recompileReport: RecompileReport,
    private readonly publishReport: PublishReport,
    private readonly recordDecision: RecordDecision,
  ) {}

  @Get()
  @Answers(200, ReportListResponse, 'not-signed-in')
  list(@CurrentAccess() access: Access): Promise<ReportListResponse> {
    return this.views.list(access);
  }

  @Post()
  @HasIdempotencyKey()
  @Answers(201, ReportResponse, ...changeProblems, 'not-found', 'already-taken')
  async make(
    @CurrentAccess() access: Access,
    @Body() body: ReportWanted,
    @IdempotencyKey() key: string,
  ): Promise<ReportResponse> {
    const { id } = await this.makeReport.make(access, { ...body }, key);
    return this.views.read(access, id);
  }

  @Get(':id')
  @HasId()
  @Answers(200, ReportResponse, 'not-signed-in', 'not-found')
  read(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<ReportResponse> {
    return this.views.read(access, id);
  }

  @Put(':id')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, ReportResponse, ...changeProblems, 'not-found', 'stale-version')
  async change(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: ReportChange,
    @IdempotencyKey() key: string,
  ): Promise<ReportResponse> {
    const { headline = null, better = null, notBetter = null, whatChanged = null } = body;
    const decisions = body.decisions.map(({ text, owner, section = null }) => ({
      ...{ text, owner, section },
    }));
    const { version } = body;
    const words = { headline, better, notBetter };
    await this.changeReport.change(access, id, { words, decisions, whatChanged, version }, key);
    return this.views.read(access, id);
  }

  @Post(':id/recompiling')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, ReportResponse, ...changeProblems, 'not-found', 'stale-version')
  async recompile(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() { version }: SeenReport,
    @IdempotencyKey() key: string,
  ): Promise<ReportResponse> {
    await this.recompileReport.recompile(access, id, version, key);
    return this.views.read(access, id);
  }

  @Post(':id/publication')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, ReportResponse, ...changeProblems, 'not-found', 'stale-version')
  async publish(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() { version }: SeenReport,
    @IdempotencyKey() key: string,
  ): Promise<ReportResponse> {
    await this.publishReport.publish(access, id, version, key);
    return this.views.read(access, id);
  }

  @Post(':id/decisions/:number')
  @HasId()
  @ApiParam({ name: 'number', type: Number, description: 'As the report numbers it' })
  @HasIdempotencyKey()
  @Answers(200, ReportResponse, ...changeProblems, 'not-found', 'stale-version')
  async record(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Param('number') number: string,
    @Body() { outcome, note = null, decidedOn, version }: DecisionRecord,
    @IdempotencyKey() key: string,
  ): Promise<ReportResponse> {
    const taken = { outcome, note, decidedOn, version };
    await this.recordDecision.record(access, id, Number(number), taken, key);
    return this.views.read(access, id);
  }

  @Get(':id/report.pdf')
  @HasId()
  @AnswersPdf('not-signed-in', 'not-found')
  async pdf(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<StreamableFile> {
    const { content, name } = await this.views.pdf(access, id);
    return pdfFile(content, name);
  }

  @Get(':id/tables/:key/table.csv')
  @HasId()
  @ApiParam({ name: 'key', type: String, description: 'Of the table' })
  @AnswersCsv('not-signed-in', 'not-found')
  async table(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Param('key') key: string,
  ): Promise<StreamableFile> {
    const { content, name } = await this.views.csv(access, id, key);
    return csvFile(content, name);
  }
}
