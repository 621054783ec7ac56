import { expect } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Answer } from '../visitor.js';
import type { InterfaceDocument, Operation, Schema } from './operations.js';

/** Compares answers with what the document says of them: the status, and every field and no other. */
export class DeclaredAnswers {
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  private readonly compiled = new Map<Schema, ValidateFunction>();

  constructor({ schemas }: InterfaceDocument) {
    addFormats.default(this.ajv);
    const strict = Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [name, asJsonSchema(schema)]),
    );
    this.ajv.addSchema({ $id: 'document', components: { schemas: strict } });
  }

  /** Whatever was asked, the answer is one the document declares, and never the service's own failure. */
  expectDeclared(operation: Operation, answer: Answer): void {
    expect(this.faultsOf(operation, answer)).toEqual([]);
  }

  /** What is not as declared, in words; an empty list when all is. */
  faultsOf(operation: Operation, answer: Answer): string[] {
    const { status } = answer;
    const { code } = answer.body as { code?: string };
    const declared = operation.answers.get(status);
    const type = answer.headers.get('content-type') ?? 'no type';
    const asked = `${operation.name} answers ${status} ${code ?? ''}`;
    if (status >= 500) return [`${asked}, its own failure`];
    if (declared === undefined) return [`${asked}, which its document does not declare`];
    if (status >= 400 && !operation.problems.includes(code ?? ''))
      return [`${asked}, a problem its document does not name`];
    const found = declared.find((one) => type.startsWith(one.type));
    if (!found) return type === 'no type' && declared.length === 0 ? [] : [`${asked} as ${type}`];
    if (!found.type.endsWith('json')) return [];
    const validate = this.validatorOf(found.schema);
    return validate(answer.body) ? [] : [`${asked}: ${this.ajv.errorsText(validate.errors)}`];
  }

  private validatorOf(schema: Schema): ValidateFunction {
    const known = this.compiled.get(schema);
    if (known) return known;
    const made = this.ajv.compile(asJsonSchema(schema));
    this.compiled.set(schema, made);
    return made;
  }
}

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type; an object has no field beyond those listed. */
function asJsonSchema(schema: Schema): Record<string, unknown> {
  const { nullable, ...rest } = schema;
  const plain: Record<string, unknown> = rest;
  if (schema.$ref) plain.$ref = schema.$ref.replace('#', 'document#');
  if (schema.allOf) plain.allOf = schema.allOf.map(asJsonSchema);
  if (schema.items) plain.items = asJsonSchema(schema.items);
  if (schema.properties) {
    plain.additionalProperties = false;
    plain.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, part]) => [name, asJsonSchema(part)]),
    );
  }
  return nullable ? { anyOf: [plain, { type: 'null' }] } : plain;
}
