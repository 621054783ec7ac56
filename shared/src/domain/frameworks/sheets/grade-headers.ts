import type { Grade } from '../definition.js';
import { spelling } from '../drafts/spelling.js';
import { criterionColumns } from './sheet-columns.js';

type Named = Pick<Grade, 'key' | 'label'>;

const isFixed = (header: string): boolean =>
  criterionColumns.some(({ title }) => spelling(title) === spelling(header));

/** The grade whose descriptors stand under a header; undefined where it names none, or more than one. */
export function gradeOfHeader<One extends Named>(
  header: string,
  grades: readonly One[],
): One | undefined {
  if (isFixed(header)) return undefined;
  const byKey = grades.find(({ key }) => header === key || header === `grade ${key}`);
  if (byKey) return byKey;
  const labelled = grades.filter(({ label }) => spelling(label) === spelling(header));
  return labelled.length === 1 ? labelled[0] : undefined;
}

/** The header of a grade's column: its label, or its key where the label does not tell it apart. */
export function headerOfGrade(grade: Named, grades: readonly Named[]): string {
  const headers = [grade.label, grade.key].filter((header) => header.trim() !== '');
  const own = headers.find((header) => gradeOfHeader(header, grades) === grade);
  return own ?? `grade ${grade.key}`;
}
