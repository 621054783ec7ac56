import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  absenceDecisions,
  absentPlansMax,
  registerColumnKeys,
  registerRuleCodes,
  registerStatuses,
  type AbsenceDecision,
  type RegisterRule,
  type RegisterStatus,
} from '../domain/index.js';
import { PageFilter } from './page-filter.js';
import { PlanFacts, PlanResponse } from './plans.js';
import { SeenVersion } from './seen-version.js';

export class RegisterUpload {
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the as-at date as a real date' })
  @ApiProperty({
    format: 'date',
    example: '2026-09-01',
    description: 'The day for which the file speaks',
  })
  asAt: string;
}

export class RegisterProblemFilter extends PageFilter {
  @IsOptional()
  @IsIn(registerColumnKeys, { message: 'Choose a column from the list' })
  @ApiPropertyOptional({ enum: registerColumnKeys })
  column?: string;

  @IsOptional()
  @IsIn(registerRuleCodes, { message: 'Choose a check from the list' })
  @ApiPropertyOptional({ enum: registerRuleCodes })
  rule?: RegisterRule;
}

export class RegisterConfirmation {
  @SeenVersion()
  version: number;

  @IsBoolean({ message: 'Say whether the ready rows are to be imported without the others' })
  @ApiProperty({
    example: true,
    description: 'Import the ready rows although others have a problem',
  })
  importReadyRows: boolean;
}

export class RegisterDiscarding {
  @SeenVersion()
  version: number;
}

export class AbsentPlanDecision {
  @IsUUID(undefined, { message: 'Choose plans from the list' })
  @ApiProperty({ format: 'uuid', example: '0199c0de-0000-7000-8000-000000000001' })
  planId: string;

  @IsInt({ message: 'version must be the whole number the service gave' })
  @Min(1, { message: 'version must be 1 or more' })
  @ApiProperty({ example: 1, minimum: 1, description: 'The version of the plan you saw' })
  version: number;

  @IsIn(absenceDecisions, { message: 'Choose keep or cease' })
  @ApiProperty({ enum: absenceDecisions, example: 'keep' })
  decision: AbsenceDecision;
}

export class AbsentPlansSettling {
  @IsArray({ message: 'Choose keep or cease for at least one plan' })
  @ArrayMinSize(1, { message: 'Choose keep or cease for at least one plan' })
  @ArrayMaxSize(absentPlansMax, { message: `Decide on at most ${absentPlansMax} plans at once` })
  @ValidateNested({ each: true, message: 'Choose keep or cease for each plan' })
  @Type(() => AbsentPlanDecision)
  @ApiProperty({ type: [AbsentPlanDecision], maxItems: absentPlansMax, example: [] })
  decisions: AbsentPlanDecision[];
}

export class UnreadColumnResponse {
  @Expose()
  @ApiProperty({ example: 'Date of birth' })
  name: string;

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'a date of birth',
    description: 'What it is about when that is a person’s data',
  })
  personal: string | null;
}

/** New, changed and unchanged plans add up to the ready rows. */
export class RegisterOutcomeResponse {
  @Expose()
  @ApiProperty()
  new: number;

  @Expose()
  @ApiProperty()
  changed: number;

  @Expose()
  @ApiProperty()
  unchanged: number;

  @Expose()
  @ApiProperty({ description: 'Plans in force that the file does not have' })
  absent: number;
}

export class PlanRegisterSummary {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ format: 'date' })
  asAtOn: string;

  @Expose()
  @ApiProperty({ enum: registerStatuses })
  status: RegisterStatus;

  @Expose()
  @ApiProperty()
  uploadedBy: string;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  uploadedAt: string;

  @Expose()
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: string | null;

  @Expose()
  @ApiProperty({ description: 'Rows of the file: ready and rejected ones' })
  rowsInFile: number;

  @Expose()
  @ApiProperty()
  rowsReady: number;

  @Expose()
  @ApiProperty()
  rowsRejected: number;

  @Expose()
  @ApiProperty()
  errors: number;

  @Expose()
  @ApiProperty()
  warnings: number;

  @Expose()
  @ApiProperty()
  version: number;
}

export class PlanRegisterListResponse {
  @Expose()
  @Type(() => PlanRegisterSummary)
  @ApiProperty({ type: [PlanRegisterSummary] })
  registers: PlanRegisterSummary[];
}

export class RegisterRowResponse extends PlanFacts {
  @Expose()
  @ApiProperty({ description: 'As a spreadsheet counts: the header is row 1' })
  row: number;
}

export class PlanRegisterResponse extends PlanRegisterSummary {
  @Expose()
  @ApiProperty({
    format: 'date-time',
    description: 'Until when it waits, and its problems are kept',
  })
  expiresAt: string;

  @Expose()
  @Type(() => UnreadColumnResponse)
  @ApiProperty({ type: [UnreadColumnResponse] })
  columnsUnread: UnreadColumnResponse[];

  @Expose()
  @ApiProperty({ type: [String], description: 'Columns of the template that the file leaves out' })
  columnsLeftOut: string[];

  @Expose()
  @Type(() => RegisterOutcomeResponse)
  @ApiProperty({
    type: RegisterOutcomeResponse,
    nullable: true,
    description: 'What confirming would do today, or did; none when nothing was taken in',
  })
  outcome: RegisterOutcomeResponse | null;

  @Expose()
  @ApiProperty({ description: 'Absent plans on which nobody has decided yet' })
  absentUndecided: number;

  @Expose()
  @Type(() => RegisterRowResponse)
  @ApiProperty({ type: [RegisterRowResponse], description: 'The first ready rows while it waits' })
  firstRows: RegisterRowResponse[];
}

export class RegisterProblemResponse {
  @Expose()
  @ApiProperty({ description: 'As a spreadsheet counts: the header is row 1' })
  row: number;

  @Expose()
  @ApiProperty({ enum: registerColumnKeys })
  column: string;

  @Expose()
  @ApiProperty()
  value: string;

  @Expose()
  @ApiProperty({ enum: registerRuleCodes })
  rule: RegisterRule;

  @Expose()
  @ApiProperty({ description: 'What is wrong and what to do' })
  message: string;
}

export class RegisterProblemListResponse {
  @Expose()
  @Type(() => RegisterProblemResponse)
  @ApiProperty({ type: [RegisterProblemResponse] })
  problems: RegisterProblemResponse[];

  @Expose()
  @ApiProperty()
  page: number;

  @Expose()
  @ApiProperty()
  pages: number;

  @Expose()
  @ApiProperty()
  total: number;

  @Expose()
  @ApiProperty({ enum: registerColumnKeys, isArray: true, description: 'Columns that have any' })
  columns: string[];

  @Expose()
  @ApiProperty({ enum: registerRuleCodes, isArray: true, description: 'Checks that found any' })
  rules: RegisterRule[];
}

export class AbsentPlanResponse extends PlanResponse {
  @Expose()
  @ApiProperty({ enum: absenceDecisions, nullable: true })
  decision: AbsenceDecision | null;
}

export class AbsentPlanListResponse {
  @Expose()
  @Type(() => AbsentPlanResponse)
  @ApiProperty({ type: [AbsentPlanResponse] })
  plans: AbsentPlanResponse[];

  @Expose()
  @ApiProperty()
  page: number;

  @Expose()
  @ApiProperty()
  pages: number;

  @Expose()
  @ApiProperty()
  total: number;

  @Expose()
  @ApiProperty({ description: 'How many of them nobody has decided on' })
  undecided: number;
}
