import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOf, anAccount, type MadePerson } from '../../support/builders/account.js';
import {
  anAudit,
  fillIn,
  open,
  readScoring,
  scoringOf,
  submitWhole,
} from '../../support/builders/scoring.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

describe('what the lead does with a scoring', () => {
  let service: Service;
  let ruth: Visitor;
  let helen: Visitor;
  let priya: Visitor;
  let amina: MadePerson;

  beforeAll(async () => {
    service = await startService();
    ruth = await service.signIn(people.ruth);
    helen = await service.signIn(people.helen);
    priya = await service.signIn(people.priya);
    // Before Amina is there, so that every scoring for health is Priya's.
    await anAudit(service, ruth);
    amina = await anAccount(service).named('Amina Yusuf').forAuditor('health').by(helen).make();
  });
  afterAll(() => service.stop());

  const reassign = (id: string, auditorId: string, version: number) =>
    ruth.post(`/api/scorings/${id}/reassignment`, { auditorId, version });
  const withdraw = (id: string, version: number) =>
    ruth.post(`/api/scorings/${id}/withdrawal`, { reason: 'not-returned', version });

  it('gives it to another auditor: the answers stay, and the history knows whose they were', async () => {
    const audit = await anAudit(service, ruth);
    const { id } = scoringOf(audit, 'health');
    await fillIn(priya, id, 'health');
    const { version } = await readScoring(priya, id);
    expect((await reassign(id, amina.id, version)).status).toBe(204);
    expectProblem(await priya.get(`/api/scorings/${id}`), 'not-found');
    const visitor = await service.signIn(amina);
    expect((await readScoring(visitor, id)).form).toBeNull();
    const form = await open(visitor, id);
    expect(form.answers.length).toBeGreaterThan(18);
    expect((await submitWhole(visitor, id, 'health')).status).toBe(200);
    const savers = await service.database.asOwner<{ name: string }>(
      `SELECT DISTINCT a.full_name AS name FROM answer_history h JOIN accounts a ON a.id = h.saved_by
        WHERE h.scoring_id = $1 ORDER BY name`,
      [id],
    );
    expect(savers.map(({ name }) => name)).toEqual(['Amina Yusuf', 'Priya Nair']);
  });

  it('gives it to nobody who must not have it', async () => {
    const audit = await anAudit(service, ruth);
    const { id, version, auditor } = scoringOf(audit, 'health');
    const dev = await accountOf(helen, people.dev);
    const refusals: [string, string][] = [
      [dev.id, 'This person audits for another agency. Choose an auditor of the same agency'],
      [auditor?.id ?? '', 'This person has the scoring already. Choose another auditor'],
      [(await accountOf(helen, people.alan)).id, 'Choose an auditor from the list'],
    ];
    for (const [auditorId, detail] of refusals) {
      const answer = await reassign(id, auditorId, version);
      expectProblem(answer, 'rule-broken', { path: 'auditorId', detail });
    }
    expectProblem(await reassign(id, amina.id, version + 1), 'stale-version');
  });

  it('withdraws it from the due date on and not before, and the audit then waits for moderation', async () => {
    const audit = await anAudit(service, ruth);
    const health = scoringOf(audit, 'health');
    expectProblem(await withdraw(health.id, health.version), 'rule-broken', {
      detail: 'This scoring is due on 30 September 2026 and can be withdrawn from that day on.',
    });
    const today = { dueOn: '2026-09-15', version: audit.version };
    expect((await ruth.put(`/api/audits/${audit.id}/due-date`, today)).status).toBe(204);
    const dev = await service.signIn(people.dev);
    const sam = await service.signIn(people.sam);
    await submitWhole(dev, scoringOf(audit, 'education').id, 'education');
    await submitWhole(sam, scoringOf(audit, 'social-care').id, 'social-care');
    const added = await addedToTrail(service.database, async () => {
      expect((await withdraw(health.id, health.version)).status).toBe(204);
    });
    expect(added).toMatchObject([
      {
        act: 'audits.withdraw-scoring',
        details: { reason: 'not-returned', auditState: 'awaiting-moderation', agency: 'health' },
      },
    ]);
    expect(await readScoring(priya, health.id)).toMatchObject({ state: 'withdrawn' });
    const answer = { value: 'Late', seenVersion: 0 };
    const late = await priya.put(`/api/scorings/${health.id}/answers/strength/health`, answer);
    expectProblem(late, 'rule-broken', {
      detail: 'The audit lead has withdrawn this scoring, so nothing more is saved in it.',
    });
    expectProblem(await withdraw(health.id, health.version + 1), 'rule-broken', {
      detail: 'This scoring has been withdrawn and stays as it is.',
    });
  });

  it('sets a due date that lies ahead and in the quarter', async () => {
    const { id, version } = await anAudit(service, ruth);
    const set = (dueOn: string) => ruth.put(`/api/audits/${id}/due-date`, { dueOn, version });
    for (const dueOn of ['2026-09-14', '2026-10-01']) {
      expectProblem(await set(dueOn), 'rule-broken', {
        path: 'dueOn',
        detail: 'Due date must be from today to 30 September 2026',
      });
    }
    expectProblem(await set('2026-02-30'), 'rule-broken', {
      path: 'dueOn',
      detail: 'Enter a real date for the due date',
    });
    expect((await set('2026-09-29')).status).toBe(204);
    expectProblem(await set('2026-09-28'), 'stale-version');
  });

  it('sees nothing of what was scored in the list of progress', async () => {
    const audit = await anAudit(service, ruth);
    await fillIn(priya, scoringOf(audit, 'health').id, 'health', { evidence: 'heron' });
    const round = await service.database.asOwner<{ round_id: string }>(
      'SELECT round_id FROM audits WHERE id = $1',
      [audit.id],
    );
    const { text } = await ruth.file(`/api/rounds/${round[0]?.round_id ?? ''}/audits`);
    expect(text).toContain('"in-progress"');
    expect(text).not.toMatch(/heron|"good"/);
  });
});

describe('what waits for an auditor', () => {
  it('is on the home page, with the first due date', async () => {
    const service = await startService();
    try {
      const priya = await service.signIn(people.priya);
      const { body } = await priya.get<{ waiting: unknown[] }>('/api/home');
      expect(body.waiting).toEqual([
        {
          key: 'audits-to-score',
          title: 'Audits that wait for your scoring, the first due on 30 September 2026',
          ...{ count: 15, link: '/scorings' },
        },
      ]);
      const { body: open } = await priya.get<{ scorings: unknown[] }>('/api/scorings?state=open');
      const { body: submitted } = await priya.get<{ scorings: unknown[] }>(
        '/api/scorings?state=submitted',
      );
      // 14 of the open round, of the four closed ones all but one, and the documents of the round of advice.
      expect([open.scorings.length, submitted.scorings.length]).toEqual([15, 14 + 119 + 12]);
    } finally {
      await service.stop();
    }
  });
});
