import type { Access } from '../../accounts/index.js';

/** Which plans of a sample a person may read here: whoever may read samples reads all of them, anyone else none. */
export function scopeOf({ permission }: Access): string {
  return permission === 'allow' ? 'true' : 'false';
}
