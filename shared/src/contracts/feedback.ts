import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import {
  feedbackLimits,
  feedbackStateFilters,
  feedbackStates,
  noPointsReasons,
  registerLimits,
  replyAnswers,
  type FeedbackState,
  type FeedbackStateFilter,
  type NoPointsReason,
  type ReplyAnswer,
} from '../domain/index.js';
import {
  FeedbackStrengthResponse,
  NamedGradeResponse,
  NextGradeResponse,
  PointEvidenceResponse,
  PointSourceResponse,
} from './feedback-content.js';
import { OptionalText } from './optional-text.js';
import { SeenVersionOrNone } from './seen-version.js';
import { MaxCharacters } from './max-characters.js';
import { PageFilter } from './page-filter.js';

const { noteMax } = feedbackLimits;
const noteMessage = `The note must be ${noteMax} characters or fewer`;
const quarterMessage = 'Choose a quarter from the list';

export class FeedbackFilter extends PageFilter {
  @IsOptional()
  @IsIn(feedbackStateFilters, { message: 'Choose a state from the list' })
  @ApiPropertyOptional({ enum: feedbackStateFilters })
  state?: FeedbackStateFilter;

  @IsOptional()
  @IsIn(['none'], { message: 'Choose none, or leave the filter out' })
  @ApiPropertyOptional({
    enum: ['none'],
    description: 'Feedback on plans whose officer has no account',
  })
  officer?: 'none';

  @IsOptional()
  @IsString({ message: 'Choose a team from the list' })
  @MaxCharacters(registerLimits.teamMax, { message: 'Choose a team from the list' })
  @ApiPropertyOptional({ maxLength: registerLimits.teamMax, example: 'North' })
  team?: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-Q[1-4]$/, { message: quarterMessage })
  @ApiPropertyOptional({ pattern: String.raw`^\d{4}-\d{2}-Q[1-4]$`, example: '2026-27-Q2' })
  quarter?: string;
}

export class FeedbackReplyWanted {
  @IsIn(replyAnswers, { message: 'Choose what you have done or will do about this point' })
  @ApiProperty({ enum: replyAnswers, example: 'corrected-now' })
  answer: ReplyAnswer;

  @OptionalText({
    max: noteMax,
    notText: 'The note must be text',
    tooLong: noteMessage,
    example: 'Section F now says how often and by whom.',
    description: 'Needed where it is not possible',
  })
  note?: string | null;

  @SeenVersionOrNone('The version of the reply you saw; 0 where there was none')
  seenVersion: number;
}

export class FeedbackReplyResponse {
  @Expose()
  @ApiProperty({ enum: replyAnswers })
  answer: ReplyAnswer;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @Expose()
  @ApiProperty()
  version: number;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  repliedAt: string;

  @Expose()
  @ApiProperty({ example: 'Grace Lin' })
  repliedBy: string;
}

/** The officer of the plan, where one has an account. */
export class FeedbackOfficer {
  @Expose()
  @ApiProperty({ example: 'Grace Lin' })
  fullName: string;
}

export class FeedbackSummary {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ example: 'AUD-2026-27-Q2-0142', description: 'Of the audit' })
  reference: string;

  @Expose()
  @ApiProperty({ example: 'EHC-001023' })
  planRef: string;

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Speech and language therapy advice',
    description: 'What the audited document is; null where the plan itself was audited',
  })
  documentTitle: string | null;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2' })
  quarter: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'On the day of the draw' })
  team: string | null;

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'How the register named the officer on the day of the draw',
  })
  officerRef: string | null;

  @Expose()
  @Type(() => FeedbackOfficer)
  @ApiProperty({ type: FeedbackOfficer, nullable: true })
  officer: FeedbackOfficer | null;

  @Expose()
  @Type(() => NamedGradeResponse)
  @ApiProperty({
    type: NamedGradeResponse,
    nullable: true,
    description: 'Overall; null when the audit closed partial',
  })
  grade: NamedGradeResponse | null;

  @Expose()
  @ApiProperty({ enum: feedbackStates })
  state: FeedbackState;

  @Expose()
  @ApiProperty({ description: 'Points to answer' })
  pointCount: number;

  @Expose()
  @ApiProperty({ description: 'Of them, those that are answered' })
  answeredCount: number;

  @Expose()
  @ApiProperty({ format: 'date-time', description: 'When the audit closed' })
  closedAt: string;

  @Expose()
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When whoever answers it first opened it',
  })
  openedAt: string | null;
}

export class FeedbackListResponse {
  @Expose()
  @Type(() => FeedbackSummary)
  @ApiProperty({ type: [FeedbackSummary], description: 'Unanswered first, then the newest' })
  feedback: FeedbackSummary[];

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
  @ApiProperty({ type: [String], description: 'Every team with feedback, for the filter' })
  teams: string[];

  @Expose()
  @ApiProperty({ type: [String], description: 'Every quarter with feedback, the newest first' })
  quarters: string[];
}

export class FeedbackPointResponse {
  @Expose()
  @ApiProperty({ description: 'Key of the criterion' })
  criterion: string;

  @Expose()
  @ApiProperty()
  title: string;

  @Expose()
  @ApiProperty()
  question: string;

  @Expose()
  @Type(() => NamedGradeResponse)
  @ApiProperty({ type: NamedGradeResponse, description: 'The agreed grade' })
  grade: NamedGradeResponse;

  @Expose()
  @Type(() => PointEvidenceResponse)
  @ApiProperty({
    type: PointEvidenceResponse,
    nullable: true,
    description: 'The lead agency’s; null where no agency wrote any',
  })
  evidence: PointEvidenceResponse | null;

  @Expose()
  @Type(() => NextGradeResponse)
  @ApiProperty({ type: NextGradeResponse, description: 'The next grade up' })
  nextGrade: NextGradeResponse;

  @Expose()
  @Type(() => PointSourceResponse)
  @ApiProperty({ type: [PointSourceResponse] })
  sources: PointSourceResponse[];

  @Expose()
  @Type(() => FeedbackReplyResponse)
  @ApiProperty({ type: FeedbackReplyResponse, nullable: true })
  reply: FeedbackReplyResponse | null;

  @Expose()
  @Type(() => FeedbackReplyResponse)
  @ApiProperty({ type: [FeedbackReplyResponse], description: 'The newest first' })
  earlierReplies: FeedbackReplyResponse[];
}

export class FeedbackResponse extends FeedbackSummary {
  @Expose()
  @ApiProperty({ example: 'EHC plan audit' })
  frameworkTitle: string;

  @Expose()
  @ApiProperty({ description: 'Whether the person who reads it answers its points' })
  mayReply: boolean;

  @Expose()
  @Type(() => FeedbackStrengthResponse)
  @ApiProperty({ type: [FeedbackStrengthResponse] })
  strengths: FeedbackStrengthResponse[];

  @Expose()
  @Type(() => FeedbackPointResponse)
  @ApiProperty({ type: [FeedbackPointResponse] })
  points: FeedbackPointResponse[];

  @Expose()
  @ApiProperty({
    enum: noPointsReasons,
    nullable: true,
    description: 'Why there are no points; null where there are',
  })
  noPointsBecause: NoPointsReason | null;
}
