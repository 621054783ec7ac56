import { ApiProperty } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import {
  planSections,
  profileOrigins,
  scoringWithdrawalReasons,
  type FieldValue,
  type PlanSection,
  type ProfileOrigin,
  type ScoringWithdrawalReason,
} from '../domain/index.js';
import { AgencyResponse } from './accounts.js';
import { valueShape } from './answers.js';
import { DomainResponse, SourceResponse } from './framework-definition.js';
import { FactResponse, ProfileFieldResponse } from './framework-facts.js';
import { CapResponse, ScaleResponse } from './framework-scale.js';
import { ModerationWorking } from './moderation-working.js';
import { RoundFramework } from './rounds.js';
import { ScoredPlan } from './scorings.js';

/** An agency of the audit and what became of its scoring; nothing of what it recorded. */
export class ModeratedAgency extends AgencyResponse {
  @Expose()
  @ApiProperty({ description: 'False: its scoring was withdrawn, and nothing of it counts' })
  hasSubmitted: boolean;

  @Expose()
  @ApiProperty({ enum: scoringWithdrawalReasons, nullable: true })
  withdrawnBecause: ScoringWithdrawalReason | null;
}

/** Who recorded it and when, with the reason given. */
export class RecordedDecision {
  @Expose()
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @Expose()
  @ApiProperty({ example: 'Tom Ellery' })
  by: string;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  at: string;

  @Expose()
  @ApiProperty()
  version: number;
}

export class RecordedOutcome extends RecordedDecision {
  @Expose()
  @ApiProperty({ example: 'good' })
  outcome: string;
}

export class RecordedCorrection extends RecordedDecision {
  @Expose()
  @ApiProperty(valueShape)
  value: FieldValue;
}

/** What one profile field of the audit holds, and where that comes from. */
export class ModeratedField {
  @Expose()
  @ApiProperty({ description: 'Key of the profile field' })
  field: string;

  @Expose()
  @ApiProperty({ ...valueShape, description: 'What counts now' })
  value: FieldValue;

  @Expose()
  @ApiProperty({ enum: profileOrigins })
  from: ProfileOrigin;

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Key of the agency whose answer counts',
  })
  owner: string | null;

  @Expose()
  @ApiProperty({ ...valueShape, description: 'What counted without a correction' })
  recorded: FieldValue;

  @Expose()
  @Type(() => RecordedCorrection)
  @ApiProperty({ type: RecordedCorrection, nullable: true })
  correction: RecordedCorrection | null;

  @Expose()
  @ApiProperty({ description: 'A derived field follows the others and cannot be corrected' })
  mayBeCorrected: boolean;
}

/** What one agency recorded for a criterion. */
export class RaterResponse {
  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'A',
    description: 'Shuffled for each criterion; null where there is one rater',
  })
  letter: string | null;

  @Expose()
  @Type(() => AgencyResponse)
  @ApiProperty({
    type: AgencyResponse,
    nullable: true,
    description: 'Null while the criterion has several raters and is not decided',
  })
  agency: AgencyResponse | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true, example: 'good' })
  outcome: string | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  evidence: string | null;

  @Expose()
  @ApiProperty({ enum: planSections, isArray: true })
  sections: PlanSection[];
}

export class ModeratedCriterionResponse {
  @Expose()
  @ApiProperty({ description: 'Key of the criterion' })
  criterion: string;

  @Expose()
  @ApiProperty({ description: 'Key of its domain' })
  domain: string;

  @Expose()
  @ApiProperty({ description: 'By the profile of the audit, for everyone' })
  applies: boolean;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Why not, as the framework says it' })
  because: string | null;

  @Expose()
  @Type(() => RaterResponse)
  @ApiProperty({ type: [RaterResponse], description: 'In the order of the letters' })
  raters: RaterResponse[];

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What stands without a decision; null where nobody gave a grade',
  })
  proposal: string | null;

  @Expose()
  @ApiProperty({ description: 'Steps of the scale between the best and the worst grade given' })
  apart: number;

  @Expose()
  @ApiProperty({ description: 'Grades lie two or more apart, or nobody gave one' })
  mustBeDecided: boolean;

  @Expose()
  @ApiProperty({ type: [String], description: 'What the moderator may record' })
  outcomesOpen: string[];

  @Expose()
  @Type(() => RecordedOutcome)
  @ApiProperty({ type: RecordedOutcome, nullable: true })
  decision: RecordedOutcome | null;

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What stands now: the decision, else the proposal; null where neither is there',
  })
  agreed: string | null;
}

