import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aConsultation,
  aWholeDraft,
  ownAccountId,
  type Draft,
} from '../../support/builders/framework-draft.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

describe('consulting on a draft', () => {
  let service: Service;
  let joan: Visitor;

  beforeAll(async () => {
    service = await startService();
    joan = await service.signIn(people.joan);
  });
  afterAll(() => service.stop());

  const read = async (id: string) => (await joan.get<Draft>(`/api/framework-drafts/${id}`)).body;
  const save = ({ id, version }: Draft, definition: object) =>
    joan.put<Draft>(`/api/framework-drafts/${id}`, { definition, version });
  const open = (draft: Draft, wanted: object) =>
    joan.post<Draft>(`/api/framework-drafts/${draft.id}/consultation`, {
      ...{ closesOn: '2026-09-30', version: draft.version, ...wanted },
    });

  it('lets Dev read the draft and comment on a criterion, and nobody who is not named', async () => {
    const dev = await service.signIn(people.dev);
    const { id } = await aConsultation(service, await ownAccountId(dev));
    const path = `/api/framework-consultations/${id}`;
    const comment = { criterion: 'voice-own-words', text: 'Say how a child who signs is heard.' };
    const { status, body } = await dev.post<Draft>(`${path}/comments`, comment);
    expect(status).toBe(201);
    expect(body.said).toEqual([expect.objectContaining({ ...comment, writtenBy: 'Dev Patel' })]);
    expect((await read(id)).said).toEqual(body.said);
    const sam = await service.signIn(people.sam);
    expectProblem(await sam.get(path), 'not-found');
    expectProblem(await sam.post(`${path}/comments`, comment), 'not-found');
    const { body: mine } = await dev.get<{ drafts: Draft[] }>('/api/framework-consultations');
    expect(mine.drafts.map((draft) => draft.id)).toEqual([id]);
    const { body: others } = await sam.get<{ drafts: Draft[] }>('/api/framework-consultations');
    expect(others.drafts).toEqual([]);
  });

  it('keeps the draft as it is until it is taken back, and what was said after that', async () => {
    const dev = await service.signIn(people.dev);
    const draft = await aConsultation(service, await ownAccountId(dev));
    expectProblem(await save(draft, draft.definition), 'rule-broken', {
      detail: 'This draft is out for consultation. End the consultation before you change it.',
    });
    const path = `/api/framework-consultations/${draft.id}`;
    await dev.post(`${path}/comments`, { text: 'Clear and short.' });
    const { body: back } = await joan.post<Draft>(`/api/framework-drafts/${draft.id}/editing`, {
      version: draft.version,
    });
    expect(back).toMatchObject({ status: 'draft', said: [{ text: 'Clear and short.' }] });
    expectProblem(await dev.get(path), 'not-found');
    expect((await save(back, back.definition)).status).toBe(200);
  });

  it('asks only people who can sign in, until a day that can be kept', async () => {
    const draft = await aWholeDraft(service);
    const dev = await ownAccountId(await service.signIn(people.dev));
    for (const [wanted, path] of [
      [{ reviewerIds: ['00000000-0000-7000-8000-000000000000'] }, 'reviewerIds'],
      [{ reviewerIds: [dev], closesOn: '2026-09-14' }, 'closesOn'],
      [{ reviewerIds: [dev], closesOn: '2026-09-31' }, 'closesOn'],
      [{ reviewerIds: [dev], closesOn: '2027-09-14' }, 'closesOn'],
    ] as const)
      expectProblem(await open(draft, wanted), 'rule-broken', { path });
  });

  it('takes comments to the end of the last day, about criteria that are there', async () => {
    const dev = await service.signIn(people.dev);
    const draft = await aWholeDraft(service);
    const reviewerIds = [await ownAccountId(dev)];
    await open(draft, { reviewerIds, closesOn: '2026-09-15' });
    const path = `/api/framework-consultations/${draft.id}`;
    const comment = { criterion: 'no-such', text: 'Where is it?' };
    expectProblem(await dev.post(`${path}/comments`, comment), 'rule-broken', {
      path: 'criterion',
      detail: 'Choose a criterion of the draft',
    });
    const now = service.clock.now();
    service.clock.set(new Date('2026-09-15T23:01:00Z'));
    const later = await service.signIn(people.dev);
    expect((await later.get<Draft>(path)).body).toMatchObject({ isOpen: false });
    expectProblem(await later.post(`${path}/comments`, { text: 'Too late.' }), 'rule-broken');
    service.clock.set(now);
  });
});
