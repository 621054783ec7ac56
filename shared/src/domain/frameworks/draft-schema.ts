import { frameworkSchema } from './framework-schema.js';

/** What a draft need not have yet: whoever writes it begins with empty texts and short lists. */
const least = new Set(['minLength', 'minItems']);

/**
 * JSON Schema of a draft: the form of a framework, in which texts may still be empty and lists
 * short. What is missing is `frameworkSchema`'s and `checkFramework`'s to say before it is published.
 */
export const draftSchema = withoutLeast(frameworkSchema) as Record<string, unknown>;

function withoutLeast(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutLeast);
  if (typeof part !== 'object' || part === null) return part;
  const kept = Object.entries(part).filter(([name]) => !least.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutLeast(value)]));
}
