import type { ProblemError } from '../../problems/index.js';
import { answersOf, asksForNumber, canBeTested } from '../answers.js';
import type { Operator, Condition, Fact, ProfileField, Test } from '../definition.js';
import { frameworkLimits as limits } from '../limits.js';

/** What a condition may ask about: fields, or fields and facts. */
export type Askable = readonly (ProfileField | Fact)[];

const forWords: readonly Operator[] = ['eq', 'ne', 'in', 'notIn'];
const forLists: readonly Operator[] = ['in', 'notIn'];

/** A condition asks only about what is there, and compares it with what it may hold. */
export function checkCondition(
  condition: Condition,
  path: string,
  askable: Askable,
  depth = 1,
): ProblemError[] {
  if ('field' in condition) return testFaults(condition, path, askable);
  const [name, parts] =
    'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
  if (depth > limits.conditionDepthMax) {
    const message = `Groups may stand in one another ${limits.conditionDepthMax} deep. Write it more simply`;
    return [{ path, message }];
  }
  // An empty group would hold for everyone or for no one, which nobody means to say.
  if (parts.length < 1 || parts.length > limits.conditionPartsMax) {
    const message = `A group must have 1 to ${limits.conditionPartsMax} parts`;
    return [{ path: `${path}.${name}`, message }];
  }
  return parts.flatMap((part, at) =>
    checkCondition(part, `${path}.${name}.${at}`, askable, depth + 1),
  );
}

function testFaults(test: Test, path: string, askable: Askable): ProblemError[] {
  const asked = askable.find(({ key }) => key === test.field);
  if (!asked) {
    const message = `There is no “${test.field}” that this rule could ask about`;
    return [{ path: `${path}.field`, message }];
  }
  if (!canBeTested(asked)) {
    const message = `A rule cannot ask about “${asked.title}”, which holds a month or a list`;
    return [{ path: `${path}.field`, message }];
  }
  if (!asksForNumber(asked) && !forWords.includes(test.op)) {
    const message = `“${asked.title}” is no number, so it can only be equal, not equal, in or not in`;
    return [{ path: `${path}.op`, message }];
  }
  return valueFaults(test, path, asked);
}

function valueFaults(
  { op, value }: Test,
  path: string,
  asked: ProfileField | Fact,
): ProblemError[] {
  const isList = Array.isArray(value);
  const values = [value].flat();
  if (isList !== forLists.includes(op) || values.length === 0) {
    const message = isList
      ? 'This comparison takes one value, or the list is empty'
      : 'This comparison takes a list of values';
    return [{ path: `${path}.value`, message }];
  }
  return values.flatMap((one) => {
    const message = valueFault(one, asked);
    return message === null ? [] : [{ path: `${path}.value`, message }];
  });
}

function valueFault(value: number | string, asked: ProfileField | Fact): string | null {
  if (asksForNumber(asked)) {
    return Number.isInteger(value) ? null : `“${asked.title}” holds a whole number`;
  }
  const answers = answersOf(asked).map(({ key }) => key);
  if (typeof value === 'string' && answers.includes(value)) return null;
  return `“${asked.title}” is never “${value}”. Choose from: ${answers.join(', ')}`;
}
