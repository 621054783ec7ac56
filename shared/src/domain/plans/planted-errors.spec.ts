import { describe, expect, it } from '@jest/globals';
import { readHeader } from './read-header.js';
import { readRegister } from './read-register.js';
import { registerColumnKeys } from './register-columns.js';
import { registerRuleCodes, type RegisterRule } from './register-rules.js';

const FILES = 50;
const ROWS = 15_000;
const PLANTED_OF_EACH = 3;
const AS_AT = '2026-09-01';

type Row = Record<string, string>;
type Draw = <T>(from: readonly T[]) => T;

/** The same numbers for the same seed, so that a file that was read wrongly can be made again. */
function drawing(seed: number): Draw {
  let state = seed * 2_654_435_761;
  return (from) => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x9e3779b9) >>> 0;
    const place = Math.floor(((state ^ (state >>> 14)) >>> 0) % from.length);
    return from[place] as (typeof from)[number];
  };
}

const needs = ['ASD', 'slcn', 'SEMH', 'MLD', 'Physical disability', 'SpLD'];
const settings = ['mainstream-primary', 'Special school', 'none', 'resource-base', 'early-years'];
const issued = ['2019-05-03', '14/11/2020', '2021-01-31', '2022-07-08', '01/02/2023'];
const amended = ['2024-03-01', '15/02/2025', '2026-01-09', ''];

function cleanRow(number: number, draw: Draw): Row {
  const yearGroup = draw([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  return {
    plan_ref: `EHC-${String(number).padStart(6, '0')}`,
    local_authority: draw(['Ashbourne Vale', 'Carrow']),
    year_group: draw([String(yearGroup), `Year ${yearGroup}`]),
    age: draw(['', String(yearGroup + 4), String(yearGroup + 5)]),
    primary_need: draw(needs),
    setting_type: draw(settings),
    social_care_status: draw(['none', 'Looked after', '', 'child-in-need']),
    learning_disability: draw(['yes', 'No', '']),
    first_issued_on: draw(issued),
    latest_issued_on: draw(amended),
    last_review_on: draw(amended),
    transferred_in: draw(['', 'yes', 'no']),
    tribunal_ordered: draw(['', 'no']),
    team: draw(['North', 'South', 'Early years', '']),
    officer_ref: draw(['SO-014', 'SO-022', '']),
    ceased_on: draw(['', '', '2026-08-31']),
  };
}

/** A way to break one cell of a clean row: the column where it is told, and what else it changes. */
type Plant = [column: string, change: (draw: Draw) => Row];

const put = (column: string, ...values: string[]): Plant => [
  column,
  (draw) => ({ [column]: draw(values) }),
];

const plants: Record<Exclude<RegisterRule, 'repeated'>, Plant[]> = {
  'personal-data': [
    put('plan_ref', '943 476 5919', 'H801200001001', '9434765919'),
    put('team', 'x@y.example', 'DE6 1AQ'),
    put('officer_ref', '07700900123'),
    put('last_review_on', '943 476 5919'),
    put('age', '12/03/2014'),
  ],
  missing: ['plan_ref', 'local_authority', 'setting_type', 'first_issued_on'].map((key) =>
    put(key, '', ' '),
  ),
  'too-long': [put('team', 'North '.repeat(20)), put('plan_ref', 'P1'.repeat(30))],
  form: [
    put('plan_ref', 'Ellen', '=1+1'),
    put('year_group', '15', 'KS2'),
    put('age', '9.5', 'nine'),
    put('officer_ref', 'Grace Lin'),
    put('local_authority', '+44'),
  ],
  'not-in-list': [
    put('primary_need', 'SPCH', 'ADHD'),
    put('setting_type', 'hospital'),
    put('social_care_status', 'known'),
    put('learning_disability', 'maybe'),
    put('tribunal_ordered', 'perhaps'),
  ],
  'not-a-date': ['first_issued_on', 'latest_issued_on', 'last_review_on', 'ceased_on'].map((key) =>
    put(key, '31/02/2025', '2025-13-01', '1/2/25', 'soon'),
  ),
  'after-as-at': ['first_issued_on', 'latest_issued_on', 'last_review_on', 'ceased_on'].map((key) =>
    put(key, '02/09/2026', '2031-01-01'),
  ),
  'before-first-issue': ['latest_issued_on', 'last_review_on', 'ceased_on'].map((key) =>
    put(key, '2015-01-01', '02/05/2019'),
  ),
  'too-old': [
    ['age', () => ({ year_group: '', age: '26' })],
    ['age', () => ({ age: '101' })],
  ],
  'no-year-or-age': [['year_group', () => ({ year_group: '', age: ' ' })]],
  'unknown-need': [put('primary_need', '', ' ')],
  'need-counted-otherwise': [put('primary_need', 'DS', 'nsa')],
  'aged-25': [['age', () => ({ year_group: '', age: '25' })]],
  'age-and-year': [['age', () => ({ year_group: '3', age: '15' })]],
  'before-plans-began': [put('first_issued_on', '2014-08-31', '01/02/1999')],
};

/** Rows without a fault, the same for every file: what is drawn anew is where the faults are. */
const cleanRows = Array.from({ length: ROWS }, (_, index) => cleanRow(index + 1, drawing(index)));
const cellsOf = (row: Row): string[] => registerColumnKeys.map((key) => row[key] ?? '');
const cleanCells = cleanRows.map(cellsOf);

/** A file with faults of every check at rows drawn by chance, and where each of them is. */
function plantedFile(seed: number): { rows: string[][]; planted: string[] } {
  const draw = drawing(seed);
  const places = [...cleanRows.keys()];
  const used = new Set<number>();
  const rows = [...cleanCells];
  const planted: string[] = [];
  const take = (): number => {
    const index = draw(places);
    if (used.has(index)) return take();
    used.add(index);
    return index;
  };
  const plant = (index: number, change: Row, column: string, rule: string) => {
    rows[index] = cellsOf({ ...cleanRows[index], ...change });
    planted.push(`${index + 2} ${column} ${rule}`);
  };
  for (const [rule, ways] of Object.entries(plants)) {
    for (let count = 0; count < PLANTED_OF_EACH; count += 1) {
      const [column, change] = draw(ways);
      plant(take(), change(draw), column, rule);
    }
  }
  const twice = { plan_ref: 'EHC-TWICE-1' };
  for (const index of [take(), take()]) plant(index, twice, 'plan_ref', 'repeated');
  return { rows, planted };
}

describe(`${FILES} registers of ${ROWS.toLocaleString('en-GB')} rows with faults of every check`, () => {
  it('are told what was planted, by row and column, and nothing else', () => {
    const header = readHeader(registerColumnKeys);
    const seen = new Set<string>();
    let reading = 0;
    for (let seed = 1; seed <= FILES; seed += 1) {
      const { rows, planted } = plantedFile(seed);
      const before = Date.now();
      const { ready, rejected, problems } = readRegister(header, rows, AS_AT);
      reading += Date.now() - before;
      const told = problems.map(({ row, column, rule }) => `${row} ${column} ${rule}`);
      expect({ seed, told: told.sort() }).toEqual({ seed, told: planted.sort() });
      expect(ready.length + rejected.length).toBe(ROWS);
      for (const { rule } of problems) seen.add(rule);
    }
    expect([...seen].sort()).toEqual([...registerRuleCodes].sort());
    // A lead waits while it is read; a tenth of a second is usual.
    expect(reading / FILES).toBeLessThan(1_000);
  }, 120_000);
});
