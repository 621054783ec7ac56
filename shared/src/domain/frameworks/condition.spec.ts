import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conditionFields, conditionHolds, withDerived } from './condition.js';
import {
  operators,
  type Condition,
  type FieldValue,
  type ProfileField,
  type Test,
} from './definition.js';

const fields = ['year-group', 'health-need', 'care'] as const;
const words = ['yes', 'no', 'unclear', 'unknown', 'none'];

const values = fc.record(
  Object.fromEntries(
    fields.map((field) => [
      field,
      fc.oneof(fc.integer({ min: -2, max: 14 }), fc.constantFrom(...words), fc.constant(null)),
    ]),
  ),
  { requiredKeys: [] },
);
const single = fc.oneof(fc.integer({ min: -2, max: 14 }), fc.constantFrom(...words));
const test: fc.Arbitrary<Test> = fc.record({
  field: fc.constantFrom(...fields),
  op: fc.constantFrom(...operators),
  value: fc.oneof(single, fc.array(single, { minLength: 1, maxLength: 3 })),
});
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    test,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

const is = (field: string, value: string): Test => ({ field, op: 'eq', value });

describe('a condition', () => {
  it('holds for all of a group, or for any of it', () => {
    const noNeed = { all: [is('health-need', 'no'), is('care', 'no')] };
    expect(conditionHolds(noNeed, { 'health-need': 'no', care: 'no' })).toBe(true);
    expect(conditionHolds(noNeed, { 'health-need': 'no', care: 'yes' })).toBe(false);
    expect(conditionHolds({ any: noNeed.all }, { 'health-need': 'no', care: 'yes' })).toBe(true);
  });

  it.each([
    ['lt', 8, true],
    ['lt', 9, false],
    ['lte', 9, true],
    ['gt', 9, false],
    ['gte', 9, true],
    ['eq', 9, true],
    ['ne', 9, false],
    ['ne', 8, true],
  ] as const)('compares a year group: %s 9 of %i is %s', (op, year, holds) => {
    expect(conditionHolds({ field: 'y', op, value: 9 }, { y: year })).toBe(holds);
  });

  it('finds a word in a list, or not in it', () => {
    const known = { field: 'care', op: 'notIn', value: ['none', 'unknown'] } as const;
    expect(conditionHolds(known, { care: 'looked-after' })).toBe(true);
    expect(conditionHolds(known, { care: 'none' })).toBe(false);
  });

  const notKnown: FieldValue[] = [null, 'unclear', 'unknown'];

  it.each(notKnown)('is never met by %s, whatever the comparison', (value) => {
    for (const op of operators) {
      const wanted = op === 'in' || op === 'notIn' ? ['no'] : op.length > 2 ? 9 : 'no';
      expect(conditionHolds({ field: 'care', op, value: wanted }, { care: value })).toBe(false);
      expect(conditionHolds({ field: 'care', op, value: 9 }, { care: value })).toBe(false);
    }
  });

  it.each(['unclear', 'unknown'])('is met by “%s” where the rule lists that very word', (word) => {
    expect(conditionHolds(is('care', word), { care: word })).toBe(true);
    expect(conditionHolds({ field: 'care', op: 'in', value: ['none', word] }, { care: word })).toBe(
      true,
    );
    expect(conditionHolds({ field: 'care', op: 'ne', value: word }, { care: word })).toBe(false);
  });

  it('does not depend on the order of its parts', () => {
    const reversed = (one: Condition): Condition => {
      if ('all' in one) return { all: one.all.map(reversed).reverse() };
      if ('any' in one) return { any: one.any.map(reversed).reverse() };
      return one;
    };
    fc.assert(
      fc.property(condition, values, (one, known) => {
        expect(conditionHolds(reversed(one), known)).toBe(conditionHolds(one, known));
      }),
    );
  });

  it('means the same alone in a group', () => {
    fc.assert(
      fc.property(condition, values, (one, known) => {
        const holds = conditionHolds(one, known);
        expect(conditionHolds({ all: [{ any: [one] }] }, known)).toBe(holds);
      }),
    );
  });

  it('that does not list “unclear” is never met because an answer became unclear', () => {
    const lists = (one: Condition): boolean =>
      'field' in one
        ? [one.value].flat().includes('unclear')
        : Object.values(one).flat().some(lists);
    fc.assert(
      fc.property(
        condition.filter((one) => !lists(one)),
        values,
        fc.constantFrom(...fields),
        fc.constantFrom('unclear', null, undefined),
        (one, known, field, unclear) => {
          if (conditionHolds(one, { ...known, [field]: unclear })) {
            expect(conditionHolds(one, known) || known[field] !== undefined).toBe(true);
            // What it holds by is known: without that field's tests it holds as well.
            expect(conditionHolds(withoutField(one, field), known)).toBe(true);
          }
        },
      ),
    );
  });

  it('looks at the fields it names and at no other', () => {
    fc.assert(
      fc.property(condition, values, (one, known) => {
        const asked = conditionFields(one);
        const kept = Object.fromEntries(
          Object.entries(known).filter(([key]) => asked.includes(key)),
        );
        expect(conditionHolds(one, kept)).toBe(conditionHolds(one, known));
      }),
    );
  });
});

/** The condition with each test of a field made false. */
function withoutField(one: Condition, field: string): Condition {
  if ('all' in one) return { all: one.all.map((part) => withoutField(part, field)) };
  if ('any' in one) return { any: one.any.map((part) => withoutField(part, field)) };
  return one.field === field ? is('nothing', 'never') : one;
}

describe('a derived field', () => {
  const profile: ProfileField[] = [
    {
      key: 'over-compulsory-school-age',
      title: 'Over compulsory school age',
      type: 'yes-no',
      source: { from: 'derived', when: { field: 'year-group', op: 'gte', value: 12 } },
    },
  ];

  it.each([
    [12, 'yes'],
    [11, 'no'],
    [null, null],
    [undefined, null],
  ])('of year group %s is %s', (year, expected) => {
    const known = withDerived(profile, { 'year-group': year });
    expect(known).toEqual({ 'year-group': year, 'over-compulsory-school-age': expected });
  });
});
