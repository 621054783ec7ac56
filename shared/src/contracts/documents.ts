import { ApiProperty } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import { IsBoolean, IsString, IsUUID, MinLength } from 'class-validator';
import {
  documentLimits,
  roundStates,
  stratumKeys,
  type RoundState,
  type StratumKey,
} from '../domain/index.js';
import { MaxCharacters } from './max-characters.js';
import { OptionalText } from './optional-text.js';
import { SeenVersion } from './seen-version.js';
import { tidied } from './tidied.js';

const { titleMax, sourceMax } = documentLimits;
const titleMissing = 'Enter what the document is';
const sourceMissing = 'Enter the profession or team that wrote it';
const planMissing = 'Choose a plan of the sample';

/** What the lead enters of a document; `documentRulesBroken` says more of it. */
export class DocumentEntered {
  @Transform(tidied)
  @IsString({ message: titleMissing })
  @MinLength(1, { message: titleMissing })
  @MaxCharacters(titleMax, { message: `Title must be ${titleMax} characters or fewer` })
  @ApiProperty({
    example: 'Speech and language therapy advice',
    maxLength: titleMax,
    description: 'What it is, never whom it is about',
  })
  title: string;

  @Transform(tidied)
  @IsString({ message: sourceMissing })
  @MinLength(1, { message: sourceMissing })
  @MaxCharacters(sourceMax, {
    message: `Profession or team must be ${sourceMax} characters or fewer`,
  })
  @ApiProperty({ example: 'Community speech and language therapy', maxLength: sourceMax })
  source: string;

  @OptionalText({
    max: 10,
    notText: 'Requested on must be a real date',
    example: '2026-06-01',
    description: 'YYYY-MM-DD; left out where it is not on record',
  })
  requestedOn?: string | null;

  @OptionalText({
    max: 10,
    notText: 'Received on must be a real date',
    example: '2026-07-06',
    description: 'YYYY-MM-DD; left out where it is not on record',
  })
  receivedOn?: string | null;

  @IsBoolean({ message: 'Say whether it is a nil return' })
  @ApiProperty({ example: false, description: 'It says that there is nothing to report' })
  isNilReturn: boolean;
}

export class DocumentWanted extends DocumentEntered {
  @IsUUID(undefined, { message: planMissing })
  @ApiProperty({ format: 'uuid', example: '00000000-0000-7000-8000-000000000000' })
  planId: string;
}

export class DocumentChange extends DocumentEntered {
  @SeenVersion()
  version: number;
}

export class DocumentTakingOut {
  @SeenVersion()
  version: number;
}

export class PlanWithoutDocument {
  @IsUUID(undefined, { message: planMissing })
  @ApiProperty({ format: 'uuid', example: '00000000-0000-7000-8000-000000000000' })
  planId: string;

  @IsBoolean({ message: 'Say whether no document of this kind was asked for' })
  @ApiProperty({ example: true, description: 'No document of the round’s kind was asked for' })
  isNoneAsked: boolean;
}

/** A document as its auditors and moderators see it. */
export class AuditedDocument {
  @Expose()
  @ApiProperty({ example: 'Speech and language therapy advice' })
  title: string;

  @Expose()
  @ApiProperty({ description: 'The profession or team that wrote it' })
  source: string;

  @Expose()
  @ApiProperty({ type: String, format: 'date', nullable: true })
  requestedOn: string | null;

  @Expose()
  @ApiProperty({ type: String, format: 'date', nullable: true })
  receivedOn: string | null;

  @Expose()
  @ApiProperty()
  isNilReturn: boolean;
}

export class DocumentResponse extends AuditedDocument {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ description: 'An auditor has opened it, so that it stays as it is' })
  isFixed: boolean;

  @Expose()
  @ApiProperty()
  version: number;
}

export class PlanOfDocuments {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  planId: string;

  @Expose()
  @ApiProperty({ example: 'EHC-001023' })
  planRef: string;

  @Expose()
  @ApiProperty({ enum: stratumKeys })
  stratum: StratumKey;

  @Expose()
  @ApiProperty({ description: 'The lead has said that no document of this kind was asked for' })
  isNoneAsked: boolean;

  @Expose()
  @Type(() => DocumentResponse)
  @ApiProperty({ type: [DocumentResponse] })
  documents: DocumentResponse[];
}

export class DocumentCounts {
  @Expose()
  @ApiProperty({ description: 'Plans in the sample' })
  plans: number;

  @Expose()
  @ApiProperty()
  documents: number;

  @Expose()
  @ApiProperty({ description: 'Plans of which no document of this kind was asked for' })
  plansNoneAsked: number;

  @Expose()
  @ApiProperty({ description: 'Plans of which nothing was entered, so that nothing is audited' })
  plansNoneEntered: number;
}

export class RoundDocumentsResponse {
  @Expose()
  @ApiProperty({ format: 'uuid', description: 'Of the round' })
  id: string;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2-advice' })
  reference: string;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2' })
  quarter: string;

  @Expose()
  @ApiProperty({ enum: roundStates })
  state: RoundState;

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why nothing can be entered now; null when it can',
  })
  whyNot: string | null;

  @Expose()
  @ApiProperty({ example: 'One piece of health advice (one author)' })
  unitTitle: string;

  @Expose()
  @Type(() => DocumentCounts)
  @ApiProperty({ type: DocumentCounts })
  counts: DocumentCounts;

  @Expose()
  @Type(() => PlanOfDocuments)
  @ApiProperty({ type: [PlanOfDocuments], description: 'In the order of the draw' })
  plans: PlanOfDocuments[];
}
