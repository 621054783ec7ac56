import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook, referenceDefinitions, writeWorkbook } from '@app/backend/testing';
import {
  inSchemaOrder,
  toSheets,
  type FrameworkDefinition,
  type WrittenSheet,
} from '@app/shared/domain';
import {
  aKind,
  aWholeDraft,
  importAddress,
  planDefinition,
  uploadTo,
  type Draft,
} from '../../support/builders/framework-draft.js';
import { planFramework } from '../../support/builders/framework.js';
import { onePerRole, people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

const JSON_TYPE = 'application/json';
const CSV_TYPE = 'text/csv';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const IMPORTS = '/api/framework-drafts/imports';

let service: Service;
let joan: Visitor;
let ruth: Visitor;

beforeAll(async () => {
  service = await startService();
  joan = await service.signIn(people.joan);
  ruth = await service.signIn(people.ruth);
});
afterAll(() => service.stop());

const upload = (file: string | Buffer, mediaType: string, address = IMPORTS, visitor = joan) =>
  uploadTo(visitor, address, file, mediaType);

const draftOf = async (id: string) => (await joan.get<Draft>(`/api/framework-drafts/${id}`)).body;

/** The EHC plan audit as a draft of a kind that no other test has. */
async function ofAnotherKind(): Promise<FrameworkDefinition> {
  return { ...(await planDefinition(joan)), kind: aKind() };
}

const workbookOf = (definition: FrameworkDefinition, change?: (sheets: WrittenSheet[]) => void) => {
  const sheets = toSheets(definition);
  change?.(sheets);
  return writeWorkbook(sheets);
};

describe('a framework as a file', () => {
  it.each(onePerRole)('is kept by $fullName as JSON in the documented form', async (person) => {
    const visitor = await service.signIn(person);
    const file = await visitor.file(`/api/frameworks/${await planFramework(visitor)}/file`);
    expect(file.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="ehc-plan-version-1.json"',
    );
    const [plan] = referenceDefinitions().frameworks;
    const written = inSchemaOrder(plan as FrameworkDefinition);
    expect(file.text).toBe(`${JSON.stringify(written, null, 2)}\n`);
  });

  it('is kept as a workbook with one sheet for each domain', async () => {
    const { bytes, headers } = await ruth.file(
      `/api/frameworks/${await planFramework(ruth)}/file?format=xlsx`,
    );
    expect(headers.get('content-type')).toBe(XLSX_TYPE);
    expect(headers.get('content-disposition')).toMatch(/"ehc-plan-version-1\.xlsx"$/);
    const names = (await readWorkbook(bytes)).map(({ name }) => name);
    const { domains } = await planDefinition(ruth);
    expect(names).toEqual(expect.arrayContaining(domains.map(({ shortTitle }) => shortTitle)));
    expect(names).toHaveLength(10 + domains.length);
  });

  it('of a draft is for its editors alone', async () => {
    const { id, kind } = await aWholeDraft(service);
    const address = `/api/framework-drafts/${id}/file`;
    const { headers } = await ruth.file(`${address}?format=xlsx`);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="${kind}-draft-of-version-1.xlsx"`,
    );
    const priya = await service.signIn(people.priya);
    expectProblem(await priya.get(address), 'not-permitted');
    expectProblem(await priya.get(`/api/frameworks/${id}/file`), 'not-found');
    expectProblem(await ruth.get(`${address}?format=pdf`), 'contract-broken', { path: 'format' });
  });
});

describe('a file that left the service', () => {
  it('becomes a draft that says the same: JSON', async () => {
    const definition = await ofAnotherKind();
    const { status, body } = await upload(JSON.stringify(definition), JSON_TYPE);
    expect(status).toBe(201);
    expect(body).toMatchObject({ flags: [], newAgencies: [] });
    const draft = await draftOf(body.id);
    expect(draft).toMatchObject({ status: 'draft', basedOn: null, faults: [] });
    expect(draft.definition).toEqual(definition);
  });

  it('becomes a draft that says the same: a workbook', async () => {
    const definition = await ofAnotherKind();
    const { status, body } = await upload(await workbookOf(definition), XLSX_TYPE);
    expect({ status, flags: body.flags }).toEqual({ status: 201, flags: [] });
    expect((await draftOf(body.id)).definition).toEqual(definition);
  });

  it('becomes the draft of the version in use, and there is one draft', async () => {
    const version = await planFramework(joan);
    const { bytes } = await joan.file(`/api/frameworks/${version}/file?format=xlsx`);
    const [entry, ...more] = await addedToTrail(service.database, () =>
      upload(bytes, XLSX_TYPE, IMPORTS, ruth),
    );
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      act: 'frameworks.start-draft',
      details: { kind: 'ehc-plan', number: 2, origin: 'file' },
    });
    const { body } = await joan.get<{ drafts: Draft[] }>('/api/framework-drafts');
    const draft = body.drafts.find(({ kind }) => kind === 'ehc-plan');
    expect(draft?.basedOn).toEqual({ id: version, number: 1 });
    expectProblem(await upload(bytes, XLSX_TYPE), 'already-taken');
    await joan.post(`/api/framework-drafts/${draft?.id ?? ''}/discarding`, { version: 1 });
  });
});

describe('an edited file', () => {
  it('tells what is left to do by the cell it is about', async () => {
    const bytes = await workbookOf(await ofAnotherKind(), (sheets) => {
      type(sheets, 'Domains', 2, 'weight', 90);
      type(sheets, 'Voice', 3, 'Inadequate', null);
    });
    const { status, body } = await upload(bytes, XLSX_TYPE);
    expect(status).toBe(201);
    expect(body.flags).toEqual([
      {
        where: 'Voice!V3',
        sentence: 'Say what Inadequate looks like for “Clear who is speaking”.',
      },
      {
        where: 'Domains!A1',
        sentence: expect.stringMatching(/^The weights of the domains sum to/),
      },
    ]);
    expect((await draftOf(body.id)).faults).toHaveLength(2);
  });

  it('is refused with every cell that is wrong, and no draft', async () => {
    const definition = await ofAnotherKind();
    const bytes = await workbookOf(definition, (sheets) => {
      type(sheets, 'Voice', 2, 'agencies', 'Police');
      type(sheets, 'Voice', 4, 'weight', 'x');
      type(sheets, 'Caps', 2, 'ceiling', 'Brilliant');
      type(sheets, 'Needs', 1, 'Outstanding', null);
    });
    const answer = await upload(bytes, XLSX_TYPE);
    expectProblem(answer, 'rule-broken', {
      detail:
        'The file was not taken in, because of 4 places. Put right what is listed and choose the file again.',
    });
    const keys = 'education, health, social-care';
    expect(answer.body).toMatchObject({
      errors: [
        { path: 'Voice!E2', message: `There is no agency “Police”. There are: ${keys}` },
        { path: 'Voice!G4', message: '“x” is not understood. Give a whole number from 1 to 10' },
        { path: 'Needs!S1', message: 'This column has no name. Name it, or take it out' },
        { path: 'Caps!F2', message: expect.stringMatching(/^There is no grade “Brilliant”/) },
      ],
    });
    const { body } = await joan.get<{ drafts: Draft[] }>('/api/framework-drafts');
    expect(body.drafts.map(({ kind }) => kind)).not.toContain(definition.kind);
  });

  it.each<[string, (definition: Record<string, unknown>) => unknown, string, string]>([
    ['a part that is missing', (one) => delete one.caps, 'caps', 'This is missing. Give it'],
    [
      'a part nobody knows',
      (one) => (one.colour = 'red'),
      'colour',
      'There is no such part. Take it out',
    ],
    [
      'a text too long',
      (one) => (one.title = 'T'.repeat(61)),
      'title',
      'Use 60 characters or fewer',
    ],
    ['a unit nobody knows', (one) => (one.unit = 'child'), 'unit', 'Use one of: plan, document'],
    ['a list that is none', (one) => (one.facts = 'none'), 'facts', 'This must be a list'],
    [
      'a rule in prose',
      ({ domains }) => {
        const criterion = (domains as FrameworkDefinition['domains'])[0]?.criteria[0];
        Object.assign(criterion ?? {}, { applicability: { mode: 'rule', notWhen: 'Early.' } });
      },
      'domains.0.criteria.0.applicability',
      'This has none of the forms that the format knows. See the description of the format',
    ],
  ])('as JSON is refused by its path with %s', async (_, change, path, message) => {
    const definition = structuredClone(await ofAnotherKind()) as unknown as Record<string, unknown>;
    change(definition);
    const answer = await upload(JSON.stringify(definition), JSON_TYPE);
    expectProblem(answer, 'rule-broken');
    expect(answer.body).toMatchObject({ errors: [{ path, message }] });
  });

  it.each<[string, string | Buffer, string, RegExp]>([
    [
      'JSON with a fault',
      '{"kind": "x",\n"title" "y"}',
      JSON_TYPE,
      /^This is not JSON: line 2 cannot be read/,
    ],
    ['nothing', '', JSON_TYPE, /^The file is empty/],
    ['UTF-16', Buffer.from([0xff, 0xfe, 0x7b]), JSON_TYPE, /^This is not a file of JSON/],
    ['lists without end', '['.repeat(100_000), JSON_TYPE, /^The file has lists inside lists/],
    ['a table sent as a workbook', 'domain,criterion', XLSX_TYPE, /^This is not an Excel workbook/],
    [
      'a workbook sent as a table',
      'PK\u0003\u0004',
      CSV_TYPE,
      /^This is an Excel workbook and not a CSV file/,
    ],
  ])('is refused when it cannot be read: %s', async (_, file, mediaType, sentence) => {
    const answer = await upload(file, mediaType, importAddress());
    expectProblem(answer, 'rule-broken', {
      detail: expect.stringMatching(sentence) as unknown as string,
      path: 'file',
    });
  });

  it('is refused when it is too large or of another kind', async () => {
    expectProblem(await upload('x'.repeat(2 * 1024 * 1024 + 1), JSON_TYPE), 'too-large');
    for (const other of ['text/plain', 'application/pdf', 'multipart/form-data'])
      expectProblem(await upload('{}', other), 'wrong-media-type');
    const definition = JSON.stringify(await ofAnotherKind());
    expectProblem(await upload(definition, JSON_TYPE, `${IMPORTS}/`), 'wrong-media-type');
  });
});

/** Types into a cell, as a person would; the last column where none is named. */
function type(
  sheets: readonly WrittenSheet[],
  name: string,
  row: number,
  column: string,
  cell: string | number | null,
): void {
  const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const place = (rows[0] ?? []).indexOf(column);
  const cells = rows[row - 1];
  if (!cells || place < 0) throw new Error(`there is no ${column} in row ${row} of ${name}`);
  cells[place] = cell;
}
