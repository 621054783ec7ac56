import { describe, expect, it } from '@jest/globals';
import type { Condition, Criterion, FrameworkDefinition, ProfileField } from '../definition.js';
import { checkFramework } from './check-framework.js';

function criterion(key: string, agencies: string[]): Criterion {
  return {
    ...{ key, title: `Title of ${key}`, question: `Is ${key} so?`, sections: ['A'] },
    ...{ agencies, leadAgency: agencies[0] ?? '', weight: 1, critical: true, basis: 'must' },
    citations: [{ source: 'code', ref: '9.69', textSeen: true }],
    whereToLook: 'Section A.',
    applicability: { mode: 'always' },
    descriptors: { good: 'Clear.', fair: 'Thin.', poor: 'Nothing.' },
    trainingTags: ['voice'],
    actionPlanRefs: [],
  };
}

const sweep = (key: string): ProfileField => ({
  ...{ key, title: `Field ${key}`, type: 'yes-no-unclear' },
  source: { from: 'sweep', owner: 'health', question: `Is there a ${key}?` },
});

/** A framework in which everything fits, as small as one may be. */
function fitting() {
  return {
    kind: 'ehc-plan',
    ...{ title: 'Plan audit', purpose: 'Shows quality.', unit: 'plan', unitTitle: 'One plan' },
    actionPlanRefs: [],
    agencies: [
      { key: 'education', title: 'Education' },
      { key: 'health', title: 'Health' },
    ],
    scale: {
      grades: [
        { key: 'good', label: 'Good', neutralLabel: 'Secure', points: 3, from: 2.75 },
        { key: 'fair', label: 'Fair', neutralLabel: 'Developing', points: 2, from: 1.75 },
        { key: 'poor', label: 'Poor', neutralLabel: 'Weak', points: 1, from: 0 },
      ],
      meetsFrom: 'good',
      evidenceRequiredFor: ['poor', 'cannot-tell'],
    },
    profileFields: [
      sweep('need'),
      {
        ...{ key: 'year', title: 'Year group', type: 'whole-number', prefix: 'Year' },
        source: { from: 'register', column: 'year_group' },
      },
      {
        ...{ key: 'older', title: 'Over school age', type: 'yes-no' },
        source: { from: 'derived', when: { field: 'year', op: 'gte', value: 12 } },
      },
    ],
    domains: [
      {
        ...{ key: 'voice', title: 'Voice', shortTitle: 'Voice', purpose: 'Hears the child.' },
        sections: ['A'],
        weight: 60,
        criteria: [criterion('own-words', ['education', 'health'])],
      },
      {
        ...{ key: 'needs', title: 'Needs', shortTitle: 'Needs', purpose: 'Has the needs.' },
        sections: ['B'],
        weight: 40,
        criteria: [criterion('complete', ['education'])],
      },
    ],
    facts: [
      {
        ...{ key: 'outcomes', title: 'Outcomes', question: 'How many?', type: 'count' },
        ...{ owner: 'education', use: 'Base' },
      },
      {
        ...{ key: 'smart', title: 'SMART outcomes', question: 'How many?', type: 'count' },
        ...{ owner: 'education', use: 'Rate', atMost: 'outcomes' },
      },
      {
        ...{ key: 'need-evident', title: 'Need', question: 'Is there?', type: 'yes-no-unclear' },
        ...{ owner: 'health', use: 'Rate', setsProfile: 'need' },
      },
      {
        ...{ key: 'month', title: 'Month', question: 'When?', type: 'month' },
        owner: 'health',
        use: 'Age',
      },
    ],
    indicators: [
      {
        ...{ key: 'smart-rate', title: 'SMART rate', measure: 'Plan' },
        rule: { kind: 'ratio', numerator: 'smart', denominator: 'outcomes' },
      },
    ],
    caps: [
      {
        key: 'one-critical',
        when: { countOf: 'critical', atOrBelow: 'poor', atLeast: 1 },
        ceiling: 'fair',
        because: 'It matters.',
      },
    ],
    sources: [{ key: 'code', title: 'Code of practice', url: 'https://example.org/code' }],
    trainingTags: [{ key: 'voice', title: 'Voice' }],
  } satisfies FrameworkDefinition;
}

/** The fitting framework with one part made otherwise. */
function fittingBut(path: string, value: unknown): FrameworkDefinition {
  const changed = fitting();
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = changed as unknown as Record<string, unknown>;
  for (const name of names) at = at[name] as Record<string, unknown>;
  at[last] = value;
  return changed;
}

