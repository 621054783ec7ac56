import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Min } from 'class-validator';

/** The version of the record that the person saw; a change made on an older one is refused. */
export function SeenVersion(): PropertyDecorator {
  const decorators = [
    IsInt({ message: 'version must be the whole number the service gave' }),
    Min(1, { message: 'version must be 1 or more' }),
    ApiProperty({ example: 1, minimum: 1, description: 'The version you saw' }),
  ];
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
