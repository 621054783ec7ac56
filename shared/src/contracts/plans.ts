import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import {
  needFilters,
  phases,
  planSorts,
  planStates,
  primaryNeeds,
  registerLimits,
  settingTypes,
  socialCareStatuses,
  sortDirections,
  yearGroupLimits,
  type NeedFilter,
  type Phase,
  type PlanSort,
  type PlanState,
  type PrimaryNeed,
  type SettingType,
  type SocialCareStatus,
  type SortDirection,
} from '../domain/index.js';
import { MaxCharacters } from './max-characters.js';
import { PageFilter } from './page-filter.js';

const { min: yearMin, max: yearMax } = yearGroupLimits;

export class PlanFilter extends PageFilter {
  @IsOptional()
  @IsString({ message: 'Enter a whole plan reference' })
  @MaxCharacters(registerLimits.planRefMax, { message: 'Enter a whole plan reference' })
  @ApiPropertyOptional({ maxLength: registerLimits.planRefMax, example: 'EHC-001023' })
  ref?: string;

  @IsOptional()
  @IsString({ message: 'Choose a team from the list' })
  @MaxCharacters(registerLimits.teamMax, { message: 'Choose a team from the list' })
  @ApiPropertyOptional({ maxLength: registerLimits.teamMax, example: 'North' })
  team?: string;

  @IsOptional()
  @IsString({ message: 'Choose an authority from the list' })
  @MaxCharacters(registerLimits.localAuthorityMax, { message: 'Choose an authority from the list' })
  @ApiPropertyOptional({ maxLength: registerLimits.localAuthorityMax, example: 'Ashbourne Vale' })
  authority?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Choose a year group from the list' })
  @Min(yearMin, { message: 'Choose a year group from the list' })
  @Max(yearMax, { message: 'Choose a year group from the list' })
  @ApiPropertyOptional({
    type: Number,
    minimum: yearMin,
    maximum: yearMax,
    description: 'Today; -2 and -1 are nursery, 0 is Reception',
  })
  year?: number;

  @IsOptional()
  @IsIn(needFilters, { message: 'Choose a need from the list' })
  @ApiPropertyOptional({ enum: needFilters })
  need?: NeedFilter;

  @IsOptional()
  @IsIn(settingTypes, { message: 'Choose a setting from the list' })
  @ApiPropertyOptional({ enum: settingTypes })
  setting?: SettingType;

  @IsOptional()
  @IsIn(socialCareStatuses, { message: 'Choose a social care status from the list' })
  @ApiPropertyOptional({ enum: socialCareStatuses })
  care?: SocialCareStatus;

  @IsOptional()
  @IsIn(planStates, { message: 'Choose in force, ceased or all' })
  @ApiPropertyOptional({ enum: planStates, default: 'in-force' })
  state?: PlanState;

  @IsOptional()
  @IsIn(planSorts, { message: 'Choose an order from the list' })
  @ApiPropertyOptional({ enum: planSorts, default: 'ref' })
  sort?: PlanSort;

  @IsOptional()
  @IsIn(sortDirections, { message: 'Choose up or down' })
  @ApiPropertyOptional({ enum: sortDirections, default: 'up' })
  direction?: SortDirection;
}

/** What the register says of a plan, whoever reads it. */
export class PlanFacts {
  @Expose()
  @ApiProperty({ example: 'EHC-001023' })
  planRef: string;

  @Expose()
  @ApiProperty({ example: 'Ashbourne Vale' })
  localAuthority: string;

  @Expose()
  @ApiProperty({
    type: Number,
    nullable: true,
    description: '-2 and -1 are nursery, 0 is Reception',
  })
  yearGroup: number | null;

  @Expose()
  @ApiProperty({ type: Number, nullable: true, description: 'To within a year' })
  age: number | null;

  @Expose()
  @ApiProperty({ enum: primaryNeeds, nullable: true })
  primaryNeed: PrimaryNeed | null;

  @Expose()
  @ApiProperty({ enum: settingTypes })
  settingType: SettingType;

  @Expose()
  @ApiProperty({ enum: socialCareStatuses })
  socialCareStatus: SocialCareStatus;

  @Expose()
  @ApiProperty({ type: Boolean, nullable: true })
  hasLearningDisability: boolean | null;

  @Expose()
  @ApiProperty({ format: 'date' })
  firstIssuedOn: string;

  @Expose()
  @ApiProperty({ format: 'date' })
  latestIssuedOn: string;

  @Expose()
  @ApiProperty({ type: String, format: 'date', nullable: true })
  lastReviewOn: string | null;

  @Expose()
  @ApiProperty()
  isTransferredIn: boolean;

  @Expose()
  @ApiProperty()
  isTribunalOrdered: boolean;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  team: string | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  officerRef: string | null;

  @Expose()
  @ApiProperty({ type: String, format: 'date', nullable: true })
  ceasedOn: string | null;
}

/** A plan today: year group and age have moved on since the as-at date. */
export class PlanResponse extends PlanFacts {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ enum: phases })
  phase: Phase;

  @Expose()
  @ApiProperty({
    format: 'date',
    description: 'The day for which the register gave year group and age',
  })
  asAtOn: string;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  changedAt: string;

  @Expose()
  @ApiProperty()
  version: number;
}

export class PlanListResponse {
  @Expose()
  @Type(() => PlanResponse)
  @ApiProperty({ type: [PlanResponse] })
  plans: PlanResponse[];

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
  @ApiProperty({ type: [String], description: 'Every team of the register, for the filter' })
  teams: string[];

  @Expose()
  @ApiProperty({ type: [String], description: 'Every authority of the register, for the filter' })
  authorities: string[];
}
