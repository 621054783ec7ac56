import { ApiProperty } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import { IsString } from 'class-validator';
import { MaxCharacters } from './max-characters.js';
import { RoundSummary } from './rounds.js';
import { SeenVersion } from './seen-version.js';
import { tidied } from './tidied.js';

export class ProgrammeWanted {
  @Transform(tidied)
  @IsString({ message: 'Choose a programme year from the list' })
  @MaxCharacters(7, { message: 'Choose a programme year from the list' })
  @ApiProperty({ example: '2026-27', maxLength: 7, description: 'The financial year' })
  year: string;
}

export class DrawingFinish {
  @SeenVersion()
  version: number;
}

export class ProgrammeResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ example: '2026-27' })
  year: string;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  openedAt: string;

  @Expose()
  @ApiProperty({ description: 'SHA-256 of the seed, fixed when the year was opened' })
  seedCommitment: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true, description: 'Shown once drawing is finished' })
  seed: string | null;

  @Expose()
  @ApiProperty({ type: String, format: 'date', nullable: true })
  drawingFinishedOn: string | null;

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why drawing cannot be finished today; null when it can, or is',
  })
  whyNotFinished: string | null;

  @Expose()
  @Type(() => RoundSummary)
  @ApiProperty({ type: [RoundSummary] })
  rounds: RoundSummary[];

  @Expose()
  @ApiProperty()
  version: number;
}

export class ProgrammeListResponse {
  @Expose()
  @Type(() => ProgrammeResponse)
  @ApiProperty({ type: [ProgrammeResponse], description: 'The newest year first' })
  programmes: ProgrammeResponse[];

  @Expose()
  @ApiProperty({ type: [String], description: 'Years that can be opened today and are not' })
  yearsToOpen: string[];

  @Expose()
  @ApiProperty({ type: [String], description: 'Quarters for which a round can be opened today' })
  quartersToOpen: string[];
}
