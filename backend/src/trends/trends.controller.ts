import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  TrendKindListResponse,
  TrendsResponse,
  VersionsToCompare,
  WouldHaveChangedResponse,
} from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../accounts/index.js';
import { Answers, AnswersCsv, csvFile } from '../platform/http/answers.js';
import { TrendRepository } from './trend.repository.js';
import { TrendViews } from './trend-views.js';
import { pointsCsv } from './points-csv.js';
import { WouldHaveChanged } from './would-have-changed.js';

const HasKind = ApiParam({ name: 'kind', type: String, description: 'Key of what is audited' });

@ApiTags('trends')
@Controller('trends')
export class TrendsController {
  constructor(
    private readonly trends: TrendRepository,
    private readonly views: TrendViews,
    private readonly wouldHaveChanged: WouldHaveChanged,
  ) {}

  @Get()
  @Answers(200, TrendKindListResponse, 'not-signed-in')
  async kinds(): Promise<TrendKindListResponse> {
    return { kinds: await this.trends.kinds() };
  }

  @Get(':kind')
  @HasKind
  @Answers(200, TrendsResponse, 'not-signed-in', 'not-found')
  ofKind(@CurrentAccess() access: Access, @Param('kind') kind: string): Promise<TrendsResponse> {
    return this.views.ofKind(access, kind);
  }

  @Get(':kind/would-have-changed')
  @HasKind
  @Answers(200, WouldHaveChangedResponse, 'not-signed-in', 'not-found')
  compare(
    @CurrentAccess() access: Access,
    @Param('kind') kind: string,
    @Query() { older, newer }: VersionsToCompare,
  ): Promise<WouldHaveChangedResponse> {
    return this.wouldHaveChanged.of(access, kind, older, newer);
  }

  @Get(':kind/measures/:key/points.csv')
  @HasKind
  @ApiParam({ name: 'key', type: String, description: 'Of the measure' })
  @AnswersCsv('not-signed-in', 'not-found')
  async file(
    @CurrentAccess() access: Access,
    @Param('kind') kind: string,
    @Param('key') key: string,
  ): Promise<StreamableFile> {
    const series = await this.views.measure(access, kind, key);
    return csvFile(pointsCsv(series), `${kind}-${key}.csv`);
  }
}
