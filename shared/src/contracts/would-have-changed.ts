import { ApiProperty } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { IsUUID } from 'class-validator';

/** Two versions of a framework to set beside each other. */
export class VersionsToCompare {
  @IsUUID(undefined, { message: 'Choose a published version from the list' })
  @ApiProperty({
    format: 'uuid',
    example: '00000000-0000-7000-8000-000000000000',
    description: 'The version that audits were closed on',
  })
  older: string;

  @IsUUID(undefined, { message: 'Choose a version or a draft from the list' })
  @ApiProperty({
    format: 'uuid',
    example: '00000000-0000-7000-8000-000000000000',
    description: 'Another version of the kind, or its draft',
  })
  newer: string;
}

export class GradeMovesResponse {
  @Expose()
  @ApiProperty()
  up: number;

  @Expose()
  @ApiProperty()
  down: number;

  @Expose()
  @ApiProperty()
  same: number;

  @Expose()
  @ApiProperty({ description: 'Without an overall grade by the newer version' })
  noGrade: number;

  @Expose()
  @ApiProperty({ description: 'Without one by the older version, with one by the newer' })
  newlyGraded: number;
}

export class MovesOfGradeResponse extends GradeMovesResponse {
  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Key; null: without a grade' })
  grade: string | null;

  @Expose()
  @ApiProperty({ description: 'How many audits have this grade by the older version' })
  before: number;

  @Expose()
  @ApiProperty({ description: 'How many by the newer' })
  after: number;
}

/** What a newer version would have made of the last quarter closed on an older one. */
export class WouldHaveChangedResponse {
  @Expose()
  @ApiProperty({ type: String, nullable: true, example: '2026-27-Q1', description: 'Null: none' })
  quarter: string | null;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Why it cannot be said; null: it can' })
  because: string | null;

  @Expose()
  @ApiProperty({ description: 'Audits of the quarter closed on the older version' })
  audits: number;

  @Expose()
  @Type(() => GradeMovesResponse)
  @ApiProperty({ type: GradeMovesResponse, nullable: true })
  moves: GradeMovesResponse | null;

  @Expose()
  @Type(() => MovesOfGradeResponse)
  @ApiProperty({ type: [MovesOfGradeResponse], description: 'From the best grade, then without' })
  byGrade: MovesOfGradeResponse[];
}
