import { ApiProperty } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import {
  frameworkStatuses,
  frameworkUnits,
  type FrameworkStatus,
  type Unit,
} from '../domain/index.js';
import { FrameworkDefinitionResponse } from './framework-definition.js';

export class FrameworkVersionSummary {
  @Expose()
  @ApiProperty({ format: 'uuid', description: 'Of the version; GET /api/frameworks/{id} reads it' })
  id: string;

  @Expose()
  @ApiProperty({ description: 'From 1, within the kind' })
  number: number;

  @Expose()
  @ApiProperty({ enum: frameworkStatuses })
  status: FrameworkStatus;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @Expose()
  @ApiProperty({ format: 'date', description: 'First day on which new rounds take it' })
  publishedFrom: string;

  @Expose()
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  retiredAt: string | null;

  @Expose()
  @ApiProperty({ enum: frameworkUnits, description: 'What its audits look at' })
  unit: Unit;

  @Expose()
  @ApiProperty()
  domains: number;

  @Expose()
  @ApiProperty()
  criteria: number;
}

export class FrameworkResponse {
  @Expose()
  @ApiProperty({ example: 'ehc-plan' })
  kind: string;

  @Expose()
  @ApiProperty({ example: 'EHC plan audit' })
  title: string;

  @Expose()
  @Type(() => FrameworkVersionSummary)
  @ApiProperty({ type: [FrameworkVersionSummary], description: 'The newest first' })
  versions: FrameworkVersionSummary[];
}

export class FrameworkListResponse {
  @Expose()
  @Type(() => FrameworkResponse)
  @ApiProperty({ type: [FrameworkResponse] })
  frameworks: FrameworkResponse[];
}

export class FrameworkVersionResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty()
  number: number;

  @Expose()
  @ApiProperty({ enum: frameworkStatuses })
  status: FrameworkStatus;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @Expose()
  @ApiProperty({ format: 'date', description: 'First day on which new rounds take it' })
  publishedFrom: string;

  @Expose()
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  retiredAt: string | null;

  @Expose()
  @ApiProperty({ description: 'SHA-256 of the definition as canonical JSON' })
  hash: string;

  @Expose()
  @Type(() => FrameworkDefinitionResponse)
  @ApiProperty({ type: FrameworkDefinitionResponse })
  definition: FrameworkDefinitionResponse;
}
