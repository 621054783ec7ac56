import type { Grade } from '../frameworks/index.js';
import { rankOf } from './score-audit.js';

/**
 * The overall grades a moderator may settle on: the capped grade or one beside it, never better
 * than the lowest ceiling of the caps that applied.
 *
 * @param ceilings of the caps that applied
 * @returns from the best to the worst
 * @example gradesOpenTo('good', [], grades) // ['outstanding', 'good', 'requires-improvement']
 */
export function gradesOpenTo(
  cappedGrade: string,
  ceilings: readonly string[],
  grades: readonly Grade[],
): string[] {
  const capped = rankOf(cappedGrade, grades);
  const best = Math.max(capped - 1, 0, ...ceilings.map((ceiling) => rankOf(ceiling, grades)));
  return grades.slice(best, capped + 2).map(({ key }) => key);
}
