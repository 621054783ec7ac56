import { frameworkLimits as limits, frameworkKeyPattern } from './limits.js';

/*
 * The few kinds of value that the schemas of frameworks and of contribution sets are made of.
 */

export type SchemaPart = Readonly<Record<string, unknown>>;

/** An object with these properties and no other; a name that ends in ? may be left out. */
export function objectOf(properties: Record<string, SchemaPart>, description?: string): SchemaPart {
  const names = Object.keys(properties);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(names.map((name) => [name.replace('?', ''), properties[name]])),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}

export function listOf(items: SchemaPart, minItems: number, maxItems: number): SchemaPart {
  return { type: 'array', items, minItems, maxItems };
}

export function text(maxLength: number, description?: string): SchemaPart {
  return {
    type: 'string',
    minLength: 1,
    maxLength,
    ...(description === undefined ? {} : { description }),
  };
}

export function wordOf(words: readonly string[], description?: string): SchemaPart {
  return { enum: [...words], ...(description === undefined ? {} : { description }) };
}

export function wholeNumber(minimum: number, maximum: number, description?: string): SchemaPart {
  return {
    type: 'integer',
    minimum,
    maximum,
    ...(description === undefined ? {} : { description }),
  };
}

export const part = (name: string): SchemaPart => ({ $ref: `#/$defs/${name}` });
export const described = (schema: SchemaPart, description: string): SchemaPart => ({
  ...schema,
  description,
});
export const only = (value: string): SchemaPart => ({ const: value });
export const yesOrNo = (description: string): SchemaPart => ({ type: 'boolean', description });

export const title = text(limits.titleMax);
export const line = text(limits.lineMax);
export const prose = text(limits.textMax);
export const references = listOf(text(limits.keyMax), 0, 20);

export const keyDef: SchemaPart = {
  type: 'string',
  pattern: frameworkKeyPattern.source,
  maxLength: limits.keyMax,
  description: 'Small letters, digits and single hyphens; begins with a letter',
};
export const titledDef = objectOf({ key: part('key'), title });

/** Parts that frameworks and contribution sets share. */
export const sharedDefs = { key: keyDef, titled: titledDef };
