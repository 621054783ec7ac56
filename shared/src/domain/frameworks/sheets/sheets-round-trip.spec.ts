import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Condition, FrameworkDefinition } from '../definition.js';
import { drawing } from '../drawing.fixture.js';
import { frameworkOf, generatedFrameworks, recipes } from '../generated-framework.fixture.js';
import { conditionFromText, conditionText } from './condition-text.js';
import { inSchemaOrder } from './in-schema-order.js';
import { readSheets } from './read-sheets.js';
import { cellName } from './sheet.js';
import { toSheets } from './write-sheets.js';

const seeded = { seed: 20261122 };

/** The definition that its own sheets give, as a workbook would hold them. */
function backFrom(definition: FrameworkDefinition): FrameworkDefinition | null {
  const { definition: read, problems } = readSheets(toSheets(definition));
  expect(problems).toEqual([]);
  return read;
}

describe('any framework', () => {
  it('comes back whole from its sheets', () => {
    fc.assert(
      fc.property(generatedFrameworks, (definition) => {
        expect(backFrom(definition)).toEqual(definition);
      }),
      { ...seeded, numRuns: 300 },
    );
  });

  it('comes back with texts and titles that tables find hard', () => {
    const hard = ['a: b\nc', '[x]', 'x †', '; ', ' so ', '"a", b', '=1+1', "'", 'Good', 'all(a)'];
    fc.assert(
      fc.property(recipes, fc.nat(), (recipe, seed) => {
        const definition = frameworkOf(recipe);
        const draw = drawing(seed);
        const text = (): string => draw.of(hard);
        definition.actionPlanRefs = [text(), text()];
        definition.scale.grades.forEach((grade) => (grade.label = draw.of(['Good', 'title', 'B'])));
        definition.domains.forEach(
          (domain) => (domain.shortTitle = draw.of(['Facts', 'A/B', '…'])),
        );
        for (const field of definition.profileFields) {
          field.choices?.forEach((choice) => (choice.title = text()));
        }
        for (const fact of definition.facts) fact.phrases = [text(), text()];
        for (const criterion of definition.domains.flatMap(({ criteria }) => criteria)) {
          criterion.citations = [{ source: 'code', ref: text(), textSeen: draw.in100(50) }];
          criterion.whereToLook = text();
        }
        expect(backFrom(definition)).toEqual(definition);
      }),
      { ...seeded, numRuns: 200 },
    );
  });

  it('has its parts in the order of the schema, whatever order they were kept in', () => {
    fc.assert(
      fc.property(generatedFrameworks, (definition) => {
        const ordered = inSchemaOrder(definition);
        expect(ordered).toEqual(definition);
        const shuffled = turnedRound(definition) as FrameworkDefinition;
        expect(JSON.stringify(inSchemaOrder(shuffled))).toBe(JSON.stringify(ordered));
      }),
      { ...seeded, numRuns: 50 },
    );
    const { domains } = inSchemaOrder(frameworkOf({ ...smallest, seed: 1 }));
    expect(Object.keys(domains[0] ?? {})).toEqual([
      ...['key', 'title', 'shortTitle', 'purpose', 'sections', 'weight', 'criteria'],
    ]);
  });
});

const smallest = {
  ...{ grades: 3, agencies: 1, domains: 2, criteriaMost: 1, fields: 1 },
  ...{ conditionDepth: 0, caps: 0 },
};

/** The same parts, each record from back to front. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (value === null || typeof value !== 'object') return value;
  const parts = Object.entries(value).toReversed();
  return Object.fromEntries(parts.map(([name, part]) => [name, turnedRound(part)]));
}

describe('a condition in a cell', () => {
  const before9: Condition = { field: 'year-group', op: 'lt', value: 9 };
  it.each<[string, Condition]>([
    ['year-group < 9', before9],
    ['need in (no, unclear)', { field: 'need', op: 'in', value: ['no', 'unclear'] }],
    ['need not in (no)', { field: 'need', op: 'notIn', value: ['no'] }],
    [
      'all(any(year-group < 9), all != yes)',
      {
        all: [{ any: [before9] }, { field: 'all', op: 'ne', value: 'yes' }],
      },
    ],
    ['all()', { all: [] }],
    ['{"field":"a b","op":"eq","value":"9"}', { field: 'a b', op: 'eq', value: '9' }],
  ])('is %s', (text, condition) => {
    expect(conditionText(condition)).toBe(text);
    expect(conditionFromText(text)).toEqual(condition);
  });

  it('may be typed as people type', () => {
    expect(conditionFromText(' ALL( year-group≥9 ,need  NOT IN(no , unclear) ) ')).toEqual({
      all: [
        { field: 'year-group', op: 'gte', value: 9 },
        { field: 'need', op: 'notIn', value: ['no', 'unclear'] },
      ],
    });
  });

  it.each([
    '',
    'Before Year 9.',
    'year-group <',
    'all(a = 1',
    'a = 1)',
    'a => 1',
    '{"all":1}',
    '{',
  ])('is not “%s”', (text) => {
    expect(conditionFromText(text)).toBeNull();
  });
});

describe('a condition without end', () => {
  it.each(['all(', '{"all":['])('is none: %s', (opening) => {
    expect(conditionFromText(opening.repeat(8000))).toBeNull();
    const closing = opening.endsWith('[') ? ']}' : ')';
    expect(conditionFromText(opening.repeat(8000) + closing.repeat(8000))).toBeNull();
  });
});

describe('a cell', () => {
  it.each([
    [0, 'Voice!A7'],
    [25, 'Voice!Z7'],
    [26, 'Voice!AA7'],
    [701, 'Voice!ZZ7'],
    [702, 'Voice!AAA7'],
  ])('in column %d is %s', (place, name) => {
    expect(cellName('Voice', 7, place)).toBe(name);
  });
});
