import { ApiProperty } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { auditStates, roundStates, type AuditState, type RoundState } from '../domain/index.js';
import { AuditedDocument, DocumentCounts } from './documents.js';
import { SeenVersion } from './seen-version.js';

export class RoundClosing {
  @SeenVersion()
  version: number;
}

/** An audit of the round that is not closed. Nothing of what was scored. */
export class AuditNotClosed {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ example: 'AUD-2026-27-Q2-0142' })
  reference: string;

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
  @ApiProperty({ description: 'Scorings that are submitted' })
  scoringsIn: number;

  @Expose()
  @ApiProperty({ description: 'Scorings that are not withdrawn' })
  scorings: number;
}

/**
 * What a round has come to: drawn - withdrawn + replaced = graded + partial + not completed. Where
 * documents are audited the last three count these, and their sum is the documents of the plans.
 */
export class RoundCounts {
  @Expose()
  @ApiProperty({ description: 'Plans that the draw took' })
  drawn: number;

  @Expose()
  @ApiProperty({ description: 'Plans withdrawn from the sample' })
  withdrawn: number;

  @Expose()
  @ApiProperty({ description: 'Places that a plan in reserve took' })
  replaced: number;

  @Expose()
  @ApiProperty({ description: 'Audits closed with an overall grade' })
  graded: number;

  @Expose()
  @ApiProperty({ description: 'Audits closed without one, because too little could be graded' })
  partial: number;

  @Expose()
  @ApiProperty({ description: 'Plans whose audit is not closed, those without an audit included' })
  notCompleted: number;
}

/** What closing a round does, or did. */
export class RoundClosingResponse {
  @Expose()
  @ApiProperty({ format: 'uuid', description: 'Of the round' })
  id: string;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2-routine' })
  reference: string;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2' })
  quarter: string;

  @Expose()
  @ApiProperty({ enum: roundStates })
  state: RoundState;

  @Expose()
  @ApiProperty({ format: 'date' })
  dueOn: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Why it cannot be closed today' })
  whyNot: string | null;

  @Expose()
  @Type(() => RoundCounts)
  @ApiProperty({ type: RoundCounts })
  counts: RoundCounts;

  @Expose()
  @ApiProperty({ description: 'Plans of the sample, or documents of them, that have no audit' })
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
  @Type(() => AuditNotClosed)
  @ApiProperty({ type: [AuditNotClosed], description: 'By state, then by reference' })
  notClosed: AuditNotClosed[];

  @Expose()
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: string | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true, example: 'Ruth Osei' })
  closedBy: string | null;

  @Expose()
  @ApiProperty({ description: 'Of the round' })
  version: number;
}
