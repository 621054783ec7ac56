import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  MinLength,
} from 'class-validator';
import {
  needFilters,
  phases,
  registerLimits,
  roundKinds,
  roundLimits,
  roundStates,
  settingTypes,
  type NeedFilter,
  type Phase,
  type RoundKind,
  type RoundState,
  type SettingType,
} from '../domain/index.js';
import { OptionalText } from './optional-text.js';
import { MaxCharacters } from './max-characters.js';
import { SeenVersion } from './seen-version.js';
import { tidied, tidiedOrNull } from './tidied.js';

const { sampleSizeMin, sampleSizeMax, themeTitleMax } = roundLimits;
const sizeMessage = `Sample size must be a whole number from ${sampleSizeMin} to ${sampleSizeMax}`;
const titleMessage = `Theme must be ${themeTitleMax} characters or fewer`;

/** What the plans of a theme share; all of what is given. */
export class ThemeFilterResponse {
  @Expose()
  @ApiPropertyOptional({ enum: needFilters, nullable: true })
  need?: NeedFilter | null;

  @Expose()
  @ApiPropertyOptional({ enum: settingTypes, nullable: true })
  settingType?: SettingType | null;

  @Expose()
  @ApiPropertyOptional({ enum: phases, nullable: true })
  phase?: Phase | null;

  @Expose()
  @ApiPropertyOptional({ type: String, nullable: true })
  team?: string | null;

  @Expose()
  @ApiPropertyOptional({ type: Boolean, nullable: true })
  isLookedAfter?: boolean | null;
}

/** What of a round may still be changed until its sample is drawn. */
export class RoundSizeAndDay {
  @IsInt({ message: sizeMessage })
  @Min(sampleSizeMin, { message: sizeMessage })
  @Max(sampleSizeMax, { message: sizeMessage })
  @ApiProperty({
    example: roundLimits.sampleSizeDefault,
    minimum: sampleSizeMin,
    maximum: sampleSizeMax,
    type: 'integer',
  })
  sampleSize: number;

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
}

export class RoundChange extends RoundSizeAndDay {
  @SeenVersion()
  version: number;
}

export class RoundWanted extends RoundSizeAndDay {
  @IsIn(roundKinds, { message: 'Choose routine, theme or advice' })
  @ApiProperty({ enum: roundKinds, example: 'theme' })
  kind: RoundKind;

  @Transform(tidied)
  @IsString({ message: 'Choose a quarter from the list' })
  @MaxCharacters(10, { message: 'Choose a quarter from the list' })
  @ApiProperty({ example: '2026-27-Q2', maxLength: 10 })
  quarter: string;

  @IsUUID(undefined, { message: 'Choose a framework from the list' })
  @ApiProperty({ format: 'uuid', example: '00000000-0000-7000-8000-000000000000' })
  frameworkVersionId: string;

  @OptionalText({
    max: themeTitleMax,
    notText: 'Enter what the theme is',
    tooLong: titleMessage,
    example: 'Social, emotional and mental health in secondary schools',
  })
  themeTitle?: string | null;

  @Transform(tidiedOrNull)
  @IsOptional()
  @IsIn(needFilters, { message: 'Choose a need from the list' })
  @ApiPropertyOptional({ enum: needFilters, nullable: true, example: 'SEMH' })
  themeNeed?: NeedFilter | null;

  @Transform(tidiedOrNull)
  @IsOptional()
  @IsIn(settingTypes, { message: 'Choose a setting from the list' })
  @ApiPropertyOptional({ enum: settingTypes, nullable: true, example: 'mainstream-secondary' })
  themeSettingType?: SettingType | null;

  @Transform(tidiedOrNull)
  @IsOptional()
  @IsIn(phases, { message: 'Choose a phase from the list' })
  @ApiPropertyOptional({ enum: phases, nullable: true, example: 'secondary' })
  themePhase?: Phase | null;

  @OptionalText({
    max: registerLimits.teamMax,
    notText: 'Choose a team from the list',
    example: 'North',
  })
  themeTeam?: string | null;

  @IsOptional()
  @IsBoolean({ message: 'Say whether only looked after children belong to the theme' })
  @ApiPropertyOptional({ type: Boolean, nullable: true, example: true })
  isThemeLookedAfter?: boolean | null;
}

export class RoundFramework {
  @Expose()
  @ApiProperty({ format: 'uuid', description: 'Of the version' })
  id: string;

  @Expose()
  @ApiProperty({ example: 'ehc-plan' })
  kind: string;

  @Expose()
  @ApiProperty({ example: 'EHC plan audit' })
  title: string;

  @Expose()
  @ApiProperty({ description: 'Of the version, from 1' })
  number: number;
}

export class RoundSummary {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2-routine' })
  reference: string;

  @Expose()
  @ApiProperty({ enum: roundKinds })
  kind: RoundKind;

  @Expose()
  @ApiProperty({ example: '2026-27' })
  year: string;

  @Expose()
  @ApiProperty({ example: '2026-27-Q2' })
  quarter: string;

  @Expose()
  @ApiProperty({ enum: roundStates })
  state: RoundState;

  @Expose()
  @ApiProperty({ description: 'Plans wanted' })
  sampleSize: number;

  @Expose()
  @ApiProperty({ type: Number, nullable: true, description: 'Plans drawn; null before the draw' })
  drawnSize: number | null;

  @Expose()
  @ApiProperty({ format: 'date' })
  dueOn: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  themeTitle: string | null;

  @Expose()
  @Type(() => ThemeFilterResponse)
  @ApiProperty({ type: ThemeFilterResponse, nullable: true })
  themeFilter: ThemeFilterResponse | null;

  @Expose()
  @Type(() => RoundFramework)
  @ApiProperty({ type: RoundFramework })
  framework: RoundFramework;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  openedAt: string;

  @Expose()
  @ApiProperty()
  version: number;
}
