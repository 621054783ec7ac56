import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import {
  decisionOutcomes,
  figureKinds,
  type DecisionOutcome,
  type FigureKind,
} from '../domain/index.js';
import { IntervalResponse } from './trends.js';

/*
 * A learning report as it leaves the service: whole, because page, PDF and file print it and decide
 * nothing themselves, and because its hash is over exactly this.
 */

export class FigureResponse {
  @Expose()
  @ApiProperty({ enum: figureKinds })
  kind: FigureKind;

  @Expose()
  @ApiProperty({ description: 'False: too few to show; then there is no number in it' })
  isShown: boolean;

  @Expose()
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;

  @Expose()
  @ApiProperty({ type: Number, nullable: true, description: 'Plans behind a share' })
  base: number | null;

  @Expose()
  @Type(() => IntervalResponse)
  @ApiProperty({ type: IntervalResponse, nullable: true })
  interval: IntervalResponse | null;
}

export class StatementResponse {
  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'What it is about, printed in bold' })
  lead: string | null;

  @Expose()
  @ApiProperty()
  text: string;

  @Expose()
  @Type(() => FigureResponse)
  @ApiProperty({ type: [FigureResponse], description: 'The figures that it prints' })
  figures: FigureResponse[];
}

export class CellResponse {
  @Expose()
  @ApiProperty({ type: String, nullable: true })
  text: string | null;

  @Expose()
  @Type(() => FigureResponse)
  @ApiProperty({ type: FigureResponse, nullable: true })
  figure: FigureResponse | null;
}

export class ReportColumnResponse {
  @Expose()
  @ApiProperty()
  title: string;

  @Expose()
  @ApiProperty()
  isNumeric: boolean;
}

export class ReportRowResponse {
  @Expose()
  @ApiProperty()
  title: string;

  @Expose()
  @Type(() => CellResponse)
  @ApiProperty({ type: [CellResponse], description: 'One for each column after the first' })
  cells: CellResponse[];
}

export class ReportTableResponse {
  @Expose()
  @ApiProperty({ example: 'coverage' })
  key: string;

  @Expose()
  @ApiProperty()
  caption: string;

  @Expose()
  @Type(() => ReportColumnResponse)
  @ApiProperty({ type: [ReportColumnResponse] })
  columns: ReportColumnResponse[];

  @Expose()
  @Type(() => ReportRowResponse)
  @ApiProperty({ type: [ReportRowResponse] })
  rows: ReportRowResponse[];
}

/** A line, a mark or a text of a chart; each has the fields of its kind. */
export class SceneItemResponse {
  @Expose()
  @ApiProperty({ enum: ['line', 'mark', 'text'] })
  kind: string;

  @Expose()
  @ApiPropertyOptional({ description: 'Of a line or a text: what it is drawn as' })
  tone?: string;

  @Expose()
  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'array', items: { type: 'number' } },
    description: 'Of a line: its corners',
  })
  points?: [number, number][];

  @Expose()
  @ApiPropertyOptional({ description: 'Of a mark' })
  shape?: string;

  @Expose()
  @ApiPropertyOptional()
  x?: number;

  @Expose()
  @ApiPropertyOptional()
  y?: number;

  @Expose()
  @ApiPropertyOptional({ description: 'Of a text: the side at which it begins' })
  anchor?: string;

  @Expose()
  @ApiPropertyOptional()
  text?: string;
}

export class SceneResponse {
  @Expose()
  @ApiProperty()
  width: number;

  @Expose()
  @ApiProperty()
  height: number;

  @Expose()
  @ApiProperty()
  title: string;

  @Expose()
  @ApiProperty({ description: 'Everything that the chart shows, in words' })
  description: string;

  @Expose()
  @Type(() => SceneItemResponse)
  @ApiProperty({ type: [SceneItemResponse], description: 'In reading order' })
  items: SceneItemResponse[];
}

/** A chart as it was laid out when the report was compiled. */
export class ReportChartResponse {
  @Expose()
  @Type(() => SceneResponse)
  @ApiProperty({ type: SceneResponse })
  wide: SceneResponse;

  @Expose()
  @Type(() => SceneResponse)
  @ApiProperty({ type: SceneResponse, description: 'For a narrow screen' })
  narrow: SceneResponse;
}

/** A paragraph, a table or a chart: one of the three. */
export class ReportBlockResponse {
  @Expose()
  @Type(() => StatementResponse)
  @ApiProperty({ type: StatementResponse, nullable: true })
  statement: StatementResponse | null;

  @Expose()
  @Type(() => ReportTableResponse)
  @ApiProperty({ type: ReportTableResponse, nullable: true })
  table: ReportTableResponse | null;