export class ModeratedFact {
  @Expose()
  @ApiProperty({ description: 'Key of the counted fact' })
  fact: string;

  @Expose()
  @ApiProperty({ ...valueShape, description: 'Null where nothing was recorded' })
  value: FieldValue;
}

export class StrengthLine {
  @Expose()
  @ApiProperty({ description: 'Key of the domain' })
  domain: string;

  @Expose()
  @Type(() => AgencyResponse)
  @ApiProperty({ type: AgencyResponse })
  agency: AgencyResponse;

  @Expose()
  @ApiProperty()
  line: string;
}

export class FeedbackPointsOpen {
  @Expose()
  @ApiProperty({ type: [String], description: 'Keys of criteria, in order' })
  proposed: string[];

  @Expose()
  @ApiProperty({ type: [String], description: 'All that could be points, in the same order' })
  open: string[];

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why there are none, whatever was agreed',
  })
  noneBecause: string | null;
}

/** All of an audit that is moderated, as it stands now. */
export class ModeratedForm {
  @Expose()
  @Type(() => ScoredPlan)
  @ApiProperty({ type: ScoredPlan, description: 'On the day of the draw' })
  plan: ScoredPlan;

  @Expose()
  @Type(() => RoundFramework)
  @ApiProperty({ type: RoundFramework })
  framework: RoundFramework;

  @Expose()
  @Type(() => ScaleResponse)
  @ApiProperty({ type: ScaleResponse })
  scale: ScaleResponse;

  @Expose()
  @Type(() => DomainResponse)
  @ApiProperty({ type: [DomainResponse] })
  domains: DomainResponse[];

  @Expose()
  @Type(() => ProfileFieldResponse)
  @ApiProperty({ type: [ProfileFieldResponse] })
  profileFields: ProfileFieldResponse[];

  @Expose()
  @Type(() => FactResponse)
  @ApiProperty({ type: [FactResponse] })
  facts: FactResponse[];

  @Expose()
  @Type(() => CapResponse)
  @ApiProperty({ type: [CapResponse] })
  caps: CapResponse[];

  @Expose()
  @Type(() => SourceResponse)
  @ApiProperty({ type: [SourceResponse] })
  sources: SourceResponse[];

  @Expose()
  @Type(() => ModeratedAgency)
  @ApiProperty({ type: [ModeratedAgency] })
  agencies: ModeratedAgency[];

  @Expose()
  @Type(() => ModeratedField)
  @ApiProperty({ type: [ModeratedField], description: 'In the order of the framework' })
  profile: ModeratedField[];

  @Expose()
  @Type(() => ModeratedCriterionResponse)
  @ApiProperty({ type: [ModeratedCriterionResponse], description: 'In the order of the framework' })
  criteria: ModeratedCriterionResponse[];

  @Expose()
  @ApiProperty({
    type: [String],
    description: 'Keys of the criteria that apply: those to decide first, then by how far apart',
  })
  differencesFirst: string[];

  @Expose()
  @Type(() => ModerationWorking)
  @ApiProperty({ type: ModerationWorking, description: 'On what is agreed now' })
  working: ModerationWorking;

  @Expose()
  @Type(() => ModeratedFact)
  @ApiProperty({ type: [ModeratedFact], description: 'Each has one agency that records it' })
  recordedFacts: ModeratedFact[];

  @Expose()
  @Type(() => StrengthLine)
  @ApiProperty({
    type: [StrengthLine],
    description: 'Of domains in which nothing with several raters waits for a decision',
  })
  strengths: StrengthLine[];

  @Expose()
  @Type(() => FeedbackPointsOpen)
  @ApiProperty({ type: FeedbackPointsOpen })
  feedbackPoints: FeedbackPointsOpen;
}
