import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import {
  answerKinds,
  auditStates,
  declarations,
  scoringProgresses,
  scoringStates,
  type AnswerKind,
  type AuditState,
  type Declaration,
  type FieldValue,
  type ScoringProgress,
  type ScoringState,
} from '../domain/index.js';
import { AuditedDocument } from './documents.js';
import { AgencyResponse } from './accounts.js';
import { AnswerResponse } from './answers.js';
import { DomainResponse, SourceResponse } from './framework-definition.js';
import { FactResponse, ProfileFieldResponse } from './framework-facts.js';
import { ScaleResponse } from './framework-scale.js';
import { PlanFacts } from './plans.js';
import { RoundFramework } from './rounds.js';
import { SeenVersion } from './seen-version.js';

const listedStates = ['open', 'submitted'] as const;

export class ScoringFilter {
  @IsOptional()
  @IsIn(listedStates, { message: 'Choose open or submitted' })
  @ApiPropertyOptional({ enum: listedStates })
  state?: (typeof listedStates)[number];
}

export class ScoringDeclaration {
  @IsIn(declarations, { message: 'Say whether you have a conflict of interest, and which' })
  @ApiProperty({ enum: declarations, example: 'none' })
  conflict: Declaration;

  @SeenVersion()
  version: number;
}

export class ScoringSubmission {
  @SeenVersion()
  version: number;
}

/** A scoring in the auditor's own list. */
export class ScoringSummary {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ example: 'AUD-2026-27-Q2-0142', description: 'Of the audit' })
  reference: string;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2' })
  quarter: string;

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
  @Type(() => AgencyResponse)
  @ApiProperty({ type: AgencyResponse })
  agency: AgencyResponse;

  @Expose()
  @ApiProperty({ enum: scoringStates })
  state: ScoringState;

  @Expose()
  @ApiProperty({ enum: scoringProgresses })
  progress: ScoringProgress;

  @Expose()
  @ApiProperty({ format: 'date' })
  dueOn: string;

  @Expose()
  @ApiProperty({ description: 'The due date has passed' })
  isOverdue: boolean;

  @Expose()
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the auditor declared that there is no conflict of interest; null before',
  })
  declaredAt: string | null;

  @Expose()
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  submittedAt: string | null;

  @Expose()
  @ApiProperty()
  version: number;
}

export class ScoringListResponse {
  @Expose()
  @Type(() => ScoringSummary)
  @ApiProperty({ type: [ScoringSummary], description: 'The first due first' })
  scorings: ScoringSummary[];
}

/** The plan on the day of the draw. Not whose plan it is: neither officer nor team. */
export class ScoredPlan extends OmitType(PlanFacts, ['team', 'officerRef', 'ceasedOn'] as const) {}

/** Whether a criterion is to be scored, by this agency's own answers. */
export class CriterionApplicability {
  @Expose()
  @ApiProperty({ description: 'Key of the criterion' })
  criterion: string;

  @Expose()
  @ApiProperty()
  applies: boolean;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Why not, as the framework says it' })
  because: string | null;
}

/** What the agency scores: the parts of the framework that are its own, and its answers. */
export class ScoringForm {
  @Expose()
  @Type(() => RoundFramework)
  @ApiProperty({ type: RoundFramework })
  framework: RoundFramework;

  @Expose()
  @Type(() => ScaleResponse)
  @ApiProperty({ type: ScaleResponse })
  scale: ScaleResponse;

  @Expose()
  @Type(() => ProfileFieldResponse)
  @ApiProperty({ type: [ProfileFieldResponse], description: 'What rules ask about' })
  profileFields: ProfileFieldResponse[];

  @Expose()
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What the register gives to profile fields, by column of the register',
  })
  register: Record<string, FieldValue>;

  @Expose()
  @Type(() => DomainResponse)
  @ApiProperty({ type: [DomainResponse], description: 'With the agency’s own criteria alone' })
  domains: DomainResponse[];

  @Expose()
  @Type(() => FactResponse)
  @ApiProperty({ type: [FactResponse], description: 'Those that the agency records' })
  facts: FactResponse[];

  @Expose()
  @Type(() => SourceResponse)
  @ApiProperty({ type: [SourceResponse] })
  sources: SourceResponse[];

  @Expose()
  @Type(() => AnswerResponse)
  @ApiProperty({ type: [AnswerResponse] })
  answers: AnswerResponse[];

  @Expose()
  @Type(() => CriterionApplicability)
  @ApiProperty({ type: [CriterionApplicability] })
  applicability: CriterionApplicability[];
}

export class ScoringResponse extends ScoringSummary {
  @Expose()
  @ApiProperty({ enum: auditStates, description: 'Of the audit' })
  auditState: AuditState;

  @Expose()
  @Type(() => ScoredPlan)
  @ApiProperty({ type: ScoredPlan })
  plan: ScoredPlan;

  @Expose()
  @Type(() => ScoringForm)
  @ApiProperty({
    type: ScoringForm,
    nullable: true,
    description: 'Null until the auditor has declared that there is no conflict of interest',
  })
  form: ScoringForm | null;
}

export class DeclarationResponse {
  @Expose()
  @ApiProperty({ enum: declarations })
  conflict: Declaration;

  @Expose()
  @ApiProperty({ description: 'False: another auditor will be found, and this one is done' })
  mayScore: boolean;

  @Expose()
  @ApiProperty()
  version: number;
}

/** Something to put right before the scoring can be submitted. */
export class ScoringFaultResponse {
  @Expose()
  @ApiProperty({ enum: answerKinds })
  kind: AnswerKind;

  @Expose()
  @ApiProperty({ description: 'Key of the question' })
  key: string;

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Key of the domain; null outside them',
  })
  domain: string | null;

  @Expose()
  @ApiProperty({ example: 'criterion.health-needs-specified.evidence' })
  path: string;

  @Expose()
  @ApiProperty({ description: 'The sentence the person reads' })
  message: string;
}

export class DomainProgress {
  @Expose()
  @ApiProperty({ description: 'Key of the domain' })
  domain: string;

  @Expose()
  @ApiProperty({ description: 'Criteria of this agency that apply' })
  applicable: number;

  @Expose()
  @ApiProperty({ description: 'Of them, those with a grade or another outcome' })
  answered: number;

  @Expose()
  @ApiProperty({ description: 'Nothing in it stops the submission' })
  isComplete: boolean;
}

export class ScoringCheckResponse {
  @Expose()
  @ApiProperty()
  isComplete: boolean;

  @Expose()
  @Type(() => DomainProgress)
  @ApiProperty({ type: [DomainProgress] })
  domains: DomainProgress[];

  @Expose()
  @Type(() => ScoringFaultResponse)
  @ApiProperty({ type: [ScoringFaultResponse], description: 'In the order of the form' })
  faults: ScoringFaultResponse[];
}

export class SubmissionResponse {
  @Expose()
  @ApiProperty({ format: 'date-time' })
  submittedAt: string;

  @Expose()
  @ApiProperty({ enum: auditStates, description: 'Awaiting moderation when it was the last one' })
  auditState: AuditState;

  @Expose()
  @ApiProperty()
  version: number;
}
