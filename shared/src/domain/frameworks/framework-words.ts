import { answersOf, titleOfWord } from './answers.js';
import type {
  Applicability,
  Cap,
  Operator,
  Condition,
  Fact,
  FrameworkDefinition,
  Indicator,
  PlanSection,
  ProfileField,
  Test,
} from './definition.js';

type Fields = Pick<FrameworkDefinition, 'profileFields' | 'facts'>;

/** Comparisons of a number, as in "under 14". */
const numberWords: Partial<Record<Operator, string>> = {
  lt: 'under',
  lte: 'at most',
  gt: 'over',
  gte: 'at least',
  ne: 'not',
};

/** The same where the number has a word before it, as in "before Year 9". */
const prefixWords: Record<Operator, string> = {
  lt: 'before',
  lte: 'up to',
  gt: 'after',
  gte: 'from',
  eq: 'in',
  in: 'in',
  ne: 'not in',
  notIn: 'not in',
};

/**
 * A condition as people read it after other words: "before Year 9", "when “Health need in the
 * file” is No". Titles and labels are the definition's own. Where "and" meets "or", brackets say
 * what belongs together.
 */
export function conditionInWords(condition: Condition, fields: Fields): string {
  const one = withoutSingles(condition);
  if ('field' in one) return testInWords(one, fields);
  const parts = partsOf(one).map((part) => {
    const words = conditionInWords(part, fields);
    return 'field' in withoutSingles(part) ? words : `(${words})`;
  });
  return parts.join('all' in one ? ' and ' : ' or ');
}

/** A group of one part says what the part says. */
function withoutSingles(condition: Condition): Condition {
  if ('field' in condition) return condition;
  const [first, ...others] = partsOf(condition);
  return first && others.length === 0 ? withoutSingles(first) : condition;
}

function partsOf(group: Exclude<Condition, Test>): readonly Condition[] {
  return 'all' in group ? group.all : group.any;
}

function testInWords({ field, op, value }: Test, { profileFields, facts }: Fields): string {
  const asked = [...profileFields, ...facts].find(({ key }) => key === field);
  const prefix = asked && 'prefix' in asked ? asked.prefix : undefined;
  const words = [value].flat().map((one) => valueInWords(one, asked));
  if (prefix !== undefined) return `${prefixWords[op]} ${prefix} ${listed(words, 'or')}`;
  return `when “${asked?.title ?? field}” is ${comparisonInWords(op, words)}`;
}

/** When a criterion may be left out, in sentences. */
export function applicabilityInWords(applicability: Applicability, fields: Fields): string[] {
  if (applicability.mode === 'always') return ['Always scored.'];
  if (applicability.mode === 'auditor') {
    return [`The auditor may choose not applicable, with a reason: ${applicability.because}`];
  }
  const { notWhen, because, auditorMay } = applicability;
  return [
    `Not applicable ${conditionInWords(notWhen, fields)}.`,
    `Reason shown: ${because}`,
    ...(auditorMay ? [`The auditor may also choose it, with a reason: ${auditorMay}`] : []),
  ];
}

function comparisonInWords(op: Operator, words: readonly string[]): string {
  if (op === 'in') return listed(words, 'or');
  if (op === 'notIn') {
    return words.length > 1 ? `neither ${listed(words, 'nor')}` : `not ${listed(words, 'nor')}`;
  }
  return [numberWords[op], words.at(-1)].filter(Boolean).join(' ');
}

/** "None, Not known or Early help". */
function listed(words: readonly string[], word: 'or' | 'nor'): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${word} ${last}` : last;
}

function valueInWords(value: number | string, asked: ProfileField | Fact | undefined): string {
  if (typeof value === 'number' || !asked) return String(value);
  return answersOf(asked).find(({ key }) => key === value)?.title ?? titleOfWord(value);
}

/** "At most Requires improvement when 1 or more critical criteria are Inadequate". */
export function capInWords({ when, ceiling }: Cap, definition: FrameworkDefinition): string {
  const { grades } = definition.scale;
  const label = (key: string): string => grades.find((one) => one.key === key)?.label ?? key;
  const isLowest = grades.at(-1)?.key === when.atOrBelow;
  const grade = isLowest ? label(when.atOrBelow) : `${label(when.atOrBelow)} or below`;
  const limit = `At most ${label(ceiling)}`;
  if ('domain' in when) {
    const domain = definition.domains.find(({ key }) => key === when.domain);
    return `${limit} when the domain “${domain?.title ?? when.domain}” is ${grade}`;
  }
  return when.atLeast === 1
    ? `${limit} when any critical criterion is ${grade}`
    : `${limit} when ${when.atLeast} or more critical criteria are ${grade}`;
}

/** How an indicator is worked out. */
export function indicatorInWords({ rule }: Indicator, fields: Fields): string {
  const title = (key: string): string => fields.facts.find((one) => one.key === key)?.title ?? key;
  if (rule.kind === 'ratio') {
    return `The sum of “${title(rule.numerator)}” over the sum of “${title(rule.denominator)}”`;
  }
  const where = (condition: Condition): string =>
    conditionInWords(condition, fields).replaceAll('when “', 'where “');
  const base = rule.base ? `Of audits ${where(rule.base)}` : 'Of all audits';
  return `${base}, those ${where(rule.meets)}`;
}

/** "Section B", "Sections B, F". */
export function sectionsInWords(sections: readonly PlanSection[]): string {
  return `${sections.length === 1 ? 'Section' : 'Sections'} ${sections.join(', ')}`;
}
