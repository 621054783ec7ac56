import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';

export class GradeResponse {
  @Expose()
  @ApiProperty({ example: 'good' })
  key: string;

  @Expose()
  @ApiProperty({ example: 'Good' })
  label: string;

  @Expose()
  @ApiProperty({ example: 'Secure', description: 'Words that no inspectorate uses' })
  neutralLabel: string;

  @Expose()
  @ApiProperty({ example: 3 })
  points: number;

  @Expose()
  @ApiProperty({ example: 2.75, description: 'The lowest score that earns the grade' })
  from: number;
}

export class ScaleResponse {
  @Expose()
  @Type(() => GradeResponse)
  @ApiProperty({ type: [GradeResponse], description: 'From the best to the lowest' })
  grades: GradeResponse[];

  @Expose()
  @ApiProperty({ description: 'The lowest grade that meets the standard' })
  meetsFrom: string;

  @Expose()
  @ApiProperty({ type: [String], description: 'What needs a line of evidence' })
  evidenceRequiredFor: string[];
}

/** Looks at the number of critical criteria, or at a domain. */
export class CapWhenResponse {
  @Expose()
  @ApiPropertyOptional({ enum: ['critical'] })
  countOf?: 'critical';

  @Expose()
  @ApiPropertyOptional()
  atLeast?: number;

  @Expose()
  @ApiPropertyOptional()
  domain?: string;

  @Expose()
  @ApiProperty({ description: 'Key of a grade' })
  atOrBelow: string;
}

export class CapResponse {
  @Expose()
  @ApiProperty()
  key: string;

  @Expose()
  @Type(() => CapWhenResponse)
  @ApiProperty({ type: CapWhenResponse })
  when: CapWhenResponse;

  @Expose()
  @ApiProperty({ description: 'The best overall grade that is left' })
  ceiling: string;

  @Expose()
  @ApiProperty()
  because: string;
}
