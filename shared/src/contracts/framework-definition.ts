import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import {
  criterionBases,
  frameworkUnits,
  planSections,
  type Basis,
  type PlanSection,
  type Unit,
} from '../domain/index.js';
import { ConditionResponse } from './framework-condition.js';
import {
  FactResponse,
  IndicatorResponse,
  ProfileFieldResponse,
  TitledResponse,
} from './framework-facts.js';
import { CapResponse, ScaleResponse } from './framework-scale.js';

/*
 * A framework version as it leaves the service. The classes repeat docs/framework.schema.json for
 * the document of the interface; parts that come in several shapes list the fields of all of them.
 */

export class CitationResponse {
  @Expose()
  @ApiProperty({ description: 'Key of one of the sources' })
  source: string;

  @Expose()
  @ApiProperty({ example: 'reg 12(1)(a)' })
  ref: string;

  @Expose()
  @ApiProperty({ description: 'False: cited from general knowledge, to be checked' })
  textSeen: boolean;
}

export class ApplicabilityResponse {
  @Expose()
  @ApiProperty({ enum: ['always', 'rule', 'auditor'] })
  mode: 'always' | 'rule' | 'auditor';

  @Expose()
  @Type(() => ConditionResponse)
  @ApiPropertyOptional({ type: ConditionResponse, description: 'Left out when this holds' })
  notWhen?: ConditionResponse;

  @Expose()
  @ApiPropertyOptional()
  because?: string;

  @Expose()
  @ApiPropertyOptional({ description: 'When the auditor may leave it out besides' })
  auditorMay?: string;
}

export class CriterionResponse extends TitledResponse {
  @Expose()
  @ApiProperty()
  question: string;

  @Expose()
  @ApiProperty({ enum: planSections, isArray: true })
  sections: PlanSection[];

  @Expose()
  @ApiProperty({ type: [String] })
  agencies: string[];

  @Expose()
  @ApiProperty()
  leadAgency: string;

  @Expose()
  @ApiProperty({ description: 'Within the domain' })
  weight: number;

  @Expose()
  @ApiProperty()
  critical: boolean;

  @Expose()
  @ApiProperty({ enum: criterionBases })
  basis: Basis;

  @Expose()
  @Type(() => CitationResponse)
  @ApiProperty({ type: [CitationResponse] })
  citations: CitationResponse[];

  @Expose()
  @ApiProperty()
  whereToLook: string;

  @Expose()
  @Type(() => ApplicabilityResponse)
  @ApiProperty({ type: ApplicabilityResponse })
  applicability: ApplicabilityResponse;

  @Expose()
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'What good looks like: one text for the key of each grade',
  })
  descriptors: Record<string, string>;

  @Expose()
  @ApiProperty({ type: [String] })
  trainingTags: string[];

  @Expose()
  @ApiProperty({ type: [String] })
  actionPlanRefs: string[];
}

export class DomainResponse extends TitledResponse {
  @Expose()
  @ApiProperty()
  shortTitle: string;

  @Expose()
  @ApiProperty()
  purpose: string;

  @Expose()
  @ApiProperty({ enum: planSections, isArray: true })
  sections: PlanSection[];

  @Expose()
  @ApiProperty({ description: 'Of 100' })
  weight: number;

  @Expose()
  @Type(() => CriterionResponse)
  @ApiProperty({ type: [CriterionResponse] })
  criteria: CriterionResponse[];
}

export class SourceResponse extends TitledResponse {
  @Expose()
  @ApiProperty({ format: 'uri' })
  url: string;
}

export class FrameworkDefinitionResponse {
  @Expose()
  @ApiProperty({ example: 'ehc-plan' })
  kind: string;

  @Expose()
  @ApiProperty()
  title: string;

  @Expose()
  @ApiProperty()
  purpose: string;

  @Expose()
  @ApiProperty({ enum: frameworkUnits })
  unit: Unit;

  @Expose()
  @ApiProperty({ example: 'One EHC plan' })
  unitTitle: string;

  @Expose()
  @ApiProperty({ type: [String] })
  actionPlanRefs: string[];

  @Expose()
  @Type(() => TitledResponse)
  @ApiProperty({ type: [TitledResponse] })
  agencies: TitledResponse[];

  @Expose()
  @Type(() => ScaleResponse)
  @ApiProperty({ type: ScaleResponse })
  scale: ScaleResponse;

  @Expose()
  @Type(() => ProfileFieldResponse)
  @ApiProperty({ type: [ProfileFieldResponse] })
  profileFields: ProfileFieldResponse[];

  @Expose()
  @Type(() => DomainResponse)
  @ApiProperty({ type: [DomainResponse] })
  domains: DomainResponse[];

  @Expose()
  @Type(() => FactResponse)
  @ApiProperty({ type: [FactResponse] })
  facts: FactResponse[];

  @Expose()
  @Type(() => IndicatorResponse)
  @ApiProperty({ type: [IndicatorResponse] })
  indicators: IndicatorResponse[];

  @Expose()
  @Type(() => CapResponse)
  @ApiProperty({ type: [CapResponse] })
  caps: CapResponse[];

  @Expose()
  @Type(() => SourceResponse)
  @ApiProperty({ type: [SourceResponse] })
  sources: SourceResponse[];

  @Expose()
  @Type(() => TitledResponse)
  @ApiProperty({ type: [TitledResponse] })
  trainingTags: TitledResponse[];
}
