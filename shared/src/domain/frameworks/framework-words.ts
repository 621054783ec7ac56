import { answersOf, titleOfWord } from './answers.js';
import type {
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
const prefixWords: Partial<Record<Operator, string>> = {
  lt: 'before',
  lte: 'up to',
  gt: 'after',
  gte: 'from',
  eq: 'in',
  ne: 'not in',
};

/**
 * A condition as people read it after other words: "before Year 9", "when “Health need in the
 * file” is No". Titles and labels are the definition's own.
 */
export function conditionInWords(condition: Condition, fields: Fields): string {
  if ('all' in condition) return groupInWords(condition.all, 'and', fields);
  if ('any' in condition) return groupInWords(condition.any, 'or', fields);
  return testInWords(condition, fields);
}

function groupInWords(parts: readonly Condition[], word: 'and' | 'or', fields: Fields): string {
  return parts
    .map((part) => {
      const isGroup = parts.length > 1 && !('field' in part) && partsOf(part).length > 1;
      const words = conditionInWords(part, fields);
      return isGroup ? `(${words})` : words;
    })
    .join(` ${word} `);
}

function partsOf(group: Exclude<Condition, Test>): readonly Condition[] {
  return 'all' in group ? group.all : group.any;
}

function testInWords({ field, op, value }: Test, { profileFields, facts }: Fields): string {
  const asked = [...profileFields, ...facts].find(({ key }) => key === field);
  const prefix = asked && 'prefix' in asked ? asked.prefix : undefined;
  const words = [value].flat().map((one) => valueInWords(one, asked));
  if (prefix !== undefined) return `${prefixWords[op] ?? 'in'} ${prefix} ${words.join(', ')}`;
  return `when “${asked?.title ?? field}” is ${comparisonInWords(op, words)}`;
}

function comparisonInWords(op: Operator, words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  const joined = (word: string): string =>
    words.length > 1 ? `${words.slice(0, -1).join(', ')} ${word} ${last}` : last;
  if (op === 'in') return joined('or');
  if (op === 'notIn') return words.length > 1 ? `neither ${joined('nor')}` : `not ${last}`;
  return [numberWords[op], last].filter(Boolean).join(' ');
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
