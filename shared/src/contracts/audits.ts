import { ApiProperty } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import { IsIn, IsString, IsUUID, MinLength } from 'class-validator';
import {
  auditStates,
  scoringProgresses,
  scoringWithdrawalReasons,
  stratumKeys,
  unallocatedReasons,
  type AuditState,
  type ScoringProgress,
  type ScoringWithdrawalReason,
  type StratumKey,
  type UnallocatedReason,
} from '../domain/index.js';
import { AuditedDocument, DocumentCounts } from './documents.js';
import { AgencyResponse } from './accounts.js';
import { MaxCharacters } from './max-characters.js';
import { SeenVersion } from './seen-version.js';
import { tidied } from './tidied.js';

export class ScoringReassignment {
  @IsUUID(undefined, { message: 'Choose an auditor from the list' })
  @ApiProperty({ format: 'uuid', example: '00000000-0000-7000-8000-000000000000' })
  auditorId: string;

  @SeenVersion()
  version: number;
}

export class ScoringWithdrawal {
  @IsIn(scoringWithdrawalReasons, { message: 'Choose why the scoring is withdrawn' })
  @ApiProperty({ enum: scoringWithdrawalReasons, example: 'not-returned' })
  reason: ScoringWithdrawalReason;

  @SeenVersion()
  version: number;
}

export class AuditDueDate {
  @Transform(tidied)
  @IsString({ message: 'Enter the due date' })
  @MinLength(1, { message: 'Enter the due date' })
  @MaxCharacters(10, { message: 'Enter a real date for the due date' })
  @ApiProperty({
    example: '2026-09-30',
    format: 'date',
    maxLength: 10,
    description: 'The last day for scorings, London time',
  })
  dueOn: string;

  @SeenVersion()
  version: number;
}

export class AuditorResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ example: 'Priya Nair' })
  fullName: string;
}

/** An auditor whom the lead may choose. */
export class AuditorToChoose extends AuditorResponse {
  @Expose()
  @ApiProperty({ description: 'Key of the agency', example: 'health' })
  agency: string;

  @Expose()
  @ApiProperty({ description: 'Scorings allocated to them and not yet in, in all rounds' })
  openScorings: number;
}

/** How far one agency is. Nothing of what was scored. */
export class ScoringProgressResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @Type(() => AgencyResponse)
  @ApiProperty({ type: AgencyResponse })
  agency: AgencyResponse;

  @Expose()
  @Type(() => AuditorResponse)
  @ApiProperty({ type: AuditorResponse, nullable: true })
  auditor: AuditorResponse | null;

  @Expose()
  @ApiProperty({ enum: unallocatedReasons, nullable: true, description: 'Why it has no auditor' })
  unallocatedBecause: UnallocatedReason | null;

  @Expose()
  @ApiProperty({ enum: scoringProgresses })
  progress: ScoringProgress;

  @Expose()
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  submittedAt: string | null;

  @Expose()
  @ApiProperty({ enum: scoringWithdrawalReasons, nullable: true })
  withdrawnBecause: ScoringWithdrawalReason | null;

  @Expose()
  @ApiProperty()
  version: number;
}

export class AuditProgressResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ example: 'AUD-2026-27-Q2-0142' })
  reference: string;

  @Expose()
  @ApiProperty({ format: 'uuid', description: 'GET /api/plans/{id} reads it' })
  planId: string;

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
  @ApiProperty({ enum: stratumKeys })
  stratum: StratumKey;

  @Expose()
  @ApiProperty({ enum: auditStates })
  state: AuditState;

  @Expose()
  @ApiProperty({ format: 'date' })
  dueOn: string;

  @Expose()
  @ApiProperty({ description: 'From its due date on an agency’s scoring may be withdrawn' })
  isDue: boolean;

  @Expose()
  @Type(() => ScoringProgressResponse)
  @ApiProperty({ type: [ScoringProgressResponse], description: 'One for each agency' })
  scorings: ScoringProgressResponse[];

  @Expose()
  @ApiProperty()
  version: number;
}

export class AuditListResponse {
  @Expose()
  @ApiProperty({ description: 'Plans of the sample that have no audit yet' })
  plansWithoutAudit: number;

  @Expose()
  @Type(() => DocumentCounts)
  @ApiProperty({
    type: DocumentCounts,
    nullable: true,
    description: 'What the sample comes to in documents; null where plans are audited',
  })
  documents: DocumentCounts | null;

  @Expose()
  @ApiProperty({ description: 'Scorings that have no auditor and are not withdrawn' })
  scoringsWithoutAuditor: number;

  @Expose()
  @Type(() => AuditProgressResponse)
  @ApiProperty({ type: [AuditProgressResponse] })
  audits: AuditProgressResponse[];

  @Expose()
  @Type(() => AuditorToChoose)
  @ApiProperty({ type: [AuditorToChoose] })
  auditors: AuditorToChoose[];
}

export class UnallocatedResponse {
  @Expose()
  @ApiProperty({ example: 'AUD-2026-27-Q2-0142' })
  reference: string;

  @Expose()
  @ApiProperty({ description: 'Key of the agency', example: 'health' })
  agency: string;

  @Expose()
  @ApiProperty({ enum: unallocatedReasons })
  reason: UnallocatedReason;
}

export class AllocationResponse {
  @Expose()
  @ApiProperty({ description: 'Audits made by this allocation' })
  auditsMade: number;

  @Expose()
  @ApiProperty({ description: 'Scorings that got an auditor by this allocation' })
  scoringsAllocated: number;

  @Expose()
  @Type(() => UnallocatedResponse)
  @ApiProperty({ type: [UnallocatedResponse], description: 'Scorings that have nobody yet' })
  unallocated: UnallocatedResponse[];
}
