import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditProgressResponse } from '@app/shared/contracts';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { atOneMoment } from '../../support/at-one-moment.js';
import {
  anAudit,
  fillIn,
  readScoring,
  save,
  scoringOf,
  submitWhole,
} from '../../support/builders/scoring.js';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

describe('when two meet at one audit', () => {
  let service: Service;
  let dev: Visitor;
  let sam: Visitor;
  let audit: AuditProgressResponse;

  beforeAll(async () => {
    service = await startService();
    dev = await service.signIn(people.dev);
    sam = await service.signIn(people.sam);
  });
  beforeEach(async () => {
    audit = await anAudit(service);
  });
  afterAll(() => service.stop());

  const idOf = (agency: string) => scoringOf(audit, agency).id;
  const lockOf = (table: string, id: string) =>
    `SELECT FROM ${table} WHERE id = '${id}' FOR NO KEY UPDATE`;

  async function submission(auditor: Visitor, agency: string, key: string = randomUUID()) {
    const { version } = await readScoring(auditor, idOf(agency));
    const options = { headers: { 'idempotency-key': key } };
    return () => auditor.post(`/api/scorings/${idOf(agency)}/submission`, { version }, options);
  }

  it('the last two agencies submit, and the audit waits for moderation once', async () => {
    const priya = await service.signIn(people.priya);
    await submitWhole(priya, idOf('health'), 'health');
    await fillIn(dev, idOf('education'), 'education');
    await fillIn(sam, idOf('social-care'), 'social-care');
    const answers = await atOneMoment(service.database, lockOf('audits', audit.id), [
      await submission(dev, 'education'),
      await submission(sam, 'social-care'),
    ]);
    expect(answers.map(({ body }) => body.auditState).sort()).toEqual([
      'awaiting-moderation',
      'open',
    ]);
  });

  it('one submission sent twice gets one answer', async () => {
    await fillIn(sam, idOf('social-care'), 'social-care');
    const submit = await submission(sam, 'social-care');
    const [first, second] = await atOneMoment(
      service.database,
      lockOf('scorings', idOf('social-care')),
      [submit, submit],
    );
    expect(first?.status).toBe(200);
    expect(second?.body).toEqual(first?.body);
  });

  it('an answer either comes before the submission or is refused', async () => {
    const id = idOf('social-care');
    await fillIn(sam, id, 'social-care');
    const line = { kind: 'strength', key: 'care', value: 'At the last moment.', seenVersion: 1 };
    const [submitted, saved] = await atOneMoment(service.database, lockOf('scorings', id), [
      await submission(sam, 'social-care'),
      () => save(sam, id, line),
    ]);
    expect(submitted?.status).toBe(200);
    const { form } = await readScoring(sam, id);
    const kept = form?.answers.find(({ kind, key }) => kind === 'strength' && key === 'care');
    expect(kept?.version).toBe(saved?.status === 200 ? 2 : 1);
  });
});

describe('the application’s role', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it.each([
    'DELETE FROM answers',
    'UPDATE answers SET key = key',
    'UPDATE answer_history SET value = value',
    'DELETE FROM answer_history',
    'UPDATE scorings SET audit_id = audit_id',
    'DELETE FROM scorings',
    'UPDATE audits SET register_facts = register_facts',
    'DELETE FROM audits',
    'UPDATE conflicts SET kind = kind',
    'DELETE FROM conflicts',
  ])('may not %s', async (sql) => {
    await expect(service.app.get(DataSource).query(sql)).rejects.toThrow(/permission denied/);
  });

  it.each([
    [
      `UPDATE scorings SET state = 'open', submitted_at = NULL, submission_key = NULL WHERE state = 'submitted'`,
    ],
    [
      `UPDATE answers n SET version = n.version + 1 FROM scorings s WHERE s.id = n.scoring_id AND s.state = 'submitted'`,
    ],
    [
      `INSERT INTO answers (scoring_id, kind, key, sections, version, saved_at)
       SELECT id, 'strength', 'more', '{}', 1, now() FROM scorings WHERE state = 'submitted'`,
    ],
    [
      `INSERT INTO answers (scoring_id, kind, key, sections, version, saved_at)
       SELECT id, 'strength', 'early', '{}', 1, now() FROM scorings WHERE state = 'open' AND opened_at IS NULL`,
    ],
  ])('nor its owner may %s', async (sql) => {
    await expect(service.app.get(DataSource).query(sql)).rejects.toThrow(/never change/);
    await expect(service.database.asOwner(sql)).rejects.toThrow(/never change/);
  });
});
