import { ApiProperty } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsString,
  Matches,
  MinLength,
  ValidateNested,
} from 'class-validator';
import {
  decisionOutcomes,
  frameworkLimits,
  reportLimits,
  reportStates,
  type DecisionOutcome,
  type ReportState,
} from '../domain/index.js';
import { LearningReportResponse } from './learning-report.js';
import { OptionalText } from './optional-text.js';
import { MaxCharacters } from './max-characters.js';
import { SeenVersion } from './seen-version.js';
import { tidied } from './tidied.js';

const { decisionsMax, decisionMax, ownerMax, noteMax, wordsMax, whatChangedMax } = reportLimits;
const kindMessage = 'Choose a framework from the list';
const wordsMessage = `Each part must be ${wordsMax} characters or fewer`;
const changedMessage = `What changed must be ${whatChangedMax} characters or fewer`;

/** A quarter and the kind of framework to report on. */
export class ReportWanted {
  @IsString({ message: kindMessage })
  @MaxCharacters(frameworkLimits.keyMax, { message: kindMessage })
  @ApiProperty({ maxLength: frameworkLimits.keyMax, example: 'ehc-plan' })
  frameworkKind: string;

  @Matches(/^\d{4}-\d{2}-Q[1-4]$/, { message: 'Choose a quarter from the list' })
  @ApiProperty({ pattern: String.raw`^\d{4}-\d{2}-Q[1-4]$`, example: '2026-27-Q2' })
  quarter: string;
}

/** The version of a report that the person saw. */
export class SeenReport {
  @SeenVersion()
  version: number;
}

export class DecisionWanted {
  @Transform(tidied)
  @IsString({ message: 'Enter the decision' })
  @MinLength(1, { message: 'Enter the decision' })
  @MaxCharacters(decisionMax, { message: `A decision must be ${decisionMax} characters or fewer` })
  @ApiProperty({
    minLength: 1,
    maxLength: decisionMax,
    example: 'Require a recorded conversation before a nil social care return is accepted',
  })
  text: string;

  @Transform(tidied)
  @IsString({ message: 'Enter the role that would own the decision' })
  @MinLength(1, { message: 'Enter the role that would own the decision' })
  @MaxCharacters(ownerMax, { message: `The role must be ${ownerMax} characters or fewer` })
  @ApiProperty({ minLength: 1, maxLength: ownerMax, example: 'Designated social care officer' })
  owner: string;

  @OptionalText({
    max: frameworkLimits.keyMax,
    notText: 'Choose a section from the list',
    example: 'gap',
    description: 'Key of the section with the evidence',
  })
  section?: string | null;
}

/** A line for each paragraph, in the lead's own words. */
const LeadsPart = (example: string) =>
  OptionalText({
    max: wordsMax,
    notText: wordsMessage,
    example,
    description: 'A line for each paragraph; empty leaves what was drawn from the numbers',
  });

/** What the audit lead adds to a draft. */
export class ReportChange {
  @LeadsPart('Six in ten plans are good enough. Health has caught up.')
  headline?: string | null;

  @LeadsPart('Health outcomes: the new template is in use everywhere.')
  better?: string | null;

  @LeadsPart('Social care provision stays vague.')
  notBetter?: string | null;

  @IsArray({ message: 'decisions must be a list' })
  @ArrayMaxSize(decisionsMax, { message: `Ask for ${decisionsMax} decisions or fewer` })
  @ValidateNested({ each: true, message: 'decisions must be a list of decisions' })
  @Type(() => DecisionWanted)
  @ApiProperty({
    type: [DecisionWanted],
    maxItems: decisionsMax,
    example: [{ text: 'Agree one template for advice', owner: 'SEND manager', section: null }],
  })
  decisions: DecisionWanted[];

  @OptionalText({
    max: whatChangedMax,
    notText: changedMessage,
    example: 'The table of grades counted one audit twice.',
    description: 'What this edition puts right; from the second edition on',
  })
  whatChanged?: string | null;

  @SeenVersion()
  version: number;
}

/** What the quality assurance subgroup decided. */
export class DecisionRecord {
  @IsIn(decisionOutcomes, { message: 'Choose what was decided' })
  @ApiProperty({ enum: decisionOutcomes, example: 'agreed' })
  outcome: DecisionOutcome;

  @OptionalText({
    max: noteMax,
    notText: 'The note must be text',
    tooLong: `The note must be ${noteMax} characters or fewer`,
    example: 'From 1 November',
  })
  note?: string | null;

  @Transform(tidied)
  @IsString({ message: 'Enter the day of the decision' })
  @MinLength(1, { message: 'Enter the day of the decision' })
  @MaxCharacters(10, { message: 'Enter a real date for the day of the decision' })
  @ApiProperty({ example: '2026-10-20', format: 'date', maxLength: 10 })
  decidedOn: string;

  @SeenVersion()
  version: number;
}

/** A report in the list. */
export class ReportOverview {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

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
  @ApiProperty()
  edition: number;

  @Expose()
  @ApiProperty({ enum: reportStates })
  state: ReportState;

  @Expose()
  @ApiProperty({ type: String, format: 'date', nullable: true })
  publishedOn: string | null;

  @Expose()
  @ApiProperty({ description: 'A later edition of the same quarter is published' })
  isReplaced: boolean;
}

/** A closed quarter that has no report yet. */
export class QuarterToReport {
  @Expose()
  @ApiProperty({ example: 'ehc-plan' })
  frameworkKind: string;

  @Expose()
  @ApiProperty({ example: 'EHC plan audit' })
  frameworkTitle: string;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2' })
  quarter: string;
}

export class ReportListResponse {
  @Expose()
  @Type(() => ReportOverview)
  @ApiProperty({ type: [ReportOverview], description: 'The latest first' })
  reports: ReportOverview[];

  @Expose()
  @Type(() => QuarterToReport)
  @ApiProperty({ type: [QuarterToReport], description: 'For the audit lead' })
  toReport: QuarterToReport[];
}

/** A decision that a published report asks for, and what became of it. */
export class DecisionResponse {
  @Expose()
  @ApiProperty({ example: 1, description: 'As the report numbers it' })
  number: number;

  @Expose()
  @ApiProperty()
  text: string;

  @Expose()
  @ApiProperty()
  owner: string;

  @Expose()
  @ApiProperty({ enum: decisionOutcomes, nullable: true })
  outcome: DecisionOutcome | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @Expose()
  @ApiProperty({ type: String, format: 'date', nullable: true })
  decidedOn: string | null;

  @Expose()
  @ApiProperty()
  version: number;
}

/** The parts that the lead may write, as texts with a line for each paragraph. */
export class ReportWords {
  @Expose()
  @ApiProperty({ type: String, nullable: true })
  headline: string | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  better: string | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  notBetter: string | null;
}

export class ReportResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ enum: reportStates })
  state: ReportState;

  @Expose()
  @Type(() => LearningReportResponse)
  @ApiProperty({ type: LearningReportResponse })
  report: LearningReportResponse;

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'SHA-256 of the canonical JSON of the published report',
  })
  hash: string | null;

  @Expose()
  @Type(() => ReportWords)
  @ApiProperty({ type: ReportWords, description: 'As drawn from the numbers' })
  drafted: ReportWords;

  @Expose()
  @Type(() => DecisionResponse)
  @ApiProperty({ type: [DecisionResponse] })
  decisions: DecisionResponse[];

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Why it cannot be published now' })
  whyNotPublished: string | null;

  @Expose()
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Of the report that replaced it',
  })
  replacedBy: string | null;

  @Expose()
  @ApiProperty()
  version: number;
}
