import {
  factTypes,
  fieldTypes,
  profileColumns,
  type Cap,
  type Fact,
  type FieldSource,
  type Indicator,
  type ProfileColumn,
  type ProfileField,
  type Titled,
} from '../definition.js';
import { frameworkLimits as limits } from '../limits.js';
import { choicesFromCell, textsFromCell } from './cell-texts.js';
import type { SheetRow } from './sheet-row.js';

/** What the cells of a part may name. */
export interface Known {
  agencies: readonly Titled[];
  grades: readonly Titled[];
  domains: readonly Titled[];
  /** Profile fields and counted facts: what a condition may ask about. */
  asked: readonly Titled[];
  fields: readonly Titled[];
  facts: readonly Titled[];
  sources: readonly Titled[];
  trainingTags: readonly Titled[];
}

const columns = Object.keys(profileColumns) as ProfileColumn[];
const always = { all: [] };

export function fieldFrom(row: SheetRow, known: Known): ProfileField {
  const choices = choicesFrom(row);
  const prefix = row.given('prefix', limits.shortTitleMax);
  return {
    ...{ key: row.key, title: row.text('title', limits.titleMax) },
    type: row.word('type', fieldTypes) ?? 'yes-no',
    ...(choices ? { choices } : {}),
    ...(prefix === undefined ? {} : { prefix }),
    source: sourceFrom(row, known),
  };
}

const ofRegister = ['register column'];
const ofSweep = [
  ...['asked of', 'question', 'filled in from', 'asked when', 'answer set beforehand', 'set when'],
];
const ofDerived = ['yes when'];

function sourceFrom(row: SheetRow, known: Known): FieldSource {
  const from = row.word('comes from', ['register', 'sweep', 'derived']);
  const because = `“comes from” is ${from ?? 'not given'}`;
  if (from === 'register') {
    row.mustBeBlank([...ofSweep, ...ofDerived], because);
    return { from, column: row.word('register column', columns) ?? 'year_group' };
  }
  if (from === 'sweep') {
    row.mustBeBlank([...ofRegister, ...ofDerived], because);
    return sweepFrom(row, known);
  }
  if (from === 'derived') row.mustBeBlank([...ofRegister, ...ofSweep], because);
  return { from: 'derived', when: needed(row, 'yes when', known) };
}

function sweepFrom(row: SheetRow, known: Known): FieldSource {
  const isPrefilled = row.raw('filled in from').trim() !== '';
  const prefilledFrom = isPrefilled ? row.word('filled in from', columns) : undefined;
  const askedWhen = row.condition('asked when', known.asked);
  const value = row.given('answer set beforehand', limits.keyMax);
  if (value === undefined) row.mustBeBlank(['set when'], 'no answer is set beforehand');
  return {
    ...{ from: 'sweep', owner: row.one('asked of', 'agency', known.agencies) },
    question: row.text('question', limits.lineMax),
    ...(prefilledFrom ? { prefilledFrom } : {}),
    ...(askedWhen ? { askedWhen } : {}),
    ...(value === undefined ? {} : { preset: { when: needed(row, 'set when', known), value } }),
  };
}

export function factFrom(row: SheetRow, known: Known): Fact {
  const choices = choicesFrom(row);
  const setsProfile = row.one('answers the field', 'field on “Before scoring”', known.fields);
  const askedWhen = row.condition('asked when', known.asked);
  const atMost = row.one('at most', 'fact', known.facts);
  const phrases = row.given('phrases');
  return {
    ...{ key: row.key, title: row.text('title', limits.titleMax) },
    question: row.text('question', limits.lineMax),
    type: row.word('type', factTypes) ?? 'yes-no',
    ...(choices ? { choices } : {}),
    owner: row.one('recorded by', 'agency', known.agencies),
    use: row.text('use', limits.textMax),
    ...(setsProfile ? { setsProfile } : {}),
    ...(askedWhen ? { askedWhen } : {}),
    ...(atMost ? { atMost } : {}),
    ...(phrases === undefined ? {} : { phrases: textsFromCell(phrases) }),
  };
}

export function indicatorFrom(row: SheetRow, known: Known): Indicator {
  const common = {
    ...{ key: row.key, title: row.text('title', limits.titleMax) },
    measure: row.text('measure', limits.lineMax),
  };
  const kind = row.word('kind', ['share', 'ratio']);
  const because = `“kind” is ${kind ?? 'not given'}`;
  if (kind === 'ratio') {
    row.mustBeBlank(['of audits where', 'those where'], because);
    const numerator = row.one('sum of', 'fact', known.facts);
    const denominator = row.one('over sum of', 'fact', known.facts);
    return { ...common, rule: { kind, numerator, denominator } };
  }
  if (kind) row.mustBeBlank(['sum of', 'over sum of'], because);
  const base = row.condition('of audits where', known.asked);
  const meets = needed(row, 'those where', known);
  return { ...common, rule: { kind: 'share', ...(base ? { base } : {}), meets } };
}

export function capFrom(row: SheetRow, known: Known): Cap {
  const looksAt = row.word('looks at', ['critical', 'domain']);
  const because = `“looks at” is ${looksAt ?? 'not given'}`;
  const atOrBelow = row.one('at or below', 'grade', known.grades);
  const rest = {
    ceiling: row.one('ceiling', 'grade', known.grades),
    because: row.text('because', limits.textMax),
  };
  if (looksAt === 'domain') {
    row.mustBeBlank(['at least'], because);
    const domain = row.one('domain', 'domain', known.domains);
    return { key: row.key, when: { domain, atOrBelow }, ...rest };
  }
  if (looksAt) row.mustBeBlank(['domain'], because);
  const atLeast = looksAt ? row.numberOf('at least', 1, limits.domainsMax * limits.criteriaMax) : 1;
  return { key: row.key, when: { countOf: 'critical', atOrBelow, atLeast }, ...rest };
}

function choicesFrom(row: SheetRow): Titled[] | null {
  const text = row.raw('choices');
  if (text.trim() === '') return null;
  const choices = choicesFromCell(text);
  if (!choices) row.tell('choices', 'Write a choice a line, as in “early-help: Early help”');
  return choices;
}

/** A condition that the row cannot do without. */
export function needed(row: SheetRow, title: string, known: Known) {
  if (row.raw(title).trim() === '') row.tell(title, `Write the rule for “${title}”`);
  return row.condition(title, known.asked) ?? always;
}
