import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import { IsIn, IsOptional, Matches } from 'class-validator';
import {
  frameworkFileFormats,
  frameworkKeyPattern,
  frameworkLimits,
  frameworkUnits,
  type FrameworkFileFormat,
  type Unit,
} from '../domain/index.js';
import { MaxCharacters } from './max-characters.js';
import { OptionalText } from './optional-text.js';
import { tidiedOrNull } from './tidied.js';

const { keyMax, titleMax, textMax } = frameworkLimits;

export class FrameworkFileWanted {
  @IsOptional()
  @IsIn(frameworkFileFormats, { message: 'Choose JSON or a spreadsheet (xlsx)' })
  @ApiPropertyOptional({ enum: frameworkFileFormats, default: 'json', example: 'json' })
  format?: FrameworkFileFormat;
}

/** What no row of a table can say. JSON and workbooks say it themselves. */
export class FrameworkImportAbout {
  @Transform(tidiedOrNull)
  @IsOptional()
  @Matches(frameworkKeyPattern, {
    message: 'The key must begin with a letter and hold only small letters, digits and hyphens',
  })
  @MaxCharacters(keyMax, { message: `The key must be ${keyMax} characters or fewer` })
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: keyMax,
    example: 'ehc-plan',
    description: 'What is audited, as a key; needed for CSV',
  })
  kind?: string | null;

  @OptionalText({
    max: titleMax,
    notText: 'Enter what the framework is called',
    tooLong: `The name must be ${titleMax} characters or fewer`,
    example: 'EHC plan audit',
    description: 'Needed for CSV',
  })
  title?: string | null;

  @OptionalText({
    max: textMax,
    notText: 'Enter what the framework is for',
    tooLong: `The purpose must be ${textMax} characters or fewer`,
    example: 'Shows how good plans are.',
  })
  purpose?: string | null;

  @Transform(tidiedOrNull)
  @IsOptional()
  @IsIn(frameworkUnits, { message: 'Choose what one audit looks at' })
  @ApiPropertyOptional({ enum: frameworkUnits, nullable: true, example: 'plan' })
  unit?: Unit | null;

  @OptionalText({
    max: titleMax,
    notText: 'Enter what one audit looks at, in words',
    tooLong: `What one audit looks at must be ${titleMax} characters or fewer`,
    example: 'one EHC plan',
    description: 'Needed for CSV',
  })
  unitTitle?: string | null;
}

export class FrameworkImportFlag {
  @Expose()
  @ApiProperty({ example: 'Voice!D7', description: 'The column, rows, cell or part it is about' })
  where: string;

  @Expose()
  @ApiProperty({ example: 'No lead is given, so the agency named first leads.' })
  sentence: string;
}

export class FrameworkNewAgency {
  @Expose()
  @ApiProperty({ example: 'virtual-school' })
  key: string;

  @Expose()
  @ApiProperty({ example: 'Virtual school' })
  title: string;
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
  @Type(() => FrameworkNewAgency)
  @ApiProperty({
    type: [FrameworkNewAgency],
    description: 'Agencies of the file that the partnership does not have',
  })
  newAgencies: FrameworkNewAgency[];
}
