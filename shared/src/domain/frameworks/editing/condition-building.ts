import { asksForNumber, canBeTested } from '../answers.js';
import { conditionTests } from '../condition.js';
import {
  operators,
  type Condition,
  type Fact,
  type Operator,
  type ProfileField,
  type Test,
} from '../definition.js';

/*
 * A condition as somebody puts it together: tests in groups of which all or any must hold. It is
 * changed as it stands, so that what is read from a framework is written back as it was.
 */

export type Group = Exclude<Condition, Test>;
export type Join = 'all' | 'any';
type Asked = ProfileField | Fact;

/** How deep groups may be made on a page; deeper ones that came with a file are kept. */
export const groupDepthMax = 3;

/** A rule that asks nothing yet. */
export const emptyCondition: Condition = { all: [] };

/** A test in which nothing is chosen yet; no framework holds one. */
export const newTest: Test = { field: '', op: 'eq', value: '' };

export function joinOf(group: Group): Join {
  return 'all' in group ? 'all' : 'any';
}

export function partsOfGroup(group: Group): readonly Condition[] {
  return 'all' in group ? group.all : group.any;
}

export function groupOf(join: Join, parts: readonly Condition[]): Group {
  return join === 'all' ? { all: [...parts] } : { any: [...parts] };
}

/** A condition as a group: a test alone is one of which all, that is it, must hold. */
export function asGroup(condition: Condition): Group {
  return 'field' in condition ? { all: [condition] } : condition;
}

/** What a page shows as a group, as it was written: a test that stood alone and still does, alone. */
export function asWritten(group: Group, before: Condition): Condition {
  const [first, ...others] = partsOfGroup(group);
  const isAlone = 'field' in before && first !== undefined && others.length === 0;
  return isAlone && 'field' in first && 'all' in group ? first : group;
}

export function withPart(group: Group, part: Condition): Group {
  return groupOf(joinOf(group), [...partsOfGroup(group), part]);
}

export function withoutPart(group: Group, at: number): Group {
  return groupOf(
    joinOf(group),
    partsOfGroup(group).filter((_part, place) => place !== at),
  );
}

export function withPartAt(group: Group, at: number, part: Condition): Group {
  return groupOf(joinOf(group), partsOfGroup(group).with(at, part));
}

export function joinedBy(group: Group, join: Join): Group {
  return groupOf(join, partsOfGroup(group));
}

/** The comparisons that make sense of a field. */
export function operatorsFor(asked: Asked): readonly Operator[] {
  return asksForNumber(asked) ? operators : ['eq', 'ne', 'in', 'notIn'];
}

export function takesList(op: Operator): boolean {
  return op === 'in' || op === 'notIn';
}

/** The test about another field: what it was compared with means nothing there. */
export function askingAbout(field: string): Test {
  return { field, op: 'eq', value: '' };
}

/** The test with another comparison; what it is compared with stays where it can. */
export function comparedBy(test: Test, op: Operator): Test {
  const values = [test.value].flat().filter((value) => value !== '');
  return { ...test, op, value: takesList(op) ? values : (values[0] ?? '') };
}

/** What is typed for a number: a whole number, or the text as it stands, to be refused. */
export function typedNumber(text: string): number | string {
  const typed = text.trim();
  return /^-?\d{1,6}$/.test(typed) ? Number(typed) : typed;
}

/** Numbers in a line, with commas between. */
export function typedNumbers(text: string): (number | string)[] {
  return text
    .split(',')
    .map(typedNumber)
    .filter((value) => value !== '');
}

/** What a rule may ask about, in the order of the framework. */
export function askable(asked: readonly Asked[]): Asked[] {
  return asked.filter(canBeTested);
}

/**
 * What is not filled in yet or cannot be compared, as a sentence for whoever fills it in; null when
 * every test says something. What a rule names that is not there any more is a fault of the draft.
 */
export function unfinishedIn(condition: Condition, known: readonly Asked[]): string | null {
  const faults = conditionTests(condition).map((test) => unfinished(test, known));
  return faults.find((fault) => fault !== null) ?? null;
}

function unfinished({ field, value }: Test, known: readonly Asked[]): string | null {
  if (field === '') return 'Choose what each line of the rule asks about';
  const asked = known.find(({ key }) => key === field);
  const values = [value].flat().filter((one) => one !== '');
  const title = asked?.title ?? field;
  if (values.length === 0) return `Say what “${title}” is compared with`;
  const isWhole = values.every((one) => Number.isInteger(one));
  const isForNumber = asked !== undefined && asksForNumber(asked);
  return isForNumber && !isWhole ? `“${title}” is compared with a whole number` : null;
}
