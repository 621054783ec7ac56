import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Condition, Fact, ProfileField, Test } from '../definition.js';
import {
  asGroup,
  askingAbout,
  asWritten,
  comparedBy,
  emptyCondition,
  joinedBy,
  joinOf,
  newTest,
  operatorsFor,
  partsOfGroup,
  typedNumber,
  typedNumbers,
  unfinishedIn,
  withoutPart,
  withPart,
  withPartAt,
} from './condition-building.js';

const year: ProfileField = {
  ...{ key: 'year', title: 'Year group', type: 'whole-number', prefix: 'Year' },
  source: { from: 'register', column: 'year_group' },
};
const need: ProfileField = {
  ...{ key: 'need', title: 'Health need', type: 'yes-no-unclear' },
  source: { from: 'sweep', owner: 'health', question: 'Is there a need?' },
};
const month: Fact = {
  ...{ key: 'gathered', title: 'Gathered in', question: 'When?', type: 'month' },
  ...{ owner: 'health', use: 'Age of advice' },
};
const known = [year, need, month];
const before9: Test = { field: 'year', op: 'lt', value: 9 };
const noNeed: Test = { field: 'need', op: 'eq', value: 'no' };

const tests = fc.constantFrom<Test>(before9, noNeed, { field: 'year', op: 'in', value: [9, 10] });
const { conditions } = fc.letrec<{ conditions: Condition }>((tie) => ({
  conditions: fc.oneof(
    { maxDepth: 3 },
    tests,
    fc.array(tie('conditions'), { maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie('conditions'), { maxLength: 4 }).map((any) => ({ any })),
  ),
}));

describe('a condition as it is put together', () => {
  it('is written back as it was read', () => {
    const again = (condition: Condition): Condition => {
      if ('field' in condition) return condition;
      const parts = partsOfGroup(condition).map(again);
      return joinedBy({ all: parts }, joinOf(condition));
    };
    fc.assert(
      fc.property(conditions, (condition) => {
        expect(asWritten(asGroup(condition), condition)).toEqual(condition);
        expect(again(condition)).toEqual(condition);
      }),
    );
  });

  it('gets a line more, another in its place, and loses it again', () => {
    fc.assert(
      fc.property(conditions, tests, (condition, test) => {
        const group = asGroup(condition);
        const { length } = partsOfGroup(group);
        const more = withPart(group, newTest);
        const filled = withPartAt(more, length, test);
        expect(partsOfGroup(filled)).toEqual([...partsOfGroup(group), test]);
        expect(withoutPart(filled, length)).toEqual(group);
      }),
    );
  });

  it('stays one test as long as it is one, and becomes a group with a second', () => {
    const group = asGroup(before9);
    expect(asWritten(withPartAt(group, 0, noNeed), before9)).toEqual(noNeed);
    expect(asWritten(withPart(group, noNeed), before9)).toEqual({ all: [before9, noNeed] });
    expect(asWritten(withoutPart(group, 0), before9)).toEqual(emptyCondition);
  });
});

describe('a line of a condition', () => {
  it('forgets what it was compared with when it asks about something else', () => {
    expect(askingAbout('need')).toEqual({ field: 'need', op: 'eq', value: '' });
  });

  it('keeps what it is compared with where the comparison allows', () => {
    expect(comparedBy(before9, 'in').value).toEqual([9]);
    expect(comparedBy({ field: 'year', op: 'in', value: [9, 10] }, 'gte').value).toBe(9);
    expect(comparedBy(newTest, 'notIn').value).toEqual([]);
    expect(comparedBy({ field: 'year', op: 'in', value: [] }, 'eq').value).toBe('');
  });

  it('offers comparisons of size for numbers alone', () => {
    expect(operatorsFor(year)).toContain('lte');
    expect(operatorsFor(need)).toEqual(['eq', 'ne', 'in', 'notIn']);
  });

  it('reads numbers as they are typed', () => {
    expect([typedNumber(' 9 '), typedNumber('nine'), typedNumber('')]).toEqual([9, 'nine', '']);
    expect(typedNumbers('9, 10,,x')).toEqual([9, 10, 'x']);
  });

  it('is unfinished until it says what is compared with what', () => {
    const unfinished = (condition: Condition) => unfinishedIn(condition, known);
    expect(unfinished({ all: [before9, newTest] })).toBe(
      'Choose what each line of the rule asks about',
    );
    expect(unfinished(askingAbout('need'))).toBe('Say what “Health need” is compared with');
    expect(unfinished({ field: 'year', op: 'lt', value: 'nine' })).toBe(
      '“Year group” is compared with a whole number',
    );
    expect(unfinished({ any: [before9, { all: [noNeed] }] })).toBeNull();
    // A field that was taken out is a fault of the draft, and can be saved until it is put right.
    expect(unfinished({ field: 'gone', op: 'eq', value: 'no' })).toBeNull();
  });
});
