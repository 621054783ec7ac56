import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min } from 'class-validator';
import { MaxCharacters } from './max-characters.js';

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

export class TrailFilter {
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

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'page must be a whole number' })
  @Min(1, { message: 'page must be 1 or more' })
  @Max(100_000, { message: 'page must be 100,000 or less' })
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 100_000, default: 1 })
  page?: number;
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
