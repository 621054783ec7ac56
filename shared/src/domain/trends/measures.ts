import type { FrameworkDefinition, RatioRule, Scale, ShareRule } from '../frameworks/index.js';

/** The families in which measures are shown together, in the order of the page. */
export const measureKinds = ['overall', 'domain', 'indicator'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/**
 * What an audit counts for.
 * - final-grade, domain-grade, criterion-grade: met when the grade is `atLeast` or more; base: audits
 *   with that grade; `domain` and `criterion` are places in the version's order, from 0
 * - share: met when `meets` holds; base: audits where `base` holds and all that `meets` looks at is known
 * - ratio: the sum of one counted fact over the sum of another; base: audits with both
 */
export type MeasureRule =
  | { of: 'final-grade'; atLeast: number }
  | { of: 'domain-grade'; domain: number; atLeast: number }
  | { of: 'criterion-grade'; criterion: number; atLeast: number }
  | ({ of: 'share' } & Omit<ShareRule, 'kind'>)
  | ({ of: 'ratio' } & Omit<RatioRule, 'kind'>);

/** Something that is followed from quarter to quarter: a share from 0 to 1. */
export interface Measure {
  /** Unlike any other of the framework; stays the same in its next versions. */
  key: string;
  kind: MeasureKind;
  /** Such as "Voice of the child or young person, Good or better". */
  title: string;
  /** For a list or the edge of a chart, such as "Voice". */
  shortTitle: string;
  /** What asks for an indicator: a finding or a measure of the action plan; null for grades. */
  askedBy: string | null;
  rule: MeasureRule;
}

/**
 * What "meets the standard" is called on this scale.
 *
 * @example standardTitle(scale) // 'Good or better'
 */
export function standardTitle({ grades, meetsFrom }: Scale): string {
  const label = grades.find(({ key }) => key === meetsFrom)?.label ?? meetsFrom;
  return grades[0]?.key === meetsFrom ? label : `${label} or better`;
}

/**
 * Everything that a framework lets a partnership follow: the share of plans that meet the standard
 * overall, the same for each domain, and each of its indicators; in this order.
 *
 * @example measuresOf(definition).map(({ key }) => key)
 * // ['overall', 'domain-voice', …, 'indicator-health-outcome-rate', …]
 */
export function measuresOf(definition: FrameworkDefinition): Measure[] {
  const { scale, domains, indicators } = definition;
  const standard = standardTitle(scale);
  const atLeast =
    scale.grades.length - scale.grades.findIndex(({ key }) => key === scale.meetsFrom);
  return [
    {
      ...{ key: 'overall', kind: 'overall', askedBy: null },
      ...{ title: `Overall, ${standard}`, shortTitle: 'Overall' },
      rule: { of: 'final-grade', atLeast },
    },
    ...domains.map(({ key, title, shortTitle }, domain): Measure => ({
      ...{ key: `domain-${key}`, kind: 'domain', askedBy: null },
      ...{ title: `${title}, ${standard}`, shortTitle },
      rule: { of: 'domain-grade', domain, atLeast },
    })),
    ...indicators.map(({ key, title, measure, rule }): Measure => ({
      ...{ key: `indicator-${key}`, kind: 'indicator', askedBy: measure },
      ...{ title, shortTitle: title },
      rule: ruleOf(rule),
    })),
  ];
}

function ruleOf(rule: ShareRule | RatioRule): MeasureRule {
  if (rule.kind === 'ratio') {
    return { of: 'ratio', numerator: rule.numerator, denominator: rule.denominator };
  }
  return { of: 'share', ...(rule.base && { base: rule.base }), meets: rule.meets };
}
