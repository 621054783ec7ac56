import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerColumnKeys } from '@app/shared/domain';
import { randomUUID } from 'node:crypto';
import { aReference, aRow, csvOf, SEPTEMBER, uploadFile } from '../../support/builders/register.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { everythingKept, plansIn, rowCounts } from '../../support/registers.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

type Uploaded = {
  id: string;
  status: string;
  rowsInFile: number;
  rowsReady: number;
  rowsRejected: number;
  errors: number;
  warnings: number;
  columnsUnread: { name: string; personal: string | null }[];
  columnsLeftOut: string[];
  outcome: Record<string, number>;
  firstRows: Record<string, unknown>[];
};

describe('uploading a register', () => {
  let service: Service;
  let ruth: Visitor;

  beforeAll(async () => {
    service = await startService();
    ruth = await service.signIn(people.ruth);
  });
  afterAll(() => service.stop());

  const upload = (file: string | Uint8Array<ArrayBuffer>, asAt?: string) =>
    uploadFile<Uploaded>(ruth, file, asAt);

  it('tells Ruth what was read and what confirming would do', async () => {
    const rows = [aRow({ plan_ref: 'T-1' }), aRow({ primary_need: '' }), aRow({ age: '30' })];
    const { status, body } = await upload(csvOf(rows));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ status: 'waiting', asAtOn: SEPTEMBER, uploadedBy: 'Ruth Osei' },
      ...{ rowsInFile: 3, rowsReady: 2, rowsRejected: 1, errors: 1, warnings: 1 },
      outcome: { new: 2, changed: 0, unchanged: 0, absent: 1500 },
      expiresAt: '2026-09-16T08:30:00.000Z',
    });
    expect(body.firstRows[0]).toMatchObject({ row: 2, planRef: 'T-1', primaryNeed: 'SLCN' });
    expect((await ruth.get(`/api/plan-registers/${body.id}`)).body).toEqual(body);
  });

  it('touches no plan and reads no plan’s place, whatever the file holds', async () => {
    const [before, counts] = [await plansIn(service.database), await rowCounts(service.database)];
    const known = await service.database.asOwner<{ plan_ref: string }>(
      'SELECT plan_ref FROM plans LIMIT 20',
    );
    const rows = known.map(({ plan_ref }) => aRow({ plan_ref, team: 'Changed' }));
    await upload(csvOf([...rows, ...Array.from({ length: 80 }, () => aRow())]));
    const after = await rowCounts(service.database);
    expect(after).toEqual({ ...counts, waiting: Number(counts.waiting) + 100 });
    expect(await plansIn(service.database)).toEqual(before);
  });

  it('leaves columns of personal data unread and names them', async () => {
    const columns = [...registerColumnKeys, 'Surname', 'Date of Birth', 'URN', 'NHS number'];
    const row = aRow({ Surname: 'Featherstone', 'Date of Birth': '12/03/2014', URN: '100000' });
    const { body } = await upload(csvOf([{ ...row, 'NHS number': '943 476 5919' }], columns));
    expect(body.columnsUnread).toEqual([
      { name: 'Surname', personal: 'a name' },
      { name: 'Date of Birth', personal: 'a date of birth' },
      { name: 'URN', personal: null },
      { name: 'NHS number', personal: 'an NHS number' },
    ]);
    const kept = await everythingKept(service.database);
    for (const personal of ['Featherstone', '12/03/2014', '943 476 5919', '9434765919'])
      expect(kept).not.toContain(personal);
  });

  it('refuses a row with a person’s data in a wanted column, and keeps the value nowhere', async () => {
    const row = aRow({ team: 'ring 07700 900321' });
    const { body } = await upload(csvOf([row, aRow({ plan_ref: '4010232137' })]));
    const { body: found } = await ruth.get<{ problems: { value: string; rule: string }[] }>(
      `/api/plan-registers/${body.id}/problems`,
    );
    expect(found.problems).toEqual([
      expect.objectContaining({
        ...{ row: 2, column: 'team', rule: 'personal-data' },
        value: 'a value that looks like a telephone number',
      }),
      expect.objectContaining({
        ...{ row: 3, column: 'plan_ref', rule: 'personal-data' },
        value: 'a value that looks like an NHS number',
      }),
    ]);
    const kept = await everythingKept(service.database);
    for (const personal of ['07700 900321', '4010232137']) expect(kept).not.toContain(personal);
  });

  it('tells which columns of the template were left out', async () => {
    const columns = registerColumnKeys.filter((key) => !['team', 'age'].includes(key));
    const { body } = await upload(csvOf([aRow()], columns));
    expect(body).toMatchObject({ columnsLeftOut: ['age', 'team'], rowsReady: 1 });
  });

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
    ['semicolons', (text: string) => Buffer.from(text.replaceAll('","', '";"'))],
    ['tabs', (text: string) => Buffer.from(text.replaceAll('","', '"\t"'))],
  ])('reads a file as spreadsheets save it: %s', async (_, encode) => {
    const file = encode(csvOf([aRow({ team: 'Équipe du Nord' })]));
    const { body } = await upload(new Uint8Array(file));
    expect(body.firstRows[0]).toMatchObject({ team: 'Équipe du Nord' });
  });

  it('counts rows as a spreadsheet does, also below a value of several lines', async () => {
    const { body } = await upload(csvOf([aRow({ team: 'North\nand South' }), aRow({ age: 'x' })]));
    const { body: found } = await ruth.get<{ problems: unknown[] }>(
      `/api/plan-registers/${body.id}/problems`,
    );
    expect(found.problems).toEqual([expect.objectContaining({ row: 3, column: 'age' })]);
  });

  it.each<[string, string | Uint8Array<ArrayBuffer>, RegExp]>([
    ['an empty file', '', /^The file is empty/],
    ['a workbook', 'PK\u0003\u0004rest of it', /^This is an Excel workbook/],
    ['a PDF', '%PDF-1.7 and more', /^This is a PDF/],
    ['a picture', new Uint8Array([0x89, 0x50, 0, 0, 0, 13]), /^This is not a CSV file/],
    ['a page', '<html><body>Sign in</body></html>', /none of the columns that are needed/],
    ['a file without a header', csvOf([aRow()]).split('\r\n')[1] ?? '', /none of the columns/],
    ['a header alone', csvOf([]), /a header and no plans/],
    ['a column missing', csvOf([aRow()], registerColumnKeys.slice(1)), /no column plan_ref/],
    [
      'a column twice',
      csvOf([aRow()], [...registerColumnKeys, 'Team']),
      /more than one column team/,
    ],
    ['a row too long', `${csvOf([aRow()])},"more"`, /^Row 2 has 17 cells and the header has 16/],
    ['an open quotation mark', `${csvOf([aRow()])}\r\n"P-1,`, /^Row 3 cannot be read/],
    ['too many rows', csvOf([aRow()]) + '\r\nP-1'.repeat(60_000), /more than 60,000 plans/],
  ])('answers %s with a sentence, and keeps nothing', async (_, file, sentence) => {
    const before = await rowCounts(service.database);
    const answer = await upload(file);
    expectProblem(answer, 'rule-broken', {
      detail: expect.stringMatching(sentence) as unknown as string,
      path: 'file',
    });
    expect(await rowCounts(service.database)).toEqual(before);
  });

  it('refuses what is too large or no CSV', async () => {
    const large = new Uint8Array(20 * 1024 * 1024 + 1).fill(65);
    expectProblem(await upload(large), 'too-large', {
      detail: 'The file is larger than 20 MB. Upload fewer rows at once.',
    });
    for (const type of ['application/json', 'text/plain', 'multipart/form-data'])
      expectProblem(
        await uploadFile(ruth, '{}', SEPTEMBER, { 'content-type': type }),
        'wrong-media-type',
      );
  });

  it('takes no CSV where JSON belongs', async () => {
    const options = { rawBody: csvOf([aRow()]), headers: { 'content-type': 'text/csv' } };
    expectProblem(
      await ruth.post(`/api/plan-registers/${randomUUID()}/discarding`, undefined, options),
      'wrong-media-type',
    );
  });

  it.each([
    ['2026-02-30', 'contract-broken', 'Enter the as-at date as a real date'],
    ['1/9/2026', 'contract-broken', 'Enter the as-at date as a real date'],
    ['2026-09-16', 'rule-broken', 'The as-at date must be today or earlier'],
    [
      '2026-03-31',
      'rule-broken',
      'A register as at 29 June 2026 has been confirmed already. Upload one with that as-at date or a later one',
    ],
  ] as const)('refuses the as-at date %s', async (asAt, code, detail) => {
    expectProblem(await upload(csvOf([aRow()]), asAt), code, { detail, path: 'asAt' });
  });

  it('goes on record with counts alone', async () => {
    const reference = aReference();
    const [entry, ...more] = await addedToTrail(service.database, () =>
      upload(csvOf([aRow({ plan_ref: reference }), aRow({ plan_ref: 'no number' })])),
    );
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      act: 'plans.upload-register',
      details: { asAt: SEPTEMBER, ready: 1, rejected: 1, warnings: 0 },
    });
    expect(JSON.stringify(entry)).not.toContain(reference);
  });

  it('sent twice makes one upload', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const file = csvOf([aRow()]);
    const first = await uploadFile(ruth, file, SEPTEMBER, headers);
    expect((await uploadFile(ruth, file, SEPTEMBER, headers)).body).toEqual(first.body);
  });

  it('of fifteen thousand rows takes a few seconds', async () => {
    const rows = Array.from({ length: 15_000 }, () => aRow());
    const before = performance.now();
    const { body } = await upload(csvOf(rows));
    expect(body).toMatchObject({ rowsReady: 15_000, outcome: { new: 15_000 } });
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});

