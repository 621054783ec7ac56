import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawing, type Drawing } from '../drawing.fixture.js';
import type { AboutDraft } from './draft-from-rows.js';
import { flatRules, type FlatRule } from './flat-columns.js';
import { readFlatCsv } from './read-flat-csv.js';

/*
 * Spreadsheets as councils might have them, without a fault; then faults are planted in rows drawn
 * by chance, and what is told must be what was planted.
 */

const grades = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'];
const columns = [
  ...['domain', 'domain weight', 'criterion', 'question', 'agencies'],
  ...['lead', 'sections', 'weight', 'critical', ...grades],
];
type Row = Record<string, string>;

function cleanRows(draw: Drawing): Row[] {
  const domains = draw.whole(3, 6);
  return Array.from({ length: domains }, (_, domain) => {
    const weight = draw.of(['', '10', '12.5', '20%']);
    return Array.from({ length: draw.whole(4, 9) }, (__, at): Row => {
      const lead = draw.of(['Education', 'Health']);
      return {
        ...{ domain: draw.of([`Domain ${domain}`, `DOMAIN ${domain}`]), 'domain weight': weight },
        ...{ criterion: `Criterion ${domain} ${at}`, question: draw.of(['', 'Is it so?']) },
        agencies: draw.of(['Education; Health', 'health/education/Social care']),
        lead: draw.of(['', lead, lead.toLowerCase()]),
        sections: draw.of(['', 'A', 'B; F', 'section H']),
        ...{ weight: String(draw.whole(1, 10)), critical: draw.of(['', 'yes', 'No', 'x']) },
        ...Object.fromEntries(grades.map((grade) => [grade, draw.of(['', 'Clear, and early.'])])),
      };
    });
  }).flat();
}

/** A way to break one row: the column where it is told, and the cells it changes. */
type Plant = [column: string, change: (draw: Drawing, rows: readonly Row[]) => Row];

const put = (column: string, ...values: string[]): Plant => [
  column,
  (draw) => ({ [column]: draw.of(values) }),
];

type OfRows = Exclude<
  FlatRule,
  | 'no-header'
  | 'no-rows'
  | 'missing-column'
  | 'unnamed-column'
  | 'repeated-column'
  | 'number-of-grades'
  | 'too-many'
>;

const plants: Record<OfRows, Plant[]> = {
  missing: [
    ...['domain', 'criterion', 'agencies', 'weight'].map((column) => put(column, '', ' ')),
    put('agencies', ';', ' / '),
  ],
  'too-long': [
    put('domain', 'D'.repeat(61)),
    put('criterion', 'C'.repeat(301)),
    ['criterion', () => ({ criterion: 'C'.repeat(61), question: 'Is it so?' })],
    put('question', 'Q'.repeat(301)),
    put('agencies', `Health; ${'A'.repeat(61)}`),
    put('Good', 'G'.repeat(601)),
  ],
  'not-a-weight': [
    put('weight', '0', '11', '1.5', 'two', '-1', '1e1'),
    put('domain weight', '0', '-5', 'lots', '1,5', '%'),
  ],
  'not-in-list': [put('critical', 'maybe', '?', '2'), put('sections', 'L', 'A; Z', 'all')],
  'lead-does-not-score': [put('lead', 'Police', 'Educaton')],
  'other-domain-weight': [
    ['domain weight', (_draw, [first]) => ({ ...ofDomain(first), 'domain weight': '77' })],
  ],
  'repeated-criterion': [
    ['criterion', (_draw, [first]) => ({ ...ofDomain(first), criterion: first?.criterion ?? '' })],
  ],
  'too-many-cells': [['', () => ({ beyond: 'and so on' })]],
};

/** The domain of the sheet's first row, with a weight that its other rows agree on. */
const ofDomain = (first: Row | undefined): Row => ({
  domain: first?.domain ?? '',
  'domain weight': first?.['domain weight'] ?? '',
});

function plantedSheet(seed: number): { rows: Row[]; planted: string[] } {
  const draw = drawing(seed);
  const rows = cleanRows(draw);
  for (const row of rows) {
    if (row.domain?.toLowerCase() === 'domain 0') row['domain weight'] = '10';
  }
  const planted: string[] = [];
  // The first row stays whole: others are compared with it.
  const free = rows.map((_, at) => at).slice(1);
  for (const [rule, ways] of Object.entries(plants)) {
    if (draw.in100(30) || free.length === 0) continue;
    const [at = 1] = free.splice(draw.whole(0, free.length - 1), 1);
    const [column, change] = draw.of(ways);
    rows[at] = { ...rows[at], ...change(draw, rows) };
    planted.push(`${at + 2} ${column} ${rule}`);
  }
  return { rows, planted };
}

describe('spreadsheets with planted faults', () => {
  const agencies = [{ key: 'education', title: 'Education' }];
  const about: AboutDraft = {
    ...{ kind: 'ehc-plan', title: 'Ours', purpose: 'Ours.', unit: 'plan', unitTitle: 'One plan' },
  };

  it('are told what was planted, by row and column, and nothing else', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.nat(),
        fc.shuffledSubarray(columns, { minLength: columns.length }),
        (seed, order) => {
          const { rows, planted } = plantedSheet(seed);
          const cells = rows.map((row) => [
            ...order.map((column) => row[column] ?? ''),
            ...(row.beyond === undefined ? [] : [row.beyond]),
          ]);
          const { problems, draft } = readFlatCsv(order, cells, about, agencies);
          const told = problems.map(({ row, column, rule }) => `${row} ${column} ${rule}`);
          expect(told.toSorted()).toEqual(planted.toSorted());
          expect(draft === null).toBe(planted.length > 0);
          expect(problems.every(({ message }) => message.length > 10)).toBe(true);
          for (const { rule } of problems) seen.add(rule);
        },
      ),
      { seed: 20261122, numRuns: 1000 },
    );
    expect([...seen].toSorted()).toEqual(Object.keys(plants).toSorted());
    expect(Object.keys(flatRules)).toEqual(expect.arrayContaining([...seen]));
  });
});
