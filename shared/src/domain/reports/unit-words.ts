import type { FrameworkDefinition, Unit } from '../frameworks/index.js';
import { count } from '../statistics/index.js';

/** How a report calls what was audited. */
export interface UnitWords {
  one: string;
  many: string;
  /** As a heading of a column. */
  title: string;
}

const words: Record<Unit, UnitWords> = {
  plan: { one: 'plan', many: 'plans', title: 'Plans' },
  document: { one: 'document', many: 'documents', title: 'Documents' },
};

export function unitWords({ unit }: Pick<FrameworkDefinition, 'unit'>): UnitWords {
  return words[unit];
}

/** @example countUnits(1, unitWords(definition)) // '1 document' */
export function countUnits(value: number, { one, many }: UnitWords): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