describe('the problems of an upload', () => {
  let service: Service;
  let ruth: Visitor;
  let id: string;

  beforeAll(async () => {
    service = await startService();
    ruth = await service.signIn(people.ruth);
    const wrong = Array.from({ length: 60 }, () => aRow({ age: 'nine', officer_ref: '=Grace()' }));
    const { body } = await uploadFile<Uploaded>(
      ruth,
      csvOf([...wrong, aRow({ primary_need: '' })]),
    );
    ({ id } = body);
  });
  afterAll(() => service.stop());

  interface Found {
    problems: { row: number; column: string; rule: string }[];
    total: number;
    page: number;
    pages: number;
    columns: string[];
    rules: string[];
  }
  const find = async (query: string) =>
    (await ruth.get<Found>(`/api/plan-registers/${id}/problems${query}`)).body;

  it('are read in pages, in the order of the file', async () => {
    const first = await find('');
    expect(first).toMatchObject({ total: 121, page: 1, pages: 3 });
    expect(first.problems).toHaveLength(50);
    expect(first.problems[0]).toMatchObject({ row: 2, column: 'age', rule: 'form' });
    expect((await find('?page=3')).problems.at(-1)).toMatchObject({ row: 62 });
  });

  it('can be narrowed to a column or a check', async () => {
    const all = await find('');
    expect(all.columns).toEqual(['age', 'officer_ref', 'primary_need']);
    expect(all.rules).toEqual(['form', 'unknown-need']);
    expect((await find('?column=officer_ref')).total).toBe(60);
    expect((await find('?rule=unknown-need')).problems).toEqual([
      expect.objectContaining({ row: 62, column: 'primary_need' }),
    ]);
    expect((await find('?column=age&rule=unknown-need')).total).toBe(0);
  });

  it('leave as a file that a spreadsheet does not run', async () => {
    const response = await ruth.file(`/api/plan-registers/${id}/problems.csv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="register-problems-2026-09-01.csv"',
    );
    const lines = response.text.split('\r\n');
    expect(lines[0]).toBe('\uFEFFrow,column,column_title,value,level,check,what_to_do');
    expect(lines[2]).toMatch(/^2,officer_ref,Officer reference,'=Grace\(\),error,/);
    expect(lines).toHaveLength(123);
  });

  it('are those of this upload alone', async () => {
    const missing = randomUUID();
    for (const path of ['', '/problems', '/problems.csv', '/absent'])
      expectProblem(await ruth.get(`/api/plan-registers/${missing}${path}`), 'not-found');
  });
});

describe('the template', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('has the columns and one row as an example, and can be uploaded as it is', async () => {
    const ruth = await service.signIn(people.ruth);
    const { text, headers } = await ruth.file('/api/plans/template.csv');
    expect(headers.get('content-disposition')).toMatch(/plan-register-template\.csv/);
    expect(text.trimEnd().split('\r\n')).toHaveLength(2);
    expect(text).toContain(registerColumnKeys.join(','));
    const { body } = await uploadFile<Uploaded>(ruth, text);
    expect(body).toMatchObject({ rowsReady: 1, errors: 0, warnings: 0, columnsUnread: [] });
  });
});
