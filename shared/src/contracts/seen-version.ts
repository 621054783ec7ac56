import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { scoringLimits } from '../domain/index.js';
import { everyOf } from './every-of.js';

const { versionMax } = scoringLimits;

/** The version of the record that the person saw; a change made on an older one is refused. */
export function SeenVersion(): PropertyDecorator {
  return everyOf([
    IsInt({ message: 'version must be the whole number the service gave' }),
    Min(1, { message: 'version must be 1 or more' }),
    ApiProperty({ example: 1, minimum: 1, description: 'The version you saw' }),
  ]);
}

/**
 * As `SeenVersion`, of a record that begins with the first save.
 *
 * @param description with what 0 means
 */
export function SeenVersionOrNone(description: string): PropertyDecorator {
  return everyOf([
    IsInt({ message: 'seenVersion must be the whole number the service gave' }),
    Min(0, { message: 'seenVersion must be 0 or more' }),
    Max(versionMax, { message: `seenVersion must be ${versionMax} or less` }),
    ApiProperty({ type: 'integer', example: 0, minimum: 0, maximum: versionMax, description }),
  ]);
}
