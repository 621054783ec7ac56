import { ApiProperty } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';

/*
 * The arithmetic of an audit, step by step: criteria to domains to overall to caps to grade. Grades,
 * domains, criteria and caps are keys of the framework.
 */

export class CriterionWorking {
  @Expose()
  @ApiProperty()
  key: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  outcome: string | null;

  @Expose()
  @ApiProperty({ description: 'Within the domain' })
  weight: number;

  @Expose()
  @ApiProperty({ type: Number, nullable: true, description: 'Null where it counts in no mean' })
  points: number | null;
}

export class DomainWorking {
  @Expose()
  @ApiProperty()
  key: string;

  @Expose()
  @ApiProperty({ description: 'Of 100' })
  weight: number;

  @Expose()
  @ApiProperty({ type: Number, nullable: true, description: 'Mean of the points, two decimals' })
  score: number | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  grade: string | null;

  @Expose()
  @Type(() => CriterionWorking)
  @ApiProperty({ type: [CriterionWorking] })
  criteria: CriterionWorking[];
}

export class CompletenessWorking {
  @Expose()
  @ApiProperty({ description: 'Criteria that apply' })
  applicable: number;

  @Expose()
  @ApiProperty({ description: 'Of them, those with a grade' })
  graded: number;

  @Expose()
  @ApiProperty({ type: [String] })
  criticalNotGraded: string[];

  @Expose()
  @ApiProperty({ description: 'Enough for an overall grade; otherwise the audit closes partial' })
  complete: boolean;
}

export class CapApplied {
  @Expose()
  @ApiProperty()
  key: string;

  @Expose()
  @ApiProperty({ description: 'The best overall grade that it leaves' })
  ceiling: string;

  @Expose()
  @ApiProperty({
    example: 'At most Requires improvement when any critical criterion is Inadequate',
  })
  rule: string;

  @Expose()
  @ApiProperty()
  because: string;
}

export class OverallWorking {
  @Expose()
  @ApiProperty({ example: 2.71 })
  score: number;

  @Expose()
  @ApiProperty({ description: 'By the score alone' })
  calculatedGrade: string;

  @Expose()
  @Type(() => CapApplied)
  @ApiProperty({ type: [CapApplied] })
  capsApplied: CapApplied[];

  @Expose()
  @ApiProperty({ description: 'The calculated grade, or the lowest ceiling if that is worse' })
  cappedGrade: string;

  @Expose()
  @ApiProperty({
    type: [String],
    description:
      'What the audit may close with: the capped grade or one beside it, never above a ceiling',
  })
  gradesOpen: string[];
}

export class ModerationWorking {
  @Expose()
  @Type(() => DomainWorking)
  @ApiProperty({ type: [DomainWorking] })
  domains: DomainWorking[];

  @Expose()
  @Type(() => CompletenessWorking)
  @ApiProperty({ type: CompletenessWorking })
  completeness: CompletenessWorking;

  @Expose()
  @Type(() => OverallWorking)
  @ApiProperty({
    type: OverallWorking,
    nullable: true,
    description: 'Null where too little is graded: the audit would close partial',
  })
  overall: OverallWorking | null;
}
