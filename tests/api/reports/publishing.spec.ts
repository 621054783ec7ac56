import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentHash, figuresOf } from '@app/shared/domain';
import { randomUUID } from 'node:crypto';
import {
  aDraft,
  aPublishedReport,
  changeReport,
  closeTheQuarters,
  makeReport,
  oneDecision,
  publishReport,
  readReport,
  reportList,
  WINTER,
  AUTUMN_BEFORE,
} from '../../support/builders/reports.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { trailOf } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

describe('the learning report of a quarter', () => {
  let service: Service;
  let ruth: Visitor;
  let nadia: Visitor;
  let alan: Visitor;

  beforeAll(async () => {
    service = await startService();
    await closeTheQuarters(service);
    ruth = await service.signIn(people.ruth);
    nadia = await service.signIn(people.nadia);
    alan = await service.signIn(people.alan);
  });
  afterAll(() => service.stop());

  const newest = async (act: string) =>
    (await trailOf(service.database)).filter((entry) => entry.act === act).at(-1);

  it('is offered to the lead for each closed quarter, the latest first', async () => {
    const { toReport } = await reportList(ruth);
    expect(toReport.map(({ quarter }) => quarter).slice(0, 2)).toEqual([WINTER, AUTUMN_BEFORE]);
    expect((await reportList(alan)).toReport).toEqual([]);
  });

  it('is made of closed rounds only', async () => {
    expectProblem(await makeReport(ruth, '2026-27-Q2'), 'rule-broken', {
      detail:
        'The routine round of Jul to Sep 2026 (Q2 2026-27) is not closed yet. Close it first: a report is made of closed rounds only.',
    });
  });

  it('is compiled as a draft that nobody but the lead reads', async () => {
    const answer = await makeReport(ruth);
    expect(answer.status).toBe(201);
    const { id, state, report } = answer.body;
    expect({ state, edition: report.edition, publishedOn: report.publishedOn }).toEqual({
      ...{ state: 'draft', edition: 1, publishedOn: null },
    });
    expect(figuresOf(report as never).length).toBeGreaterThan(100);
    expect((await alan.get(`/api/reports/${id}`)).status).toBe(404);
    expect((await alan.get(`/api/reports/${id}/report.pdf`)).status).toBe(404);
    expect((await alan.get(`/api/reports/${id}/tables/grades/table.csv`)).status).toBe(404);
    const { reports } = await reportList(alan);
    expect(reports.filter(({ quarter }) => quarter === WINTER)).toEqual([]);
    expect(await newest('reports.make-report')).toMatchObject({
      details: { frameworkKind: 'ehc-plan', quarter: WINTER, edition: 1 },
    });
  });

  it('has one draft at a time', async () => {
    await aDraft(ruth);
    expectProblem(await makeReport(ruth), 'already-taken', {
      detail: 'There is a draft of this report already. Go on with that one.',
    });
  });

  it('marks what the lead writes as the lead’s, and keeps the rest as drawn from the numbers', async () => {
    const draft = await aDraft(ruth);
    const { body } = await changeReport(ruth, draft, {
      ...{ better: 'Health has caught up.\nThe template is in use.', decisions: [oneDecision] },
    });
    expect(body.report.better).toEqual({
      statements: [],
      leadsWords: ['Health has caught up.', 'The template is in use.'],
    });
    expect(body.report.notBetter.leadsWords).toBeNull();
    expect(body.report.decisionsAsked).toEqual([oneDecision]);
    expect(body.drafted.better).toBe(draft.drafted.better);
    const back = await changeReport(ruth, body, { better: draft.drafted.better });
    expect(back.body.report.better.leadsWords).toBeNull();
  });

  it('takes nothing that looks as if it named a person, and no evidence that is not there', async () => {
    const draft = await aDraft(ruth);
    expectProblem(
      await changeReport(ruth, draft, { headline: 'Ring 07700 900123 about this.' }),
      'rule-broken',
      {
        ...{ path: 'headline' },
        detail:
          'This looks as if it had a telephone number in it. Take it out: a report is read by many and never changes',
      },
    );
    const decisions = [{ ...oneDecision, section: 'weather' }];
    expectProblem(await changeReport(ruth, draft, { decisions }), 'rule-broken', {
      ...{ path: 'decisions.0.section', detail: 'Choose a section from the list' },
    });
  });

  it('is not changed by somebody who saw an older version', async () => {
    const draft = await aDraft(ruth);
    await changeReport(ruth, draft);
    expectProblem(await changeReport(ruth, draft), 'stale-version');
    expectProblem(await publishReport(ruth, draft), 'stale-version');
  });

  it('is compiled anew without losing what the lead wrote', async () => {
    const draft = await aDraft(ruth);
    const { body: changed } = await changeReport(ruth, draft, { headline: 'Half are good.' });
    const { status, body } = await ruth.post<typeof changed>(
      `/api/reports/${draft.id}/recompiling`,
      { version: changed.version },
    );
    expect(status).toBe(200);
    expect(body.report.headline.leadsWords).toEqual(['Half are good.']);
    expect(body.version).toBe(changed.version + 1);
  });

  it('is frozen when it is published: its hash is over all that is read', async () => {
    const { id, hash, report, state } = await aPublishedReport(service);
    expect(state).toBe('published');
    expect(report.publishedOn).toBe('2026-09-15');
    for (const reader of [alan, nadia, ruth]) {
      const read = await readReport(reader, id);
      expect(read.report).toEqual(report);
      expect(contentHash(read.report)).toBe(hash);
    }
    expect(await newest('reports.publish-report')).toMatchObject({ details: { hash } });
  });

  it('never changes after that, not even by the owner of the tables', async () => {
    const { id, version } = await aPublishedReport(service);
    const sentence =
      'This report is published and does not change. To put something right, make a new edition.';
    for (const answer of [
      await changeReport(ruth, { id, version }),
      await publishReport(ruth, { id, version }),
      await ruth.post(`/api/reports/${id}/recompiling`, { version }),
    ]) {
      expectProblem(answer, 'rule-broken', { detail: sentence });
    }
    for (const sql of [
      `UPDATE learning_reports SET what_changed = 'x' WHERE id = $1`,
      `DELETE FROM learning_reports WHERE id = $1`,
      `UPDATE report_decisions SET text = 'x' WHERE report_id = $1`,
      `DELETE FROM report_decisions WHERE report_id = $1`,
      `INSERT INTO report_decisions (report_id, number, text, owner) VALUES ($1, 3, 'x', 'y')`,
    ]) {
      await expect(service.database.asOwner(sql, [id])).rejects.toThrow(/never change/);
    }
  });

  it('gives the same PDF, byte for byte, and each of its tables as a file', async () => {
    const { id, report } = await aPublishedReport(service);
    const read = async () => {
      const { text, headers } = await alan.file(`/api/reports/${id}/report.pdf`);
      return { text, name: headers.get('content-disposition') };
    };
    const first = await read();
    expect(first.text.slice(0, 8)).toBe('%PDF-1.7');
    expect(first.name).toBe(
      `attachment; filename="learning-report-ehc-plan-2024-25-Q4-edition-${report.edition}.pdf"`,
    );
    service.clock.advance(60);
    const again = await read();
    expect(again.name).toBe(first.name);
    expect(again.text === first.text).toBe(true);
    const { text } = await alan.file(`/api/reports/${id}/tables/standard/table.csv`);
    expect(text.split('\r\n')[0]).toBe(
      '\ufeffMeasure,Plans,Share (95% confidence interval),Change',
    );
    expect((await alan.get(`/api/reports/${id}/tables/weather/table.csv`)).status).toBe(404);
  });

  it('is corrected by a new edition, which says what it changes', async () => {
    const before = await aPublishedReport(service);
    const { body: draft } = await makeReport(ruth);
    expect(draft.report.edition).toBe(before.report.edition + 1);
    expect(draft.report.decisionsAsked).toEqual([oneDecision]);
    expectProblem(await publishReport(ruth, draft), 'rule-broken', {
      detail: `This is edition ${draft.report.edition}. Say what it changes before you publish it.`,
    });
    const after = await aPublishedReport(service);
    expect(after.report.whatChanged).toBe('One audit was counted twice.');
    expect((await readReport(alan, before.id)).replacedBy).toBe(after.id);
    expect((await readReport(alan, after.id)).replacedBy).toBeNull();
    const { reports } = await reportList(alan);
    expect(reports.filter(({ isReplaced }) => !isReplaced).map(({ id }) => id)).toContain(after.id);
  });

  it('is made and published once, however often the request is sent', async () => {
    const once = { headers: { 'idempotency-key': randomUUID() } };
    const made = await makeReport(ruth, AUTUMN_BEFORE, once);
    const again = await makeReport(ruth, AUTUMN_BEFORE, once);
    expect(again.body.id).toBe(made.body.id);
    const published = { headers: { 'idempotency-key': randomUUID() } };
    const first = await publishReport(ruth, made.body, published);
    expect(first.status).toBe(200);
    expect((await publishReport(ruth, made.body, published)).body).toEqual(first.body);
  });
});
