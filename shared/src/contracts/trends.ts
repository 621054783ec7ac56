import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { changeWords, measureKinds, type ChangeWord, type MeasureKind } from '../domain/index.js';

export class TrendKindResponse {
  @Expose()
  @ApiProperty({ example: 'ehc-plan', description: 'Key of what is audited' })
  kind: string;

  @Expose()
  @ApiProperty({ example: 'EHC plan audit' })
  title: string;
}

export class TrendKindListResponse {
  @Expose()
  @Type(() => TrendKindResponse)
  @ApiProperty({ type: [TrendKindResponse], description: 'Those of which a quarter was compiled' })
  kinds: TrendKindResponse[];
}

export class IntervalResponse {
  @Expose()
  @ApiProperty()
  lower: number;

  @Expose()
  @ApiProperty()
  upper: number;
}

export class PrintedBaseResponse {
  @Expose()
  @ApiProperty({ description: 'Audits that the measure counts' })
  plans: number;

  @Expose()
  @ApiProperty({ description: 'False: at least so many' })
  isExact: boolean;
}

export class PrintedShareResponse {
  @Expose()
  @ApiProperty({ type: Number, nullable: true, description: 'From 0 to 1; null without a figure' })
  estimate: number | null;

  @Expose()
  @Type(() => IntervalResponse)
  @ApiProperty({ type: IntervalResponse, nullable: true, description: 'With 95% confidence' })
  interval: IntervalResponse | null;
}

export class DocumentsBehindPoint {
  @Expose()
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The plans that the documents are of; null to whom it is not told',
  })
  plans: number | null;
}

export class PrintedPointResponse {
  @Expose()
  @ApiProperty({ type: [String], example: ['2026-27-Q2'], description: 'Several where pooled' })
  quarters: string[];

  @Expose()
  @ApiProperty({ format: 'uuid' })
  frameworkVersionId: string;

  @Expose()
  @ApiProperty({ description: 'Plans on the register when the sample was drawn' })
  population: number;

  @Expose()
  @Type(() => PrintedBaseResponse)
  @ApiProperty({ type: PrintedBaseResponse, nullable: true, description: 'Null: too few to show' })
  base: PrintedBaseResponse | null;

  @Expose()
  @ApiProperty({ type: Number, nullable: true, description: 'How many meet it, unweighted' })
  met: number | null;

  @Expose()
  @ApiProperty({ type: Number, nullable: true, description: 'Of a ratio what was counted in all' })
  counted: number | null;

  @Expose()
  @Type(() => PrintedShareResponse)
  @ApiProperty({ type: PrintedShareResponse, nullable: true, description: 'Null: too few to show' })
  share: PrintedShareResponse | null;

  @Expose()
  @Type(() => DocumentsBehindPoint)
  @ApiPropertyOptional({
    type: DocumentsBehindPoint,
    nullable: true,
    description: 'Where the base counts documents',
  })
  documents?: DocumentsBehindPoint | null;

  @Expose()
  @ApiProperty()
  sentence: string;
}

export class SeriesPointResponse {
  @Expose()
  @ApiProperty({ example: '2026-27-Q2' })
  quarter: string;

  @Expose()
  @ApiProperty({ format: 'uuid' })
  frameworkVersionId: string;

  @Expose()
  @ApiProperty({ description: 'The last four quarters stand in for the quarter' })
  isPooled: boolean;

  @Expose()
  @Type(() => PrintedPointResponse)
  @ApiProperty({ type: PrintedPointResponse })
  point: PrintedPointResponse;
}

export class ChangeResponse {
  @Expose()
  @ApiProperty({ enum: changeWords })
  outcome: ChangeWord;

  @Expose()
  @ApiProperty({ type: [String] })
  later: string[];

  @Expose()
  @ApiProperty({ type: [String] })
  earlier: string[];

  @Expose()
  @ApiProperty({ type: Number, nullable: true, description: 'Later minus earlier, from -1 to 1' })
  difference: number | null;

  @Expose()
  @Type(() => IntervalResponse)
  @ApiProperty({ type: IntervalResponse, nullable: true, description: 'Of the difference' })
  interval: IntervalResponse | null;

  @Expose()
  @ApiProperty({ type: Number, nullable: true, description: 'Would show four times in five' })
  changeThatShows: number | null;

  @Expose()
  @ApiProperty()
  sentence: string;
}

export class MeasureSeriesResponse {
  @Expose()
  @ApiProperty({ example: 'domain-voice' })
  key: string;

  @Expose()
  @ApiProperty({ enum: measureKinds })
  kind: MeasureKind;

  @Expose()
  @ApiProperty({ example: 'Overall, Good or better' })
  title: string;

  @Expose()
  @ApiProperty({ example: 'Overall' })
  shortTitle: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'What asks for an indicator' })
  askedBy: string | null;

  @Expose()
  @ApiProperty({ example: 'Overall, Good or better: no clear change' })
  headline: string;

  @Expose()
  @Type(() => ChangeResponse)
  @ApiProperty({ type: ChangeResponse })
  change: ChangeResponse;

  @Expose()
  @Type(() => SeriesPointResponse)
  @ApiProperty({ type: [SeriesPointResponse], description: 'The first quarter first' })
  points: SeriesPointResponse[];
}

export class TrendsResponse {
  @Expose()
  @ApiProperty({ example: 'ehc-plan' })
  kind: string;

  @Expose()
  @ApiProperty({ example: 'EHC plan audit' })
  title: string;

  @Expose()
  @ApiProperty({ description: 'False: small numbers are hidden' })
  isFull: boolean;

  @Expose()
  @Type(() => MeasureSeriesResponse)
  @ApiProperty({ type: [MeasureSeriesResponse] })
  measures: MeasureSeriesResponse[];
}
