import { ValidateBy, type ValidationOptions } from 'class-validator';

/**
 * At most so many characters, counted as PostgreSQL's `char_length` counts them. The library's own
 * length rule leaves some characters out, and a text it lets through could break the table's rule.
 */
export function MaxCharacters(most: number, options: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'maxCharacters',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && [...value].length <= most,
      },
    },
    options,
  );
}
