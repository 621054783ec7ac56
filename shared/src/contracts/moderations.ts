import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MinLength,
} from 'class-validator';
import {
  auditStates,
  frameworkLimits,
  moderationLimits,
  moderationLists,
  moderationReasons,
  resultStatuses,
  type AuditState,
  type FieldValue,
  type ModerationList,
  type ModerationReason,
  type ResultStatus,
} from '../domain/index.js';
import { AuditedDocument } from './documents.js';
import { IsAnswerValue, valueShape } from './answers.js';
import { TitledResponse } from './framework-facts.js';
import { OptionalText } from './optional-text.js';
import { MaxCharacters } from './max-characters.js';
import { ModeratedForm } from './moderated-form.js';
import { SeenVersion, SeenVersionOrNone } from './seen-version.js';
import { tidied } from './tidied.js';

const { keyMax } = frameworkLimits;
const { reasonMax, feedbackPointsMax } = moderationLimits;
const reasonMessage = `Reason must be ${reasonMax.toLocaleString('en-GB')} characters or fewer`;
const pointsMessage = `Choose at most ${feedbackPointsMax} points of feedback from the list, each once`;

export class ModerationFilter {
  @IsOptional()
  @IsIn(moderationLists, { message: 'Choose awaiting or closed' })
  @ApiPropertyOptional({ enum: moderationLists, default: 'awaiting' })
  state?: ModerationList;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a round from the list' })
  @ApiPropertyOptional({ format: 'uuid', description: 'Of the round; left out: of every round' })
  round?: string;
}

/** What the moderator records for one criterion. */
export class CriterionDecision {
  @IsString({ message: 'Choose a grade, or record that you cannot tell' })
  @MinLength(1, { message: 'Choose a grade, or record that you cannot tell' })
  @MaxCharacters(keyMax, { message: 'Choose a grade, or record that you cannot tell' })
  @ApiProperty({
    example: 'good',
    maxLength: keyMax,
    description: 'A grade of the scale, cannot-tell, or not-applicable where outcomesOpen has it',
  })
  outcome: string;

  @OptionalText({
    max: reasonMax,
    notText: 'Give your reason in words',
    tooLong: reasonMessage,
    example: 'Section B quotes the child twice, which one of the two had overlooked.',
    description:
      'Needed where the outcome departs from the proposal or grades lay two or more apart',
  })
  reason?: string | null;

  @SeenVersionOrNone('The version of the decision you saw; 0 where there was none')
  seenVersion: number;
}

/** What a profile field is to hold instead of what was recorded. */
export class ProfileCorrection {
  @Transform(tidied)
  @IsAnswerValue()
  @ApiProperty({
    ...valueShape,
    example: 'unclear',
    description: 'One of the answers of the field or a whole number; null takes a correction back',
  })
  value: FieldValue;

  @OptionalText({
    max: reasonMax,
    notText: 'Give your reason in words',
    tooLong: reasonMessage,
    example: 'Two letters in the file name a paediatrician.',
    description: 'Needed unless the correction is taken back',
  })
  reason?: string | null;

  @SeenVersion()
  version: number;
}

export class ModerationClosing {
  @IsBoolean({ message: 'Say whether the audit is accepted as proposed' })
  @ApiProperty({
    example: false,
    description: 'True: nothing was decided or corrected, and there is no reason to moderate',
  })
  asProposed: boolean;

  @OptionalText({
    max: keyMax,
    notText: 'Choose an overall grade from the list',
    example: 'good',
    description: 'One of gradesOpen; null: the capped grade, or none where the audit is partial',
  })
  finalGrade?: string | null;

  @OptionalText({
    max: reasonMax,
    notText: 'Give your reason in words',
    tooLong: reasonMessage,
    example: 'The plan is whole where it matters most to the child.',
    description: 'Needed where the final grade is not the capped one',
  })
  finalGradeReason?: string | null;

  @IsOptional()
  @IsArray({ message: pointsMessage })
  @ArrayMaxSize(feedbackPointsMax, { message: pointsMessage })
  @ArrayUnique({ message: pointsMessage })
  @IsString({ each: true, message: pointsMessage })
  @ApiPropertyOptional({
    type: [String],
    nullable: true,
    maxItems: feedbackPointsMax,
    example: ['voice-own-words'],
    description: 'Keys of criteria, as many as are proposed; null: those that are proposed',
  })
  feedbackPoints?: string[] | null;

