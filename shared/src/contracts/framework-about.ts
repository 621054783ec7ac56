import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Matches } from 'class-validator';
import {
  frameworkKeyPattern,
  frameworkLimits,
  frameworkUnits,
  type Unit,
} from '../domain/index.js';
import { MaxCharacters } from './max-characters.js';
import { OptionalText } from './optional-text.js';
import { tidiedOrNull } from './tidied.js';

const { keyMax, titleMax, textMax } = frameworkLimits;
const tooLong = (what: string, max: number) => `${what} must be ${max} characters or fewer`;
const ifUnsaid = 'needed where no version and no file says it';

/** What a framework is about: the key of what is audited, and what it is called. */
export abstract class FrameworkAbout {
  @Transform(tidiedOrNull)
  @IsOptional()
  @Matches(frameworkKeyPattern, {
    message:
      'The key must begin with a letter and hold only small letters, digits and single hyphens',
  })
  @MaxCharacters(keyMax, { message: tooLong('The key', keyMax) })
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: keyMax,
    example: 'annual-review',
    description: `What is audited, as a key; ${ifUnsaid}`,
  })
  kind?: string | null;

  @OptionalText({
    max: titleMax,
    notText: 'Enter what the framework is called',
    tooLong: tooLong('The name', titleMax),
    example: 'Annual review audit',
    description: `What it is called; ${ifUnsaid}`,
  })
  title?: string | null;

  @OptionalText({
    max: textMax,
    notText: 'Enter what the framework is for',
    tooLong: tooLong('The purpose', textMax),
    example: 'Shows whether annual reviews change plans.',
  })
  purpose?: string | null;

  @Transform(tidiedOrNull)
  @IsOptional()
  @IsIn(frameworkUnits, { message: 'Choose what one audit looks at' })
  @ApiPropertyOptional({ enum: frameworkUnits, nullable: true, example: 'document' })
  unit?: Unit | null;

  @OptionalText({
    max: titleMax,
    notText: 'Enter what one audit looks at, in words',
    tooLong: tooLong('What one audit looks at', titleMax),
    example: 'one annual review',
    description: `What one audit looks at, in words; ${ifUnsaid}`,
  })
  unitTitle?: string | null;
}
