import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { MaxCharacters } from './max-characters.js';
import { PageFilter } from './page-filter.js';

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

export class TrailFilter extends PageFilter {
  @IsOptional()
  @Matches(dayForm, { message: 'Enter a real date, like 2026-11-03' })
  @ApiPropertyOptional({ format: 'date', description: 'First day, London time' })
  from?: string;

  @IsOptional()
  @Matches(dayForm, { message: 'Enter a real date, like 2026-11-03' })
  @ApiPropertyOptional({ format: 'date', description: 'Last day, London time' })
  to?: string;

  @IsOptional()
  @IsString({ message: 'Choose an act from the list' })
  @MaxCharacters(80, { message: 'Choose an act from the list' })
  @ApiPropertyOptional({ maxLength: 80, example: 'accounts.sign-in' })
  act?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a person from the list' })
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Who did it, or whose account it was done to',
  })
  account?: string;
}

export class TrailActorResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty()
  fullName: string;
}

export class TrailSubjectResponse {
  @Expose()
  @ApiProperty({ example: 'account' })
  type: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  id: string | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  title: string | null;
}

export class TrailDetailResponse {
  @Expose()
  @ApiProperty({ example: 'roles' })
  name: string;

  @Expose()
  @ApiProperty({ example: 'auditor' })
  value: string;
}

export class TrailEntryResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  happenedAt: string;

  @Expose()
  @ApiProperty({ example: 'accounts.sign-in' })
  act: string;

  @Expose()
  @Type(() => TrailActorResponse)
  @ApiProperty({ type: TrailActorResponse, nullable: true })
  actor: TrailActorResponse | null;

  @Expose()
  @Type(() => TrailSubjectResponse)
  @ApiProperty({ type: TrailSubjectResponse, nullable: true })
  subject: TrailSubjectResponse | null;

  @Expose()
  @Type(() => TrailDetailResponse)
  @ApiProperty({ type: [TrailDetailResponse] })
  details: TrailDetailResponse[];

  @Expose()
  @ApiProperty({ description: 'Whether the entry is chained to the ones before it' })
  isSealed: boolean;
}

export class TrailPageResponse {
  @Expose()
  @Type(() => TrailEntryResponse)
  @ApiProperty({ type: [TrailEntryResponse] })
  entries: TrailEntryResponse[];

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
  @ApiProperty({ type: [String], description: 'Every act on record, for the filter' })
  acts: string[];
}
