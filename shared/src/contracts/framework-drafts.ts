import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MinLength,
} from 'class-validator';
import {
  consultationLimits,
  frameworkLimits,
  frameworkStatuses,
  frameworkUnits,
  type FrameworkStatus,
  type Unit,
} from '../domain/index.js';
import { FrameworkAbout } from './framework-about.js';
import { FrameworkDefinitionResponse } from './framework-definition.js';
import { MaxCharacters } from './max-characters.js';
import { OptionalText } from './optional-text.js';
import { SeenVersion } from './seen-version.js';
import { tidied, tidiedOrNull } from './tidied.js';

const { keyMax } = frameworkLimits;
const { reviewersMax, commentMax } = consultationLimits;
const tooLong = (what: string, max: number) =>
  `${what} must be ${max.toLocaleString('en-GB')} characters or fewer`;

/** What a draft begins as: a copy of a version, or a framework with nothing to score yet. */
export class DraftWanted extends FrameworkAbout {
  @Transform(tidiedOrNull)
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the version to start from from the list' })
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'The version to copy; left out: start from nothing',
  })
  basedOn?: string | null;
}

export class SeenDraft {
  @SeenVersion()
  version: number;
}

export class DraftChange {
  @IsObject({ message: 'Send the whole framework' })
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: {},
    description:
      'The whole framework in the form of docs/framework.schema.json; texts may be empty',
  })
  definition: object;

  @SeenVersion()
  version: number;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

export class ConsultationWanted {
  @IsArray({ message: 'Choose who is asked' })
  @ArrayMinSize(1, { message: 'Choose at least one person to ask' })
  @ArrayMaxSize(reviewersMax, { message: `Choose ${reviewersMax} people or fewer` })
  @ArrayUnique({ message: 'Choose each person once' })
  @IsUUID(undefined, { each: true, message: 'Choose people from the list' })
  @ApiProperty({
    type: [String],
    format: 'uuid',
    minItems: 1,
    maxItems: reviewersMax,
    example: ['00000000-0000-7000-8000-000000000000'],
    description: 'Accounts of the people who are asked',
  })
  reviewerIds: string[];

  @Matches(dayPattern, { message: 'Enter the last day for comments' })
  @ApiProperty({ format: 'date', example: '2026-10-30', description: 'Last day for comments' })
  closesOn: string;

  @SeenVersion()
  version: number;
}

export class PublicationWanted {
  @Matches(dayPattern, { message: 'Enter the day from which the version is in force' })
  @ApiProperty({
    format: 'date',
    example: '2026-10-01',
    description: 'First day on which new rounds take the version; today or later',
  })
  from: string;

  @SeenVersion()
  version: number;
}

export class FrameworkCommentWanted {
  @OptionalText({
    max: keyMax,
    notText: 'Choose a criterion of the draft',
    example: 'voice-own-words',
    description: 'Key of the criterion it is about; left out: about the whole',
  })
  criterion?: string | null;

  @Transform(tidied)
  @IsString({ message: 'Enter your comment' })
  @MinLength(1, { message: 'Enter your comment' })
  @MaxCharacters(commentMax, { message: tooLong('Comment', commentMax) })
  @ApiProperty({
    minLength: 1,
    maxLength: commentMax,
    example: 'Say how a child who does not speak is heard.',
  })
  text: string;
}

export class PersonNamedResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ example: 'Dev Patel' })
  fullName: string;
}

export class ReviewerListResponse {
  @Expose()
  @Type(() => PersonNamedResponse)
  @ApiProperty({ type: [PersonNamedResponse], description: 'Everyone who can sign in' })
  people: PersonNamedResponse[];
}

export class FrameworkCommentResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Key; null: about the whole' })
  criterion: string | null;

  @Expose()
  @ApiProperty()
  text: string;

  @Expose()
  @ApiProperty({ example: 'Dev Patel' })
  writtenBy: string;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  writtenAt: string;
}

export class BasedOnResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ example: 1 })
  number: number;
}

export class FrameworkDraftSummary {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ example: 'ehc-plan' })
  kind: string;

  @Expose()
  @ApiProperty({ example: 'EHC plan audit' })
  title: string;

  @Expose()
  @ApiProperty({ enum: frameworkUnits })
  unit: Unit;

  @Expose()
  @ApiProperty({ description: 'The number that it will be published under' })
  number: number;

  @Expose()
  @ApiProperty({ enum: frameworkStatuses })
  status: FrameworkStatus;

  @Expose()
  @Type(() => BasedOnResponse)
  @ApiProperty({ type: BasedOnResponse, nullable: true, description: 'The version it began as' })
  basedOn: BasedOnResponse | null;

  @Expose()
  @ApiProperty({ description: 'Goes up with each change' })
  version: number;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  editedAt: string;

  @Expose()
  @ApiProperty({ example: 'Ruth Osei' })
  editedBy: string;

  @Expose()
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day for comments',
  })
  closesOn: string | null;

  @Expose()
  @ApiProperty()
  domains: number;

  @Expose()
  @ApiProperty()
  criteria: number;

  @Expose()
  @ApiProperty({ description: 'How many comments reviewers have written' })
  comments: number;
}

export class FrameworkDraftListResponse {
  @Expose()
  @Type(() => FrameworkDraftSummary)
  @ApiProperty({ type: [FrameworkDraftSummary] })
  drafts: FrameworkDraftSummary[];
}

/** What keeps a draft from being published. */
export class DraftFaultResponse {
  @Expose()
  @ApiProperty({ example: 'domains.0.criteria.2.descriptors.good' })
  path: string;

  @Expose()
  @ApiProperty()
  message: string;
}

/** A draft as those read it who are asked about it. */
export class FrameworkConsultationResponse extends FrameworkDraftSummary {
  @Expose()
  @Type(() => FrameworkDefinitionResponse)
  @ApiProperty({ type: FrameworkDefinitionResponse })
  definition: FrameworkDefinitionResponse;

  @Expose()
  @Type(() => FrameworkCommentResponse)
  @ApiProperty({ type: [FrameworkCommentResponse], description: 'The earliest first' })
  said: FrameworkCommentResponse[];

  @Expose()
  @ApiProperty({ description: 'Whether comments can be written today' })
  isOpen: boolean;
}

/** A draft as those read it who edit it. */
export class FrameworkDraftResponse extends FrameworkConsultationResponse {
  @Expose()
  @Type(() => PersonNamedResponse)
  @ApiProperty({ type: [PersonNamedResponse] })
  reviewers: PersonNamedResponse[];

  @Expose()
  @Type(() => DraftFaultResponse)
  @ApiProperty({ type: [DraftFaultResponse], description: 'None: it may be published' })
  faults: DraftFaultResponse[];
}
