import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Transform } from 'class-transformer';
import { IsEmail, IsOptional, IsString, Matches, MinLength } from 'class-validator';
import { colourPattern, partnershipLimits } from '../domain/index.js';
import { MaxCharacters } from './max-characters.js';
import { SeenVersion } from './seen-version.js';
import { tidied, tidiedOrNull } from './tidied.js';

export class PartnershipChange {
  @Transform(tidied)
  @IsString({ message: 'Enter the partnership’s name' })
  @MinLength(1, { message: 'Enter the partnership’s name' })
  @MaxCharacters(partnershipLimits.nameMax, {
    message: `Name must be ${partnershipLimits.nameMax} characters or fewer`,
  })
  @ApiProperty({
    example: 'Ashbourne Vale SEND Partnership',
    minLength: 1,
    maxLength: partnershipLimits.nameMax,
  })
  name: string;

  @Transform(tidied)
  @Matches(colourPattern, {
    message: 'Enter a colour as # and six digits or letters a to f, like #12304a',
  })
  @ApiProperty({ example: '#12304a', pattern: colourPattern.source })
  colour: string;

  @Transform(tidiedOrNull)
  @IsOptional()
  @IsEmail({}, { message: 'Enter an e-mail address in the correct form, like name@example.org' })
  @MaxCharacters(partnershipLimits.helpEmailMax, {
    message: `E-mail address must be ${partnershipLimits.helpEmailMax} characters or fewer`,
  })
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'send.audit@example.org',
    maxLength: 254,
  })
  helpEmail?: string | null;

  @SeenVersion()
  version: number;
}

export class PartnershipResponse {
  @Expose()
  @ApiProperty()
  name: string;

  @Expose()
  @ApiProperty({ description: 'Six hexadecimal digits after #' })
  colour: string;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  helpEmail: string | null;

  @Expose()
  @ApiProperty()
  version: number;
}
