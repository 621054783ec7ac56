import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import {
  factTypes,
  fieldTypes,
  profileColumns,
  type FactType,
  type FieldType,
  type ProfileColumn,
} from '../domain/index.js';
import { ConditionResponse } from './framework-condition.js';

const columns = Object.keys(profileColumns);

export class TitledResponse {
  @Expose()
  @ApiProperty()
  key: string;

  @Expose()
  @ApiProperty()
  title: string;
}

export class PresetResponse {
  @Expose()
  @Type(() => ConditionResponse)
  @ApiProperty({ type: ConditionResponse })
  when: ConditionResponse;

  @Expose()
  @ApiProperty()
  value: string;
}

export class FieldSourceResponse {
  @Expose()
  @ApiProperty({ enum: ['register', 'sweep', 'derived'] })
  from: 'register' | 'sweep' | 'derived';

  @Expose()
  @ApiPropertyOptional({ enum: columns })
  column?: ProfileColumn;

  @Expose()
  @ApiPropertyOptional({ description: 'The agency whose answer counts' })
  owner?: string;

  @Expose()
  @ApiPropertyOptional()
  question?: string;

  @Expose()
  @ApiPropertyOptional({ enum: columns })
  prefilledFrom?: ProfileColumn;

  @Expose()
  @Type(() => ConditionResponse)
  @ApiPropertyOptional({ type: ConditionResponse })
  askedWhen?: ConditionResponse;

  @Expose()
  @Type(() => PresetResponse)
  @ApiPropertyOptional({ type: PresetResponse })
  preset?: PresetResponse;

  @Expose()
  @Type(() => ConditionResponse)
  @ApiPropertyOptional({ type: ConditionResponse })
  when?: ConditionResponse;
}

export class ProfileFieldResponse extends TitledResponse {
  @Expose()
  @ApiProperty({ enum: fieldTypes })
  type: FieldType;

  @Expose()
  @Type(() => TitledResponse)
  @ApiPropertyOptional({ type: [TitledResponse] })
  choices?: TitledResponse[];

  @Expose()
  @ApiPropertyOptional({ example: 'Year' })
  prefix?: string;

  @Expose()
  @Type(() => FieldSourceResponse)
  @ApiProperty({ type: FieldSourceResponse })
  source: FieldSourceResponse;
}

export class FactResponse extends TitledResponse {
  @Expose()
  @ApiProperty()
  question: string;

  @Expose()
  @ApiProperty({ enum: factTypes })
  type: FactType;

  @Expose()
  @Type(() => TitledResponse)
  @ApiPropertyOptional({ type: [TitledResponse] })
  choices?: TitledResponse[];

  @Expose()
  @ApiProperty({ description: 'The agency that records it' })
  owner: string;

  @Expose()
  @ApiProperty()
  use: string;

  @Expose()
  @ApiPropertyOptional({ description: 'The sweep field that this fact answers' })
  setsProfile?: string;

  @Expose()
  @Type(() => ConditionResponse)
  @ApiPropertyOptional({ type: ConditionResponse })
  askedWhen?: ConditionResponse;

  @Expose()
  @ApiPropertyOptional({ description: 'The count that this count cannot exceed' })
  atMost?: string;

  @Expose()
  @ApiPropertyOptional({ type: [String] })
  phrases?: string[];
}

/** A share of audits, or one sum over another. */
export class IndicatorRuleResponse {
  @Expose()
  @ApiProperty({ enum: ['share', 'ratio'] })
  kind: 'share' | 'ratio';

  @Expose()
  @Type(() => ConditionResponse)
  @ApiPropertyOptional({ type: ConditionResponse, description: 'Left out: all audits' })
  base?: ConditionResponse;

  @Expose()
  @Type(() => ConditionResponse)
  @ApiPropertyOptional({ type: ConditionResponse })
  meets?: ConditionResponse;

  @Expose()
  @ApiPropertyOptional()
  numerator?: string;

  @Expose()
  @ApiPropertyOptional()
  denominator?: string;
}

export class IndicatorResponse extends TitledResponse {
  @Expose()
  @ApiProperty()
  measure: string;

  @Expose()
  @Type(() => IndicatorRuleResponse)
  @ApiProperty({ type: IndicatorRuleResponse })
  rule: IndicatorRuleResponse;
}