  @Expose()
  @Type(() => ReportChartResponse)
  @ApiProperty({ type: ReportChartResponse, nullable: true })
  chart: ReportChartResponse | null;
}

export class ReportSectionResponse {
  @Expose()
  @ApiProperty({ example: 'gap' })
  key: string;

  @Expose()
  @ApiProperty({ example: 'The health and care gap' })
  title: string;

  @Expose()
  @Type(() => ReportBlockResponse)
  @ApiProperty({ type: [ReportBlockResponse] })
  blocks: ReportBlockResponse[];
}

export class SummaryResponse {
  @Expose()
  @Type(() => StatementResponse)
  @ApiProperty({ type: [StatementResponse] })
  statements: StatementResponse[];

  @Expose()
  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'Paragraphs that the audit lead wrote in place of the statements',
  })
  leadsWords: string[] | null;
}

export class DecisionAskedResponse {
  @Expose()
  @ApiProperty()
  text: string;

  @Expose()
  @ApiProperty({ example: 'SEND manager' })
  owner: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Section with the evidence' })
  section: string | null;
}

export class DecisionTakenResponse {
  @Expose()
  @ApiProperty({ enum: decisionOutcomes })
  outcome: DecisionOutcome;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @Expose()
  @ApiProperty({ format: 'date' })
  decidedOn: string;
}

export class LastDecisionResponse {
  @Expose()
  @ApiProperty()
  text: string;

  @Expose()
  @ApiProperty()
  owner: string;

  @Expose()
  @Type(() => DecisionTakenResponse)
  @ApiProperty({ type: DecisionTakenResponse, nullable: true })
  taken: DecisionTakenResponse | null;
}

export class LastDecisionsResponse {
  @Expose()
  @ApiProperty({ example: '2026-27-Q1' })
  quarter: string;

  @Expose()
  @Type(() => LastDecisionResponse)
  @ApiProperty({ type: [LastDecisionResponse] })
  decisions: LastDecisionResponse[];
}

export class RepeatedFindingResponse {
  @Expose()
  @ApiProperty({ example: 'care-provision-specific' })
  key: string;

  @Expose()
  @ApiProperty()
  inARow: number;
}

export class ReportedPartnership {
  @Expose()
  @ApiProperty()
  name: string;

  @Expose()
  @ApiProperty({ example: '#12304a' })
  colour: string;
}

export class LearningReportResponse {
  @Expose()
  @ApiProperty({ example: 'Learning report: Jul to Sep 2026 (Q2 2026-27)' })
  title: string;

  @Expose()
  @Type(() => ReportedPartnership)
  @ApiProperty({ type: ReportedPartnership })
  partnership: ReportedPartnership;

  @Expose()
  @ApiProperty({ example: 'ehc-plan' })
  frameworkKind: string;

  @Expose()
  @ApiProperty({ example: 'EHC plan audit' })
  frameworkTitle: string;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2' })
  quarter: string;

  @Expose()
  @ApiProperty({ example: 1 })
  edition: number;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'What this edition puts right' })
  whatChanged: string | null;

  @Expose()
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null for a draft' })
  publishedOn: string | null;

  @Expose()
  @Type(() => StatementResponse)
  @ApiProperty({ type: StatementResponse, description: 'How much was audited' })
  base: StatementResponse;

  @Expose()
  @Type(() => SummaryResponse)
  @ApiProperty({ type: SummaryResponse })
  headline: SummaryResponse;

  @Expose()
  @Type(() => SummaryResponse)
  @ApiProperty({ type: SummaryResponse })
  better: SummaryResponse;

  @Expose()
  @Type(() => SummaryResponse)
  @ApiProperty({ type: SummaryResponse })
  notBetter: SummaryResponse;

  @Expose()
  @Type(() => DecisionAskedResponse)
  @ApiProperty({ type: [DecisionAskedResponse] })
  decisionsAsked: DecisionAskedResponse[];

  @Expose()
  @Type(() => LastDecisionsResponse)
  @ApiProperty({ type: LastDecisionsResponse, nullable: true })
  lastDecisions: LastDecisionsResponse | null;

  @Expose()
  @Type(() => ReportChartResponse)
  @ApiProperty({ type: ReportChartResponse, nullable: true })
  frontChart: ReportChartResponse | null;

  @Expose()
  @Type(() => RepeatedFindingResponse)
  @ApiProperty({ type: [RepeatedFindingResponse], description: 'The weakest criteria' })
  weakest: RepeatedFindingResponse[];

  @Expose()
  @Type(() => ReportSectionResponse)
  @ApiProperty({ type: [ReportSectionResponse] })
  sections: ReportSectionResponse[];
}
