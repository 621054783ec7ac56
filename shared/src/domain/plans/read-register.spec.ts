import { describe, expect, it } from '@jest/globals';
import { Problem } from '../problems/index.js';
import { readHeader } from './read-header.js';
import { readRegister } from './read-register.js';
import { registerColumnKeys, registerColumns, registerLimits } from './register-columns.js';
import type { RegisterProblem } from './register-rules.js';

const AS_AT = '2026-09-01';
const example = Object.fromEntries(registerColumns.map(({ key, example: text }) => [key, text]));

/** Reads one plan like the template's example but for what is said here. */
const readPlan = (cells: Record<string, string>) => readPlans([{ plan_ref: 'P-1', ...cells }]);

const readPlans = (plans: Record<string, string>[]) =>
  readRegister(
    readHeader(registerColumnKeys),
    plans.map((plan) => registerColumnKeys.map((key) => ({ ...example, ...plan })[key] ?? '')),
    AS_AT,
  );

const told = (problems: RegisterProblem[]) =>
  problems.map(({ row, column, rule }) => `${row} ${column} ${rule}`);

const refusal = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return `${error.code}: ${error.detail}`;
    throw error;
  }
  return 'not refused';
};

describe('a row of the register', () => {
  it('that follows the template is taken as it is', () => {
    const { ready, rejected, problems } = readPlan({});
    expect({ rejected, problems }).toEqual({ rejected: [], problems: [] });
    expect(ready).toEqual([
      {
        row: 2,
        plan: {
          ...{ planRef: 'P-1', localAuthority: 'Ashbourne Vale', yearGroup: 5, age: 9 },
          ...{ primaryNeed: 'SLCN', settingType: 'mainstream-primary', socialCareStatus: 'none' },
          ...{ hasLearningDisability: false, firstIssuedOn: '2024-02-15' },
          ...{ latestIssuedOn: '2026-03-27', lastReviewOn: '2026-02-10', isTransferredIn: false },
          ...{ isTribunalOrdered: false, team: 'North', officerRef: 'SO-014', ceasedOn: null },
        },
      },
    ]);
  });

  it('may leave blank what is not known, and blank never means no unless the template says so', () => {
    const keys = ['age', 'primary_need', 'social_care_status', 'learning_disability'];
    const more = ['latest_issued_on', 'last_review_on', 'transferred_in', 'tribunal_ordered'];
    const blank = [...keys, ...more, 'team', 'officer_ref', 'ceased_on'].map((key) => [key, ' ']);
    const { ready, problems } = readPlan(Object.fromEntries(blank) as Record<string, string>);
    expect(told(problems)).toEqual(['2 primary_need unknown-need']);
    expect(ready[0]?.plan).toMatchObject({
      ...{ age: null, primaryNeed: null, socialCareStatus: 'unknown', hasLearningDisability: null },
      ...{ latestIssuedOn: '2024-02-15', lastReviewOn: null, isTransferredIn: false },
      ...{ isTribunalOrdered: false, team: null, officerRef: null, ceasedOn: null },
    });
  });

  it.each([
    ['primary_need', 'slcn', { primaryNeed: 'SLCN' }],
    ['primary_need', 'Speech, language & communication needs', { primaryNeed: 'SLCN' }],
    ['setting_type', 'Special School', { settingType: 'special-school' }],
    ['setting_type', 'RESOURCE BASE OR SEN UNIT', { settingType: 'resource-base' }],
    ['social_care_status', 'looked after', { socialCareStatus: 'looked-after' }],
    [
      'social_care_status',
      'Disabled children\u2019s team',
      { socialCareStatus: 'disabled-children-team' },
    ],
    ['learning_disability', 'Y', { hasLearningDisability: true }],
    ['tribunal_ordered', 'TRUE', { isTribunalOrdered: true }],
    ['first_issued_on', '3/9/2023', { firstIssuedOn: '2023-09-03' }],
    ['plan_ref', '\u00a0Cafe\u0301-1 ', { planRef: 'Café-1' }],
    ['team', 'North   and  East', { team: 'North and East' }],
    ['ceased_on', '2026-09-01', { ceasedOn: '2026-09-01' }],
  ])('may say %s as "%s"', (column, text, plan) => {
    const { ready, problems } = readPlan({ [column]: text });
    expect(problems).toEqual([]);
    expect(ready[0]?.plan).toMatchObject(plan);
  });

  it.each([
    ['primary_need', 'DS', 'need-counted-otherwise', { primaryNeed: 'OTH' }],
    ['primary_need', 'NSA', 'need-counted-otherwise', { primaryNeed: null }],
    ['age', '12', 'age-and-year', { age: 12 }],
    ['first_issued_on', '2014-08-31', 'before-plans-began', { firstIssuedOn: '2014-08-31' }],
  ])('with %s "%s" is taken in with the warning %s', (column, text, rule, plan) => {
    const { ready, problems } = readPlan({ [column]: text });
    expect(told(problems)).toEqual([`2 ${column} ${rule}`]);
    expect(ready[0]?.plan).toMatchObject(plan);
  });

  it('of a person of 25 is taken in with a warning, and one of 26 is not', () => {
    const of = (age: string) => readPlan({ year_group: '', age });
    expect(told(of('25').problems)).toEqual(['2 age aged-25']);
    expect(of('25').ready).toHaveLength(1);
    expect(told(of('26').problems)).toEqual(['2 age too-old']);
    expect(of('26').ready).toEqual([]);
  });

  it.each([
    ['plan_ref', '', 'missing'],
    ['plan_ref', 'Ellen', 'form'],
    ['plan_ref', 'P 1', 'form'],
    ['plan_ref', '=P1', 'form'],
    ['plan_ref', `P${'1'.repeat(40)}`, 'too-long'],
    ['local_authority', '', 'missing'],
    ['local_authority', '@SUM(A1)', 'form'],
    ['setting_type', '', 'missing'],
    ['setting_type', 'hospital', 'not-in-list'],
    ['primary_need', 'SPCH', 'not-in-list'],
    ['social_care_status', 'known', 'not-in-list'],
    ['transferred_in', 'perhaps', 'not-in-list'],
    ['year_group', '15', 'form'],
    ['age', '9.5', 'form'],
    ['officer_ref', 'Grace Lin', 'form'],
    ['team', '+North', 'form'],
    ['first_issued_on', '31/02/2025', 'not-a-date'],
    ['first_issued_on', '15/02/24', 'not-a-date'],
    ['first_issued_on', '2026-09-02', 'after-as-at'],
    ['last_review_on', '2026-09-02', 'after-as-at'],
    ['latest_issued_on', '2024-02-14', 'before-first-issue'],
    ['last_review_on', '2024-02-14', 'before-first-issue'],
    ['ceased_on', '2024-02-14', 'before-first-issue'],
  ])('with %s "%s" is kept out: %s', (column, text, rule) => {
    const { ready, rejected, problems } = readPlan({ [column]: text });
    expect(told(problems)).toEqual([`2 ${column} ${rule}`]);
    expect(ready).toEqual([]);
    expect(rejected).toHaveLength(1);
  });

  it('needs a year group or an age', () => {
    expect(told(readPlan({ year_group: '', age: '' }).problems)).toEqual([
      '2 year_group no-year-or-age',
    ]);
  });

  it.each([
    ['plan_ref', '943 476 5919', 'an NHS number'],
    ['plan_ref', 'EHC-9434765919', 'an NHS number'],
    ['plan_ref', 'H801200001001', 'a unique pupil number (UPN)'],
    ['team', 'ellen.ward@example.org', 'an e-mail address'],
    ['team', 'North, DE6 1AQ', 'a postcode'],
    ['officer_ref', '07700 900123', 'a telephone number'],
    ['age', '12/03/2014', 'a date of birth'],
    ['first_issued_on', '943 476 5919', 'an NHS number'],
    ['setting_type', 'AB 12 34 56 C', 'a National Insurance number'],
  ])('with a person’s data in %s tells so without repeating it: %s', (column, text, kind) => {
    const { ready, problems } = readPlan({ [column]: text });
    expect(told(problems)).toEqual([`2 ${column} personal-data`]);
    expect(problems[0]?.value).toBe(`a value that looks like ${kind}`);
    expect(JSON.stringify({ ready, problems })).not.toContain(text);
  });

  it('is told the nearest word of the list and all it may use', () => {
    const message = (column: string, text: string) =>
      readPlan({ [column]: text }).problems[0]?.message;
    expect(message('primary_need', 'ASC')).toMatch(
      /Did you mean ASD \(Autistic spectrum disorder\)\?/,
    );
    expect(message('primary_need', 'SCLN')).toMatch(/Did you mean SLCN/);
    expect(message('setting_type', 'specal school')).toMatch(/Did you mean special-school/);
    expect(message('primary_need', 'xyzzy')).toBe(
      'This is no primary need of the list. Use one of SPLD, MLD, SLD, PMLD, SEMH, SLCN, HI, VI, MSI, PD, ASD, OTH',
    );
  });

  it('that holds a long text is told by its length alone', () => {
    const { problems } = readPlan({ team: 'x'.repeat(1204) });
    expect(problems[0]).toMatchObject({ rule: 'too-long', value: 'a text of 1,204 characters' });
  });

  it('is told everything that is wrong with it at once', () => {
    const { problems } = readPlan({
      plan_ref: '',
      age: 'nine',
      primary_need: 'SPCH',
      ceased_on: '?',
    });
    expect(told(problems)).toEqual([
      '2 plan_ref missing',
      '2 age form',
      '2 primary_need not-in-list',
      '2 ceased_on not-a-date',
    ]);
  });
});

