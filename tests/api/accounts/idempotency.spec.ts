import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { anAccount } from '../../support/builders/account.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

describe('a request that is sent twice under one key', () => {
  let service: Service;
  let helen: Visitor;

  beforeAll(async () => {
    service = await startService();
    helen = await service.signIn(people.helen);
  });
  afterAll(() => service.stop());

  const under = (key: string) => ({ headers: { 'idempotency-key': key } });
  const ida = (email: string) => ({ fullName: 'Ida Moss', email, roles: ['moderator'] });

  it('makes one account and gives the same answer again', async () => {
    const key = randomUUID();
    const body = ida('ida@example.org');
    const first = await helen.post('/api/accounts', body, under(key));
    const added = await addedToTrail(service.database, async () => {
      const again = await helen.post('/api/accounts', body, under(key));
      expect({ status: again.status, body: again.body }).toEqual({ status: 201, body: first.body });
    });
    expect(added).toEqual([]);
  });

  it('takes the parts of the body in any order and the key in capitals', async () => {
    const key = randomUUID();
    const { fullName, email, roles } = ida('ida.order@example.org');
    const first = await helen.post('/api/accounts', { fullName, email, roles }, under(key));
    const again = { roles, email, fullName };
    const second = await helen.post('/api/accounts', again, under(key.toUpperCase()));
    expect(second.body).toEqual(first.body);
  });

  it('makes one account when both arrive at the same moment', async () => {
    const key = randomUUID();
    const send = () => helen.post('/api/accounts', ida('ida.twice@example.org'), under(key));
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('is refused when the second says something else', async () => {
    const key = randomUUID();
    await helen.post('/api/accounts', ida('ida.first@example.org'), under(key));
    const other = await helen.post('/api/accounts', ida('ida.other@example.org'), under(key));
    expectProblem(other, 'idempotency-key-reused', {
      detail: 'This request was already sent with other content. Reload the page and try again.',
    });
  });

  it('is refused when the second asks for another act', async () => {
    const key = randomUUID();
    const { body } = await helen.post('/api/accounts', ida('ida.act@example.org'), under(key));
    const ending = await helen.post(
      `/api/accounts/${String(body.id)}/ending`,
      { version: 1 },
      under(key),
    );
    expectProblem(ending, 'idempotency-key-reused');
  });

  it('belongs to the person: another administrator’s same key is another request', async () => {
    const key = randomUUID();
    await helen.post('/api/accounts', ida('ida.mine@example.org'), under(key));
    const ellen = await service.signIn(await anAccount(service).forAdministrator().make());
    const hers = await ellen.post('/api/accounts', ida('ida.hers@example.org'), under(key));
    expect(hers.status).toBe(201);
  });

  it('may be sent again with the same key once what was wrong is put right', async () => {
    const key = randomUUID();
    const wrong = { ...ida('ida.wrong@example.org'), roles: ['auditor'] };
    expectProblem(await helen.post('/api/accounts', wrong, under(key)), 'rule-broken');
    const right = await helen.post('/api/accounts', { ...wrong, agency: 'health' }, under(key));
    expect(right.status).toBe(201);
  });

  it('changes and ends an account once', async () => {
    const { id, fullName, email, version } = await anAccount(service).make();
    const keys = [randomUUID(), randomUUID()] as const;
    const body = { fullName: `${fullName} Moss`, email, roles: ['moderator'], version };
    const change = () => helen.put(`/api/accounts/${id}`, body, under(keys[0]));
    expect((await change()).body).toEqual((await change()).body);
    const end = () =>
      helen.post(`/api/accounts/${id}/ending`, { version: version + 1 }, under(keys[1]));
    const ended = await end();
    expect(ended.body).toMatchObject({ status: 'ended', version: version + 2 });
    expect(await end()).toMatchObject({ status: 200, body: ended.body });
  });

  it('must carry a key at all', async () => {
    for (const key of ['', 'twice']) {
      const answer = await helen.post('/api/accounts', ida('ida.no.key@example.org'), under(key));
      expectProblem(answer, 'contract-broken', {
        path: 'Idempotency-Key',
        detail: 'Send the header Idempotency-Key with a UUID made for this request',
      });
    }
  });
});