  @SeenVersion()
  version: number;
}

/** Why an audit is looked at rather than accepted as proposed. */
export class ModerationReasonResponse {
  @Expose()
  @ApiProperty({ enum: moderationReasons })
  reason: ModerationReason;

  @Expose()
  @ApiProperty({ example: 'Grades two or more apart on 3 criteria' })
  title: string;

  @Expose()
  @ApiProperty({ type: [String], description: 'Keys of the criteria it is about; none: of all' })
  criteria: string[];
}

export class ModeratedRound {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2-routine' })
  reference: string;
}

/** An audit in the moderators' list. */
export class ModerationSummary {
  @Expose()
  @ApiProperty({ format: 'uuid', description: 'Of the audit' })
  id: string;

  @Expose()
  @ApiProperty({ example: 'AUD-2026-27-Q2-0142' })
  reference: string;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2' })
  quarter: string;

  @Expose()
  @Type(() => ModeratedRound)
  @ApiProperty({ type: ModeratedRound })
  round: ModeratedRound;

  @Expose()
  @ApiProperty({ example: 'EHC-001023' })
  planRef: string;

  @Expose()
  @Type(() => AuditedDocument)
  @ApiProperty({
    type: AuditedDocument,
    nullable: true,
    description: 'The document of the plan that is audited; null where it is the plan itself',
  })
  document: AuditedDocument | null;

  @Expose()
  @ApiProperty({ enum: auditStates })
  state: AuditState;

  @Expose()
  @ApiProperty({ format: 'date', description: 'Of the scorings' })
  dueOn: string;

  @Expose()
  @ApiProperty({ description: 'Whole days since the last scoring was in; 0 once it is closed' })
  daysWaiting: number;

  @Expose()
  @Type(() => ModerationReasonResponse)
  @ApiProperty({
    type: [ModerationReasonResponse],
    description: 'On what was proposed; none: it may be accepted as proposed',
  })
  reasons: ModerationReasonResponse[];

  @Expose()
  @ApiProperty({ description: 'Criteria that apply and on which grades differ' })
  differing: number;

  @Expose()
  @ApiProperty({ description: 'Criteria that must still be decided before the audit is closed' })
  toDecide: number;

  @Expose()
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: string | null;

  @Expose()
  @ApiProperty({ enum: resultStatuses, nullable: true, description: 'Null until it is closed' })
  status: ResultStatus | null;

  @Expose()
  @Type(() => TitledResponse)
  @ApiProperty({
    type: TitledResponse,
    nullable: true,
    description: 'What it closed with; null until then, and where it is partial',
  })
  finalGrade: TitledResponse | null;
}

export class ModerationListResponse {
  @Expose()
  @Type(() => ModerationSummary)
  @ApiProperty({
    type: [ModerationSummary],
    description:
      'Awaiting: the most reasons first, then the first due; closed: the last closed first',
  })
  moderations: ModerationSummary[];
}

/** How an audit was closed; it never changes. */
export class ModerationClosingResponse {
  @Expose()
  @ApiProperty({ format: 'date-time' })
  closedAt: string;

  @Expose()
  @ApiProperty({ example: 'Tom Ellery' })
  closedBy: string;

  @Expose()
  @ApiProperty({ description: 'Accepted as proposed in one act' })
  asProposed: boolean;

  @Expose()
  @ApiProperty({ enum: resultStatuses })
  status: ResultStatus;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Key; null where it is partial' })
  cappedGrade: string | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Key; null where it is partial' })
  finalGrade: string | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Why it is not the capped one' })
  finalGradeReason: string | null;

  @Expose()
  @ApiProperty({ type: [String], description: 'Keys of criteria' })
  feedbackPoints: string[];
}

/** One audit in moderation, or once it is closed. */
export class ModerationResponse extends ModerationSummary {
  @Expose()
  @ApiProperty({
    description: 'No reason to moderate, and nothing was decided or corrected',
  })
  mayBeAccepted: boolean;

  @Expose()
  @Type(() => ModeratedForm)
  @ApiProperty({ type: ModeratedForm })
  form: ModeratedForm;

  @Expose()
  @Type(() => ModerationClosingResponse)
  @ApiProperty({ type: ModerationClosingResponse, nullable: true })
  closing: ModerationClosingResponse | null;

  @Expose()
  @ApiProperty({ description: 'Of the audit; goes up with each decision and correction' })
  version: number;
}
