import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { flatTemplate } from '@app/shared/domain';
import { readFileSync } from 'node:fs';
import {
  aKind,
  importAddress,
  uploadTo,
  type Draft,
} from '../../support/builders/framework-draft.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

describe('a table of a council', () => {
  let service: Service;
  let joan: Visitor;
  let ruth: Visitor;

  beforeAll(async () => {
    service = await startService();
    joan = await service.signIn(people.joan);
    ruth = await service.signIn(people.ruth);
  });
  afterAll(() => service.stop());

  const upload = (file: string | Buffer, address = '/api/framework-drafts/imports') =>
    uploadTo(ruth, address, file, 'text/csv');
  const draftOf = async (id: string) => (await joan.get<Draft>(`/api/framework-drafts/${id}`)).body;
  const brackendale = readFileSync(
    new URL('../../support/councils/brackendale.csv', import.meta.url),
  );

  it('of another shape becomes a draft: five grades, six domains, two agencies', async () => {
    const kind = aKind();
    const address = importAddress({ kind, title: 'How good are Brackendale’s plans?' });
    const { status, body } = await upload(brackendale, address);
    expect(status).toBe(201);
    expect(body.newAgencies).toEqual([
      { key: 'community-health-trust', title: 'Community Health Trust' },
    ]);
    const { definition, faults, title } = await draftOf(body.id);
    expect(title).toBe('How good are Brackendale’s plans?');
    expect(definition.agencies).toEqual([
      { key: 'education', title: 'Education' },
      ...body.newAgencies,
    ]);
    expect(definition.scale.grades.map(({ label, points, from }) => [label, points, from])).toEqual(
      [
        ['Exemplary', 5, 4.5],
        ['Strong', 4, 3.5],
        ['Sound', 3, 2.5],
        ['Emerging', 2, 1.5],
        ['Not yet evident', 1, 0],
      ],
    );
    expect(
      definition.domains.map(({ key, weight, criteria }) => [key, weight, criteria.length]),
    ).toEqual([
      ['hearing-the-child', 22, 3],
      ['knowing-the-needs', 18, 2],
      ['aiming-high', 17, 2],
      ['support-that-can-be-counted-on', 17, 2],
      ['joined-up', 9, 2],
      ['ready-for-what-comes', 17, 2],
    ]);
    expect(definition.domains[1]?.criteria[0]).toMatchObject({
      ...{ title: 'Every need has a home', leadAgency: 'community-health-trust', critical: true },
      ...{ question: 'Is each need in the advice found in the plan?', sections: ['B', 'C'] },
      descriptors: { sound: 'Most needs.' },
    });
    const flags = body.flags.map(({ where, sentence }) => `${where}: ${sentence}`);
    expect(flags).toEqual(
      expect.arrayContaining([
        'domain weight: Ready for what comes had no weight and got the average of the others.',
        'lead, rows 10 and 12: No lead is given, so the agency named first leads.',
        'sections, rows 4, 12 and 14: No sections are given, so the criterion looks at the whole plan.',
        'Not yet evident, rows 4 and 12: What Not yet evident looks like is not written yet.',
        expect.stringMatching(/^Grades: The file gives no bands, so they lie midway/),
      ]),
    );
    expect(faults.map(({ path }) => path)).toEqual([
      'purpose',
      ...['domains.0.criteria.2', 'domains.4.criteria.1'].map(
        (path) => `${path}.descriptors.not-yet-evident`,
      ),
    ]);
  });

  it('is refused by row and column', async () => {
    const wrong = brackendale.toString('utf8').replace('3,Yes', 'three,Perhaps');
    const answer = await upload(wrong, importAddress());
    expectProblem(answer, 'rule-broken');
    expect(answer.body).toMatchObject({
      errors: [
        { path: 'row 2, weight', message: 'A weight is a whole number from 1 to 10' },
        { path: 'row 2, critical', message: 'Use yes or no' },
      ],
    });
  });

  it('needs to be told what no row can say', async () => {
    const answer = await upload(brackendale);
    expectProblem(answer, 'contract-broken');
    expect(answer.body).toMatchObject({
      errors: [
        { path: 'kind', message: 'Enter a key for what is audited' },
        { path: 'title', message: 'Enter what the framework is called' },
        { path: 'unit', message: 'Choose what one audit looks at' },
        { path: 'unitTitle', message: 'Enter what one audit looks at, in words' },
      ],
    });
  });

  it('may be the template as it is', async () => {
    const { text, headers } = await ruth.file('/api/framework-drafts/template.csv');
    expect(headers.get('content-disposition')).toMatch(/framework-template\.csv/);
    expect(text).toContain(flatTemplate[0]?.join(','));
    const { status, body } = await upload(text, importAddress());
    expect({ status, newAgencies: body.newAgencies }).toEqual({ status: 201, newAgencies: [] });
    expect((await draftOf(body.id)).definition.domains.map(({ weight }) => weight)).toEqual([
      ...[60, 40],
    ]);
  });
});