describe('the rows of a register together', () => {
  it('keep out every plan whose reference comes twice, and name the rows', () => {
    const { ready, rejected, problems } = readPlans([
      { plan_ref: 'P-1' },
      { plan_ref: 'P-2' },
      { plan_ref: ' P-1 ' },
    ]);
    expect(told(problems)).toEqual(['2 plan_ref repeated', '4 plan_ref repeated']);
    expect(problems[0]?.message).toBe('Rows 2 and 4 have the same plan reference. Keep one');
    expect(ready.map(({ plan }) => plan.planRef)).toEqual(['P-2']);
    expect(rejected).toEqual([
      { row: 2, planRef: 'P-1' },
      { row: 4, planRef: 'P-1' },
    ]);
  });

  it('are numbered as a spreadsheet does, also below rows without any text', () => {
    const header = readHeader(registerColumnKeys);
    const good = registerColumnKeys.map((key) => ({ ...example, plan_ref: 'P-1' })[key] ?? '');
    const { ready } = readRegister(header, [[''], ['', ' '], good], AS_AT);
    expect(ready.map(({ row }) => row)).toEqual([4]);
  });

  it('may be short of cells at their end, as Excel writes them, but not too long', () => {
    const header = readHeader(registerColumnKeys);
    const good = registerColumnKeys.map((key) => example[key] ?? '');
    expect(readRegister(header, [good.slice(0, 13)], AS_AT).ready).toHaveLength(1);
    expect(readRegister(header, [[...good, '', ' ']], AS_AT).ready).toHaveLength(1);
    expect(refusal(() => readRegister(header, [good, [...good, 'more']], AS_AT))).toBe(
      'rule-broken: Row 3 has 17 cells and the header has 16. A value that holds a separator must stand in quotation marks',
    );
  });

  it('must be there, and no more than can be taken', () => {
    const header = readHeader(registerColumnKeys);
    expect(refusal(() => readRegister(header, [['']], AS_AT))).toMatch(/no plans below it/);
    const many = Array.from({ length: registerLimits.rowsMax + 1 }, () => ['P-1']);
    expect(refusal(() => readRegister(header, many, AS_AT))).toMatch(/more than 60,000 plans/);
  });
});

