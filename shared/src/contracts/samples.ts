import { ApiProperty } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { IsIn, IsUUID } from 'class-validator';
import {
  sampledOutcomes,
  stratumKeys,
  withdrawalReasons,
  type SampledOutcome,
  type StratumKey,
  type WithdrawalReason,
} from '../domain/index.js';
import { RoundSummary } from './rounds.js';
import { SeenVersion } from './seen-version.js';

export class SampleDraw {
  @SeenVersion()
  version: number;
}

export class PlanWithdrawal {
  @IsUUID(undefined, { message: 'Choose a plan of the sample' })
  @ApiProperty({ format: 'uuid', example: '00000000-0000-7000-8000-000000000000' })
  planId: string;

  @IsIn(withdrawalReasons, { message: 'Choose why the plan cannot be audited' })
  @ApiProperty({ enum: withdrawalReasons, example: 'ceased' })
  reason: WithdrawalReason;

  @SeenVersion()
  version: number;
}

export class PlannedStratumResponse {
  @Expose()
  @ApiProperty({ enum: stratumKeys, description: 'The stratum that the others joined' })
  key: StratumKey;

  @Expose()
  @ApiProperty({ example: 'Primary, mainstream with early years' })
  title: string;

  @Expose()
  @ApiProperty({ enum: stratumKeys, isArray: true, description: 'Its own key first' })
  members: StratumKey[];

  @Expose()
  @ApiProperty()
  populationSize: number;

  @Expose()
  @ApiProperty()
  size: number;
}

/** What a draw today would do, without any chance in it. */
export class DrawPlanResponse {
  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why the sample cannot be drawn now; null when it can',
  })
  whyNot: string | null;

  @Expose()
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The day of the register confirmed last; null before the first',
  })
  registerAsAt: string | null;

  @Expose()
  @ApiProperty()
  populationSize: number;

  @Expose()
  @ApiProperty()
  size: number;

  @Expose()
  @Type(() => PlannedStratumResponse)
  @ApiProperty({ type: [PlannedStratumResponse] })
  strata: PlannedStratumResponse[];

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'What the sample will show' })
  precision: string | null;
}

export class SampleStratumResponse extends PlannedStratumResponse {
  @Expose()
  @ApiProperty({ description: 'Where it starts on the circle, 16 hexadecimal digits' })
  start: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'The number of the last plan drawn' })
  cutOff: string | null;
}

export class SampledPlanResponse {
  @Expose()
  @ApiProperty({ format: 'uuid', description: 'GET /api/plans/{id} reads it' })
  planId: string;

  @Expose()
  @ApiProperty({ example: 'EHC-001023' })
  planRef: string;

  @Expose()
  @ApiProperty({ enum: stratumKeys })
  stratum: StratumKey;

  @Expose()
  @ApiProperty({ description: 'In the order of the draw within the stratum, from 1' })
  place: number;

  @Expose()
  @ApiProperty({ description: 'Its permanent random number, 16 hexadecimal digits' })
  position: string;

  @Expose()
  @ApiProperty({ enum: sampledOutcomes })
  outcome: SampledOutcome;

  @Expose()
  @ApiProperty({ enum: withdrawalReasons, nullable: true })
  reason: WithdrawalReason | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'The withdrawn plan it stands for' })
  inPlaceOf: string | null;

  @Expose()
  @ApiProperty({
    description: 'The register has said since that the plan ceased, and the round is not closed',
  })
  hasCeased: boolean;
}

export class SampleResponse {
  @Expose()
  @ApiProperty({ format: 'date-time' })
  drawnAt: string;

  @Expose()
  @ApiProperty({ format: 'date' })
  registerAsAt: string;

  @Expose()
  @ApiProperty({ description: 'The published rule it was drawn by' })
  rule: string;

  @Expose()
  @ApiProperty({ description: 'SHA-256 of everything the draw depended on' })
  frameSha256: string;

  @Expose()
  @ApiProperty()
  populationSize: number;

  @Expose()
  @ApiProperty()
  size: number;

  @Expose()
  @ApiProperty()
  precision: string;

  @Expose()
  @Type(() => SampleStratumResponse)
  @ApiProperty({ type: [SampleStratumResponse] })
  strata: SampleStratumResponse[];

  @Expose()
  @Type(() => SampledPlanResponse)
  @ApiProperty({ type: [SampledPlanResponse], description: 'All but the plans in reserve' })
  plans: SampledPlanResponse[];
}

export class RoundResponse extends RoundSummary {
  @Expose()
  @ApiProperty({ description: 'SHA-256 of the year’s seed' })
  seedCommitment: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'The year’s seed, once it is shown' })
  seed: string | null;

  @Expose()
  @Type(() => SampleResponse)
  @ApiProperty({ type: SampleResponse, nullable: true })
  sample: SampleResponse | null;
}

export class VerificationCheckResponse {
  @Expose()
  @ApiProperty({ example: 'order' })
  key: string;

  @Expose()
  @ApiProperty()
  title: string;

  @Expose()
  @ApiProperty()
  holds: boolean;
}

export class VerificationResponse {
  @Expose()
  @ApiProperty({ description: 'Whether every check holds' })
  isSame: boolean;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  verifiedAt: string;

  @Expose()
  @Type(() => VerificationCheckResponse)
  @ApiProperty({ type: [VerificationCheckResponse] })
  checks: VerificationCheckResponse[];
}
