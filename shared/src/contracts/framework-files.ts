import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { frameworkFileFormats, type FrameworkFileFormat } from '../domain/index.js';
import { FrameworkAbout } from './framework-about.js';
import { TitledResponse } from './framework-facts.js';

export class FrameworkFileWanted {
  @IsOptional()
  @IsIn(frameworkFileFormats, { message: 'Choose JSON or a spreadsheet (xlsx)' })
  @ApiPropertyOptional({ enum: frameworkFileFormats, default: 'json', example: 'json' })
  format?: FrameworkFileFormat;
}

/** What no row of a table can say. JSON and workbooks say it themselves. */
export class FrameworkImportAbout extends FrameworkAbout {}

export class FrameworkImportFlag {
  @Expose()
  @ApiProperty({ example: 'Voice!D7', description: 'The column, rows, cell or part it is about' })
  where: string;

  @Expose()
  @ApiProperty({ example: 'No lead is given, so the agency named first leads.' })
  sentence: string;
}

export class FrameworkImportResponse {
  @Expose()
  @ApiProperty({ format: 'uuid', description: 'Of the draft' })
  id: string;

  @Expose()
  @Type(() => FrameworkImportFlag)
  @ApiProperty({
    type: [FrameworkImportFlag],
    description: 'What was decided because the file does not say it, and what is left to do',
  })
  flags: FrameworkImportFlag[];

  @Expose()
  @Type(() => TitledResponse)
  @ApiProperty({
    type: [TitledResponse],
    description: 'Agencies of the file that the partnership does not have',
  })
  newAgencies: TitledResponse[];
}