describe('the header of a register', () => {
  const needed = registerColumns.filter(({ isNeeded }) => isNeeded).map(({ key }) => key);

  it('names the columns in any order and any writing, by key or by title', () => {
    const { places, unread } = readHeader([
      'Ceased',
      'PLAN REF',
      ...needed.filter((key) => key !== 'plan_ref').map((key) => ` ${key.replaceAll('_', '-')} `),
    ]);
    expect([...places].map(([{ key }, place]) => [place, key]).slice(0, 2)).toEqual([
      [0, 'ceased_on'],
      [1, 'plan_ref'],
    ]);
    expect(unread).toEqual([]);
  });

  it('tells which columns are left unread, and which of them hold a person’s data', () => {
    const { unread, leftOut } = readHeader([...needed, 'Surname', 'DOB', '', 'URN', 'a@b.example']);
    expect(unread).toEqual([
      { name: 'Surname', personal: 'a name' },
      { name: 'DOB', personal: 'a date of birth' },
      { name: 'URN', personal: null },
      { name: 'a column whose name is not shown', personal: null },
    ]);
    expect(leftOut).toContain('team');
  });

  it('never lets an unread column into what is read', () => {
    const header = readHeader([...registerColumnKeys, 'Surname']);
    const cells = [...registerColumnKeys.map((key) => example[key] ?? ''), 'Featherstone'];
    expect(JSON.stringify(readRegister(header, [cells], AS_AT))).not.toContain('Featherstone');
  });

  it.each([
    [[], /no header/],
    [['', ' '], /no header/],
    [['Ellen Ward', '943 476 5919'], /^rule-broken: The first row has none of the columns/],
    [needed.slice(1), /no column plan_ref \(plan reference\)\. Name the column/],
    [
      needed.slice(2),
      /no column plan_ref \(plan reference\) or local_authority \(local authority\)/,
    ],
    [[...needed, 'Plan reference'], /more than one column plan_ref\. Keep one/],
    [[...needed, ...Array.from({ length: 200 }, String)], /more than 200 columns/],
  ])('%j is refused: %s', (names, sentence) => {
    expect(refusal(() => readHeader(names))).toMatch(sentence);
  });

  it('never repeats what stands where the header should be', () => {
    expect(refusal(() => readHeader(['Ellen Ward', '943 476 5919']))).not.toMatch(/Ellen|943/);
  });
});
