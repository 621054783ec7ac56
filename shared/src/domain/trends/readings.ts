import type { AuditResult } from '../audits/index.js';
import { conditionFields, conditionHolds, type FieldValues } from '../frameworks/index.js';
import type { CountedPart } from '../statistics/index.js';
import type { Measure, MeasureRule } from './measures.js';

/** What one audit says of a measure; null when the measure does not count it. */
export type Reading = boolean | CountedPart | null;

/**
 * What one audit says of a measure.
 *
 * What nobody recorded is no answer: such an audit leaves the base. "Unclear" and "not applicable"
 * are answers; where the rule does not name them, they do not meet it.
 *
 * @example readingOf(overall, result) // true when the final grade meets the standard
 */
export function readingOf({ rule }: Pick<Measure, 'rule'>, result: AuditResult): Reading {
  if (rule.of === 'final-grade') return reaches(result.finalGrade, rule.atLeast);
  if (rule.of === 'domain-grade') {
    return reaches(result.domainGrades[rule.domain] ?? null, rule.atLeast);
  }
  if (rule.of === 'criterion-grade') {
    const grade = result.agreedGrades[rule.criterion] ?? null;
    // Not applicable and "cannot tell" are 0 and -1.
    return reaches(grade !== null && grade > 0 ? grade : null, rule.atLeast);
  }
  const values = { ...result.profile, ...result.facts };
  return rule.of === 'share' ? whetherMet(rule, values) : partOf(rule, values);
}

function reaches(grade: number | null, atLeast: number): boolean | null {
  return grade === null ? null : grade >= atLeast;
}

function whetherMet(rule: MeasureRule & { of: 'share' }, values: FieldValues): boolean | null {
  if (rule.base && !conditionHolds(rule.base, values)) return null;
  const isKnown = conditionFields(rule.meets).every((field) => (values[field] ?? null) !== null);
  return isKnown ? conditionHolds(rule.meets, values) : null;
}

function partOf(rule: MeasureRule & { of: 'ratio' }, values: FieldValues): CountedPart | null {
  const numerator = values[rule.numerator];
  const denominator = values[rule.denominator];
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return null;
  return denominator > 0 ? { numerator, denominator } : null;
}
