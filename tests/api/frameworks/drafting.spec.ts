import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FrameworkDefinition } from '@app/shared/domain';
import {
  aDraft,
  aKind,
  aPublishedKind,
  aWholeDraft,
  FIRST_DAY,
  planDefinition,
  saved,
  type Draft,
} from '../../support/builders/framework-draft.js';
import { planFramework } from '../../support/builders/framework.js';
import { openTheYear, routine } from '../../support/builders/round.js';
import { onePerRole, people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { trailOf } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

describe('drafting a framework', () => {
  let service: Service;
  let joan: Visitor;
  let ruth: Visitor;

  beforeAll(async () => {
    service = await startService();
    joan = await service.signIn(people.joan);
    ruth = await service.signIn(people.ruth);
  });
  afterAll(() => service.stop());

  const read = async (id: string) => (await joan.get<Draft>(`/api/framework-drafts/${id}`)).body;
  const save = ({ id, version }: Draft, definition: object) =>
    joan.put<Draft>(`/api/framework-drafts/${id}`, { definition, version });
  const publish = ({ id, version }: Draft, from = FIRST_DAY) =>
    joan.post(`/api/framework-drafts/${id}/publication`, { from, version });

  it('starts from a published version, and says so', async () => {
    const version = await planFramework(joan);
    const { status, body } = await joan.post<Draft>('/api/framework-drafts', { basedOn: version });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ kind: 'ehc-plan', number: 2, status: 'draft', basedOn: { id: version, number: 1 } },
      ...{ editedBy: 'Joan Kerr', version: 1, faults: [], said: [], reviewers: [] },
    });
    expect(body.definition).toEqual(await planDefinition(joan));
    const again = await ruth.post('/api/framework-drafts', { basedOn: version });
    expectProblem(again, 'already-taken', {
      detail: 'This framework has a draft already. Go on with that one, or discard it first.',
    });
    const { body: list } = await ruth.get<{ drafts: Draft[] }>('/api/framework-drafts');
    expect(list.drafts).toContainEqual(expect.objectContaining({ id: body.id, criteria: 43 }));
    await joan.post(`/api/framework-drafts/${body.id}/discarding`, { version: 1 });
    expectProblem(await joan.get(`/api/framework-drafts/${body.id}`), 'not-found');
  });

  it('starts from nothing, and asks for what a framework cannot do without', async () => {
    const refused = await joan.post('/api/framework-drafts', {});
    expectProblem(refused, 'contract-broken');
    expect(refused.body).toMatchObject({
      errors: [
        { path: 'kind', message: 'Enter a key for what is audited' },
        { path: 'title', message: 'Enter what the framework is called' },
        { path: 'unit', message: 'Choose what one audit looks at' },
        { path: 'unitTitle', message: 'Enter what one audit looks at, in words' },
      ],
    });
    const { definition, faults } = await aDraft(service);
    expect(definition.domains).toEqual([]);
    expect(definition.scale.grades.map(({ label }) => label)).toEqual([
      ...['Outstanding', 'Good', 'Requires improvement', 'Inadequate'],
    ]);
    expect(faults).toContainEqual({ path: 'domains', message: expect.any(String) });
    // Each fault has the words of a rule, none those of the validator of the form.
    for (const { message } of faults) expect(message).not.toMatch(/^must /);
  });

  it('keeps what is unfinished, and says what keeps it from being published', async () => {
    const draft = await aWholeDraft(service);
    const definition = structuredClone(draft.definition);
    const [domain] = definition.domains;
    const [criterion] = domain?.criteria ?? [];
    if (!domain || !criterion) throw new Error('the draft has no criterion');
    domain.weight += 3;
    criterion.question = '';
    criterion.descriptors.good = '';
    const { faults, version } = await saved(joan, draft, definition);
    expect(version).toBe(draft.version + 1);
    expect(faults).toEqual(
      expect.arrayContaining([
        {
          path: 'domains',
          message: 'The weights of the domains sum to 103. Make them sum to 100',
        },
        { path: 'domains.0.criteria.0.question', message: 'Enter a text' },
        expect.objectContaining({ path: 'domains.0.criteria.0.descriptors.good' }),
      ]),
    );
    expect((await read(draft.id)).definition).toEqual(definition);
    const refused = await publish(await read(draft.id));
    expectProblem(refused, 'rule-broken');
    expect(refused.body.errors).toEqual(faults);
  });

  it('refuses a change made on an older draft, another kind, and what is no framework', async () => {
    const draft = await aWholeDraft(service);
    await saved(joan, draft, draft.definition);
    expectProblem(await save(draft, draft.definition), 'stale-version');
    const present = await read(draft.id);
    expectProblem(await save(present, { ...draft.definition, kind: 'other' }), 'rule-broken');
    const broken = { ...draft.definition, domains: [{ title: 'No key' }] };
    const refused = await save(present, broken);
    expectProblem(refused, 'contract-broken');
    expect((refused.body as { errors?: { path: string }[] }).errors).toContainEqual({
      path: 'definition.domains.0.key',
      message: 'This is missing. Give it',
    });
  });

  it('is for the audit lead and the framework editor', async () => {
    const { id } = await aDraft(service);
    for (const person of onePerRole) {
      const visitor = await service.signIn(person);
      const { status } = await visitor.get(`/api/framework-drafts/${id}`);
      const mayEdit = [people.ruth.email, people.joan.email].includes(person.email);
      expect([person.fullName, status]).toEqual([person.fullName, mayEdit ? 200 : 403]);
      expectProblem(await visitor.get(`/api/frameworks/${id}`), 'not-found');
    }
  });

  it('publishes from a day on, for good, and puts it on record', async () => {
    const draft = await aWholeDraft(service);
    for (const [from, message] of [
      ['2026-09-14', 'A version is in force from today or a later day'],
      ['2026-02-30', 'Enter a real date'],
      ['2028-01-01', 'Enter a day within a year from now'],
    ] as const)
      expectProblem(await publish(draft, from), 'rule-broken', { path: 'from', detail: message });
    expect((await publish(draft)).status).toBe(204);
    const { body } = await joan.get(`/api/frameworks/${draft.id}`);
    expect(body).toMatchObject({ number: 1, status: 'published', publishedFrom: FIRST_DAY });
    expectProblem(await save(draft, draft.definition), 'not-found');
    await expect(
      service.database.asOwner(
        `UPDATE framework_versions SET published_from = '2026-11-01' WHERE id = $1`,
        [draft.id],
      ),
    ).rejects.toThrow();
    const entries = (await trailOf(service.database)).filter(
      ({ subject_id: id }) => id === draft.id,
    );
    expect(entries.map(({ act }) => act)).toEqual([
      'frameworks.start-draft',
      'frameworks.change-draft',
      'frameworks.publish-framework-version',
    ]);
  });

  it('never takes the key of a criterion that was retired', async () => {
    const first = await aWholeDraft(service);
    await publish(first, '2026-09-15');
    const without = (key: string, { domains, ...rest }: FrameworkDefinition) => ({
      ...rest,
      domains: domains.map((domain) => ({
        ...domain,
        criteria: domain.criteria.filter((one) => one.key !== key),
      })),
    });
    const next = async () =>
      (await joan.post<Draft>('/api/framework-drafts', { basedOn: first.id })).body;
    const second = await next();
    const retiring = await saved(joan, second, without('voice-own-words', second.definition));
    await publish(retiring, '2026-09-15');
    const third = await next();
    expect(third.number).toBe(3);
    expect(third.faults).toEqual([
      {
        path: expect.stringMatching(/^domains\.\d+\.criteria\.\d+\.key$/),
        message:
          '“voice-own-words” was the key of a criterion that has been retired. Give this one another key',
      },
    ]);
  });

  it('is in force for rounds of quarters that begin on its day or later', async () => {
    const kind = aKind();
    const plan = await planDefinition(joan);
    const start = async (basedOn?: string) => {
      const about = { kind, title: 'Local audit', unit: 'plan', unitTitle: 'one plan' };
      const wanted = basedOn ? { basedOn } : about;
      const { body } = await joan.post<Draft>('/api/framework-drafts', wanted);
      return saved(joan, body, { ...plan, kind });
    };
    const one = await start();
    await publish(one, '2026-09-15');
    const two = await start(one.id);
    await publish(two, FIRST_DAY);
    await openTheYear(service);
    const open = (quarter: string, dueOn: string, { id }: Draft) =>
      ruth.post('/api/rounds', routine({ quarter, dueOn, frameworkVersionId: id }));
    expectProblem(await open('2026-27-Q2', '2026-09-30', two), 'rule-broken', {
      detail:
        'This version is in force from 1 October 2026, after this quarter has begun. Choose the version in force',
    });
    expectProblem(await open('2026-27-Q3', '2026-12-18', one), 'rule-broken', {
      detail: 'Version 2 has taken the place of this one. Choose version 2',
    });
    expect((await open('2026-27-Q2', '2026-09-30', one)).status).toBe(201);
    expect((await open('2026-27-Q3', '2026-12-18', two)).status).toBe(201);
  });

  it('brings agencies that the partnership does not have, and never one of them twice', async () => {
    const draft = await aWholeDraft(service);
    const { agencies } = draft.definition;
    const withAgency = (key: string, title: string) => ({
      ...draft.definition,
      agencies: [...agencies, { key, title }],
      domains: draft.definition.domains.map((domain) => ({
        ...domain,
        criteria: domain.criteria.map((one) => ({ ...one, agencies: [...one.agencies, key] })),
      })),
    });
    const twice = await saved(joan, draft, withAgency('nhs', agencies[1]?.title ?? ''));
    expectProblem(await publish(twice), 'rule-broken');
    const named = await saved(joan, twice, withAgency('youth-justice', 'Youth justice'));
    expect((await publish(named)).status).toBe(204);
    const { body } = await joan.get<{ agencies: { key: string }[] }>('/api/agencies');
    expect(body.agencies.at(-1)).toEqual({ key: 'youth-justice', title: 'Youth justice' });
    const helen = await service.signIn(people.helen);
    const account = { fullName: 'Ola Berg', email: 'ola.berg@example.org', roles: ['auditor'] };
    const made = await helen.post('/api/accounts', { ...account, agency: 'youth-justice' });
    expect(made.status).toBe(201);
  });

  it('takes a retired version out of use, once', async () => {
    const id = await aPublishedKind(service, '2026-09-15');
    const retire = () => joan.post(`/api/frameworks/${id}/retirement`);
    expect((await retire()).status).toBe(204);
    expect((await joan.get(`/api/frameworks/${id}`)).body).toMatchObject({ status: 'retired' });
    expectProblem(await retire(), 'rule-broken');
    const round = routine({ frameworkVersionId: id });
    expectProblem(await ruth.post('/api/rounds', round), 'rule-broken', {
      detail: 'Choose a published framework from the list',
    });
  });
});
