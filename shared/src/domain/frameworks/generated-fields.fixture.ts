import { answersOf, asksForNumber, canBeTested } from './answers.js';
import {
  profileColumns,
  type Condition,
  type Fact,
  type ProfileField,
  type Test,
  type Titled,
} from './definition.js';
import type { Drawing } from './drawing.fixture.js';
import type { Recipe } from './generated-framework.fixture.js';

/*
 * The parts of generated frameworks that ask something: profile fields, counted facts, conditions.
 * What one of them asks about stands before it, so that none waits for itself.
 */

type Askable = readonly (ProfileField | Fact)[];

const choices: Titled[] = [
  { key: 'none', title: 'None' },
  { key: 'early-help', title: 'Early help' },
  { key: 'unknown', title: 'Not known' },
];

/** A test, or with a depth of 1 or more a group that has groups inside, so many deep. */
export function generatedCondition(askable: Askable, depth: number, draw: Drawing): Condition {
  if (depth === 0) return generatedTest(askable, draw);
  const parts = Array.from({ length: draw.whole(1, 3) }, (_, at) =>
    generatedCondition(askable, at === 0 ? depth - 1 : draw.whole(0, depth - 1), draw),
  );
  return draw.in100(50) ? { all: parts } : { any: parts };
}

function generatedTest(askable: Askable, draw: Drawing): Test {
  const asked = draw.of(askable.filter(canBeTested));
  const field = asked.key;
  const values: (number | string)[] = asksForNumber(asked)
    ? [draw.whole(0, 5), draw.whole(6, 12), draw.whole(13, 25)]
    : answersOf(asked).map(({ key }) => key);
  if (draw.in100(25)) return { field, op: draw.of(['in', 'notIn']), value: draw.some(values) };
  const comparing = asksForNumber(asked) ? (['lt', 'lte', 'gt', 'gte'] as const) : [];
  return { field, op: draw.of(['eq', 'eq', 'ne', ...comparing]), value: draw.of(values) };
}

export function generatedFields(
  { fields, conditionDepth }: Recipe,
  agencies: readonly Titled[],
  draw: Drawing,
): ProfileField[] {
  const made: ProfileField[] = [
    {
      ...{ key: 'field-0', title: 'Year group', type: 'whole-number', prefix: 'Year' },
      source: { from: 'register', column: 'year_group' },
    },
  ];
  for (let at = 1; at < fields; at += 1) {
    made.push(generatedField(`field-${at}`, made, conditionDepth, agencies, draw));
  }
  return made;
}

function generatedField(
  key: string,
  earlier: readonly ProfileField[],
  depth: number,
  agencies: readonly Titled[],
  draw: Drawing,
): ProfileField {
  const title = `Field ${key}`;
  if (draw.in100(20)) {
    const given = earlier.filter(({ source }) => source.from !== 'derived');
    const source = { from: 'derived', when: generatedCondition(given, depth, draw) } as const;
    return { key, title, type: 'yes-no', source };
  }
  const column = draw.of(['age', 'learning_disability', 'social_care_status'] as const);
  const type = profileColumns[column];
  const common = { key, title, ...(type === 'choice' ? { choices } : {}) };
  if (draw.in100(30)) return { ...common, type, source: { from: 'register', column } };
  const field: ProfileField = {
    ...common,
    type: type === 'yes-no' ? 'yes-no-unclear' : type,
    source: {
      ...{ from: 'sweep', owner: draw.of(agencies).key, question: `What is ${key}?` },
      ...(draw.in100(30) ? { prefilledFrom: column } : {}),
      ...(draw.in100(30) ? { askedWhen: generatedCondition(earlier, depth, draw) } : {}),
    },
  };
  const [answer] = answersOf(field);
  if (!answer || field.source.from !== 'sweep' || draw.in100(70)) return field;
  const preset = { when: generatedCondition(earlier, 0, draw), value: answer.key };
  return { ...field, source: { ...field.source, preset } };
}

export function generatedFacts(
  { conditionDepth }: Recipe,
  agencies: readonly Titled[],
  fields: readonly ProfileField[],
  draw: Drawing,
): Fact[] {
  const owner = (): string => draw.of(agencies).key;
  const common = { use: 'A rate', question: 'How many?' };
  const facts: Fact[] = [
    { key: 'fact-0', title: 'Outcomes', type: 'count', owner: owner(), ...common },
    {
      ...{ key: 'fact-1', title: 'SMART outcomes', type: 'count', owner: owner(), ...common },
      ...{ atMost: 'fact-0' },
    },
    { key: 'fact-2', title: 'Advice', type: 'several', choices, owner: owner(), ...common },
    { key: 'fact-3', title: 'Gathered', type: 'month', owner: owner(), ...common },
    {
      ...{ key: 'fact-4', title: 'Views', type: 'yes-some-no-na', owner: owner(), ...common },
      askedWhen: generatedCondition(fields, conditionDepth, draw),
    },
  ];
  const swept = fields.find(({ type }) => type === 'yes-no-unclear');
  if (swept?.source.from !== 'sweep') return facts;
  const sets = { owner: swept.source.owner, setsProfile: swept.key };
  return [...facts, { key: 'fact-5', title: 'Need', type: 'yes-no-unclear', ...common, ...sets }];
}
