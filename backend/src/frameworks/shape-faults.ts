import {
  Ajv2020,
  type DefinedError,
  type SchemaObject,
  type ValidateFunction,
} from 'ajv/dist/2020.js';
import { frameworkKeyPattern, type ProblemError } from '@app/shared/domain';

/** Making a validator of a schema takes longer than using it a thousand times. */
const validators = new WeakMap<SchemaObject, ValidateFunction>();

/** Where a value has another shape than its schema wants, each with a sentence that says what to do. */
export function shapeFaults(schema: SchemaObject, given: unknown): ProblemError[] {
  const validate = validators.get(schema) ?? new Ajv2020({ allErrors: true }).compile(schema);
  validators.set(schema, validate);
  validate(given);
  const errors = (validate.errors ?? []) as DefinedError[];
  const forms = errors.filter(({ keyword }) => keyword === 'anyOf');
  // A value in none of its forms is told once, and not once more for each form it is not in.
  const isInside = ({ instancePath, keyword }: DefinedError): boolean =>
    forms.some((form) => {
      const isSame = form.instancePath === instancePath && keyword === 'anyOf';
      return !isSame && `${instancePath}/`.startsWith(`${form.instancePath}/`);
    });
  return errors.flatMap((error) => {
    if (isInside(error)) return [];
    return { path: pathOf(error), message: sentenceOf(error) };
  });
}

function pathOf(error: DefinedError): string {
  const names = error.instancePath.split('/').slice(1);
  if (error.keyword === 'required') names.push(error.params.missingProperty);
  if (error.keyword === 'additionalProperties') names.push(error.params.additionalProperty);
  if (error.keyword === 'propertyNames') names.push(error.params.propertyName);
  return names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}

const typeTitle: Record<string, string> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function sentenceOf(error: DefinedError): string {
  const { keyword, params } = error;
  if (keyword === 'required') return 'This is missing. Give it';
  if (keyword === 'additionalProperties') return 'There is no such part. Take it out';
  if (keyword === 'type') return `This must be ${typeTitle[params.type] ?? params.type}`;
  if (keyword === 'enum') return `Use one of: ${params.allowedValues.join(', ')}`;
  if (keyword === 'const') return `This must be ${String(params.allowedValue)}`;
  if (keyword === 'maxLength') return `Use ${params.limit} characters or fewer`;
  if (keyword === 'minLength') return 'Enter a text';
  if (keyword === 'maxItems') return `There may be at most ${params.limit}`;
  if (keyword === 'minItems') return `There must be at least ${params.limit}`;
  if (keyword === 'minimum') return `Give ${params.limit} or more`;
  if (keyword === 'maximum') return `Give ${params.limit} or less`;
  if (keyword === 'pattern' && params.pattern !== frameworkKeyPattern.source) {
    return 'Give an address that begins with https://';
  }
  if (keyword === 'pattern' || keyword === 'propertyNames') {
    return 'A key begins with a letter and holds only small letters, digits and single hyphens';
  }
  return 'This has none of the forms that the format knows. See the description of the format';
}
