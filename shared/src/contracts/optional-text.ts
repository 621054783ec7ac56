import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsString } from 'class-validator';
import { everyOf } from './every-of.js';
import { MaxCharacters } from './max-characters.js';
import { tidiedOrNull } from './tidied.js';

interface OptionalTextWanted {
  max: number;
  /** What to say to something that is no text. */
  notText: string;
  /** What to say to a text that is too long; when left out, the same. */
  tooLong?: string;
  example: string;
  description?: string;
}

/** A text that may be left out: tidied, and null where nothing was written. */
export function OptionalText({
  max,
  notText,
  tooLong = notText,
  ...described
}: OptionalTextWanted): PropertyDecorator {
  return everyOf([
    Transform(tidiedOrNull),
    IsOptional(),
    IsString({ message: notText }),
    MaxCharacters(max, { message: tooLong }),
    ApiPropertyOptional({ type: String, nullable: true, maxLength: max, ...described }),
  ]);
}
