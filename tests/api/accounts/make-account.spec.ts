import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAccount } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

describe('making an account', () => {
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService();
    helen = await service.signIn(people.helen);
  });
  afterAll(() => service.stop());

  const make = (wanted: Record<string, unknown>) =>
    helen.post('/api/accounts', {
      ...{ fullName: 'Maya Cole', email: 'maya.cole@example.org', roles: ['report-reader'] },
      ...wanted,
    });

  it('makes an auditor for health who cannot sign in until she has set a password', async () => {
    const answer = await make({
      email: 'Maya.Health@Example.org',
      roles: ['moderator', 'auditor'],
      agency: 'health',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      fullName: 'Maya Cole',
      email: 'maya.health@example.org',
      roles: ['auditor', 'moderator'],
      agency: { key: 'health', title: 'Health' },
      staffRef: null,
      status: 'invited',
      isDemo: false,
      lastSignedInAt: null,
      version: 1,
    });
    expect((await helen.get(`/api/accounts/${String(answer.body.id)}`)).body).toEqual(answer.body);
  });

  const rules: [string, Record<string, unknown>, string, string][] = [
    [
      'an auditor without an agency',
      { roles: ['auditor'] },
      'agency',
      'Choose the agency this auditor scores for',
    ],
    [
      'a SEND officer without a staff reference',
      { roles: ['send-officer'] },
      'staffRef',
      'Enter the staff reference that the plan register uses for this SEND officer',
    ],
    ['nobody in particular', { roles: [] }, 'roles', 'Choose at least one role'],
    [
      'an agency that is not in the list',
      { roles: ['auditor'], agency: 'police' },
      'agency',
      'Choose an agency from the list',
    ],
  ];

  it.each(rules)('refuses %s', async (_, wanted, path, detail) => {
    expectProblem(await make(wanted), 'rule-broken', { path, detail });
  });

  const forms: [string, Record<string, unknown>, string, string][] = [
    ['no name', { fullName: '   ' }, 'fullName', 'Enter the person’s full name'],
    [
      'a name of 121 characters',
      { fullName: 'm'.repeat(121) },
      'fullName',
      'Full name must be 120 characters or fewer',
    ],
    [
      'a name padded with characters that do not show',
      { fullName: `Maya${'\uFE0F'.repeat(120)}` },
      'fullName',
      'Full name must be 120 characters or fewer',
    ],
    [
      'a name with a character no database keeps',
      { fullName: 'Maya\u0000Cole' },
      'fullName',
      'The text has a character that cannot be kept. Type it again',
    ],
    [
      'an e-mail address without @',
      { email: 'maya.example.org' },
      'email',
      'Enter an e-mail address in the correct form, like name@example.org',
    ],
    ['a role it does not know', { roles: ['owner'] }, 'roles', 'Choose roles from the list'],
    [
      'the same role twice',
      { roles: ['moderator', 'moderator'] },
      'roles',
      'Choose each role once',
    ],
    [
      'a staff reference with a space',
      { roles: ['send-officer'], staffRef: 'SO 99' },
      'staffRef',
      'Staff reference must be letters, numbers, full stops, dashes, slashes or underscores, with no spaces',
    ],
    [
      'a part it does not know',
      { isDemo: true },
      'isDemo',
      'The request has a part that the service does not know: isDemo',
    ],
  ];

  it.each(forms)('refuses a request with %s', async (_, wanted, path, detail) => {
    expectProblem(await make(wanted), 'contract-broken', { path, detail });
  });

  it('names every field that is wrong at once', async () => {
    const { body } = await make({ fullName: '', email: 'no', roles: 'auditor' });
    expect((body.errors as { path: string }[]).map(({ path }) => path)).toEqual([
      'fullName',
      'email',
      'roles',
    ]);
  });

  it('tidies a name: no space around it, letters composed', async () => {
    const answer = await make({ fullName: '  Zoe\u0308 Cole ', email: 'zoe@example.org' });
    expect(answer.body.fullName).toBe('Zoë Cole');
  });

  it('refuses a second account under one e-mail address, whatever its capitals', async () => {
    expectProblem(await make({ email: 'Priya.Nair@ashbourne-vale.example' }), 'already-taken', {
      path: 'email',
      detail: 'Another account already uses this e-mail address',
    });
  });

  it('refuses a second account under one staff reference', async () => {
    expectProblem(await make({ roles: ['send-officer'], staffRef: 'SO-014' }), 'already-taken', {
      path: 'staffRef',
      detail: 'Another account already uses this staff reference',
    });
  });

  it('makes one of two accounts that are wanted under one address at the same moment', async () => {
    const both = ['Una', 'Una M'].map((fullName) =>
      make({ fullName, email: 'una@example.org', roles: ['moderator'] }),
    );
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('gives a new account to someone who left and comes back', async () => {
    const left = await anAccount(service).by(helen).forOfficer('SO-700').ended().make();
    const { id, ...again } = (
      await make({ email: left.email, roles: ['send-officer'], staffRef: 'SO-700' })
    ).body;
    expect(again).toMatchObject({ email: left.email, staffRef: 'SO-700', status: 'invited' });
    expect(id).not.toBe(left.id);
  });

  it('writes nothing when it refuses', async () => {
    const count = () => service.database.asOwner(`SELECT count(*) FROM accounts`);
    const before = await count();
    await make({ email: people.tom.email });
    await make({ roles: ['auditor'] });
    expect(await count()).toEqual(before);
  });
});