const faultsWith = (path: string, value: unknown) => checkFramework(fittingBut(path, value));
const first = 'domains.0.criteria.0';
const rule = (notWhen: unknown) => ({ mode: 'rule', notWhen, because: 'So.' });
const need = (op: string, value: unknown) => ({ field: 'need', op, value });
const nested = (depth: number): unknown =>
  depth === 0 ? need('eq', 'no') : { all: [nested(depth - 1)] };

/** Reads lines of `path = JSON | path of the fault | sentence`; C and R stand for a criterion and its rule. */
function rowsOf(table: string) {
  const whole = (path: string): string =>
    path.replace(/^C\b/, first).replace(/^R\b/, `${first}.applicability.notWhen`);
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [change = '', at = '', message = ''] = line.trim().split(/\s*\|\s*/);
      const [path = '', ...json] = change.split(' = ');
      const value: unknown = JSON.parse(json.join(' = '));
      return { path: whole(path), value, at: whole(at || path), message };
    });
}

describe('a framework', () => {
  it('in which everything fits has no fault', () => {
    expect(checkFramework(fitting())).toEqual([]);
  });

  /** What is made otherwise, the JSON it becomes, and the fault: its path, where another, and its sentence. */
  it.each(
    rowsOf(`
      domains.0.weight = 61 | domains | The weights of the domains sum to 101. Make them sum to 100
      domains.0.weight = 60.5 | | The weight must be a whole number from 1 to 100
      C.weight = 0 | | The weight must be a whole number from 1 to 10
      C.title = "${'x'.repeat(61)}" | | This has 61 characters. Shorten it to 60 or fewer
      facts.0.title = " " | | Enter a text
      C.sections = ["Z"] | C.sections.0 | There is no section of a plan “Z”
      C.agencies = ["education", "police"] | C.agencies.1 | There is no agency “police”
      C.agencies = ["education", "education"] | | Choose each agency once
      C.agencies = [] | | Choose at least one agency to score this
      C.leadAgency = "police" | | The lead agency “police” must be one of those that score this
      C.descriptors = { "good": "A", "fair": "B" } | C.descriptors.poor | Say what Poor looks like for “Title of own-words”
      C.descriptors.great = "More" | | There is no grade “great”. Take the text out
      C.citations.0.source = "act" | | There is no source “act”
      C.trainingTags.0 = "x" | | There is no training tag “x”
      C.key = "complete" | domains.1.criteria.0.key | The key “complete” is used already. Choose another
      domains.1.key = "voice" | | The key “voice” is used already. Choose another
      facts.0.key = "need" | | The key “need” is used already. Choose another
      scale.grades.0.key = "cannot-tell" | | The key “cannot-tell” is used already. Choose another
      kind = "EHC plan" | | The key “EHC plan” must begin with a letter and hold only small letters, digits and single hyphens
      domains = [] | | There must be 2 to 12 domains, not 0
      caps = ${JSON.stringify(Array.from({ length: 6 }, () => fitting().caps[0]))} | | There must be at most 5 caps, not 6
      facts.0.choices = [{ "key": "a", "title": "A" }] | | There must be no choices here. Take them out
      facts.0.type = "several" | facts.0.choices | There must be 2 to 40 choices, not 0
      scale.grades.1.points = 3 | | Fair must have fewer points than Good, which is better
      scale.grades.1.points = 2.5 | | Points must be a whole number from 0 to 100
      scale.grades.1.from = 2.75 | | The band of Fair must begin below that of Good
      scale.grades.1.from = 1.755 | | A band must have at most two decimals
      scale.grades.2.from = 1 | | Poor is the lowest grade, so its band must begin at 0
      scale.grades.0.from = 3.5 | | The band must begin at 3 or lower: a plan with Good throughout is Good
      scale.grades.0.from = 2 | | The band must begin above 2: a plan with Fair throughout is not Good
      scale.meetsFrom = "great" | | There is no grade “great”. Choose one of the scale
      scale.evidenceRequiredFor.0 = "great" | | There is no grade “great”. Choose one of the scale
      caps.0.ceiling = "good" | | The best grade limits nothing. Choose a lower one
      caps.0.ceiling = "great" | | There is no grade “great”. Choose one of the scale
      caps.0.when.atLeast = 3 | | The number must be from 1 to 2, the number of critical criteria
      caps.0.when = { "domain": "x", "atOrBelow": "poor" } | caps.0.when.domain | There is no domain “x”. Choose one of this framework
      agencies.2 = { "key": "police", "title": "Police" } | | Police has nothing to score. Take it out
      profileFields.0.source = null | | Say where the value of “Field need” comes from
      profileFields.0.source.owner = "police" | | There is no agency “police” to answer this
      profileFields.0.source.prefilledFrom = "age" | | The column “age” holds another kind of value than this field
      profileFields.0.source.preset = { "when": { "all": [] }, "value": "maybe" } | profileFields.0.source.preset.value | “maybe” is no answer to this. Choose from: yes, no, unclear
      profileFields.0.prefix = "Year" | | Only a whole number has a word before it
      profileFields.1.source.column = "surname" | | The register has no column “surname” that a framework may read
      profileFields.2.source.when.field = "older" | | There is no “older” that this rule could ask about
      profileFields.2.type = "choice" | | A derived field is yes or no
      facts.1.atMost = "month" | | Only a count is limited by a count, and “month” must be one
      facts.2.setsProfile = "x" | | There is no profile field “x”
      facts.2.owner = "education" | facts.2.setsProfile | “Field need” must be a sweep question of the same agency with the same answers
      facts.0.owner = "police" | | There is no agency “police” to record this
      indicators.0.rule.numerator = "month" | | There is no count “month”
    `),
  )('is refused with $path made $value', ({ path, value, at, message }) => {
    expect(faultsWith(path, value)).toContainEqual({ path: at, message });
  });

  it.each(
    rowsOf(`
      R = { "field": "x", "op": "eq", "value": 1 } | R.field | There is no “x” that this rule could ask about
      R = { "field": "outcomes", "op": "eq", "value": 1 } | R.field | There is no “outcomes” that this rule could ask about
      R = { "field": "need", "op": "eq", "value": "perhaps" } | R.value | “Field need” is never “perhaps”. Choose from: yes, no, unclear
      R = { "field": "need", "op": "eq", "value": 1 } | R.value | “Field need” is never “1”. Choose from: yes, no, unclear
      R = { "field": "year", "op": "lt", "value": "no" } | R.value | “Year group” holds a whole number
      R = { "field": "need", "op": "lt", "value": "no" } | R.op | “Field need” is no number, so it can only be equal, not equal, in or not in
      R = { "field": "need", "op": "in", "value": "no" } | R.value | This comparison takes a list of values
      R = { "field": "need", "op": "eq", "value": ["no"] } | R.value | This comparison takes one value, or the list is empty
      R = { "all": [] } | R.all | A group must have 1 to 20 parts
      R = { "any": [{ "field": "need", "op": "eq", "value": "perhaps" }] } | R.any.0.value | “Field need” is never “perhaps”. Choose from: yes, no, unclear
      R = ${JSON.stringify(nested(6))} | R.all.0.all.0.all.0.all.0.all.0 | Groups may stand in one another 5 deep. Write it more simply
    `),
  )('is refused with the rule $value', ({ value, at, message }) => {
    const faults = faultsWith(`${first}.applicability`, rule(value));
    expect(faults).toEqual([{ path: at, message }]);
  });

  it.each([
    need('eq', 'no'),
    nested(5),
    { any: [need('in', ['no']), { field: 'year', op: 'lt', value: 9 }] },
  ])('may have the rule %j', (notWhen) => {
    expect(faultsWith(`${first}.applicability`, rule(notWhen))).toEqual([]);
  });

  it.each([
    ['facts.0.askedWhen', { field: 'smart', op: 'gte', value: 1 }, 'outcomes, smart'],
    ['profileFields.0.source.askedWhen', need('eq', 'yes'), 'need'],
    ['facts.0.atMost', 'outcomes', 'outcomes'],
  ])('is refused when a question waits for itself: %s', (path, value, circle) => {
    expect(faultsWith(path, value).map(({ message }) => message)).toContain(
      `“${circle.split(', ')[0] ?? ''}” waits for its own answer. Circle: ${circle}`,
    );
  });

  it('is refused with a source that nobody could open', () => {
    expect(faultsWith('sources.0.url', 'https://')).toEqual([
      { path: 'sources.0.url', message: 'Enter the whole address, such as https://example.org' },
    ]);
  });

  it('cannot ask a month in an indicator', () => {
    const meets: Condition = { field: 'month', op: 'eq', value: '2026-04' };
    const faults = faultsWith('indicators.0.rule', { kind: 'share', meets });
    expect(faults).toEqual([
      {
        path: 'indicators.0.rule.meets.field',
        message: 'A rule cannot ask about “Month”, which holds a month or a list',
      },
    ]);
  });
});
