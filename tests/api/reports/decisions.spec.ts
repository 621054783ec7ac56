import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aDraft,
  AUTUMN_BEFORE,
  aPublishedReport,
  changeReport,
  closeTheQuarters,
  oneDecision,
  WINTER,
  type Report,
} from '../../support/builders/reports.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { trailOf } from '../../support/trail.js';
import type { Answer, Visitor } from '../../support/visitor.js';

describe('a decision that a report asks for', () => {
  let service: Service;
  let ruth: Visitor;
  let published: Report;

  beforeAll(async () => {
    service = await startService();
    await closeTheQuarters(service);
    ruth = await service.signIn(people.ruth);
    published = await aPublishedReport(service, AUTUMN_BEFORE);
  });
  afterAll(() => service.stop());

  const record = (fields: Record<string, unknown> = {}, number = 1): Promise<Answer<Report>> =>
    ruth.post(`/api/reports/${published.id}/decisions/${number}`, {
      ...{ outcome: 'agreed', note: 'From November', decidedOn: '2026-09-14', version: 1 },
      ...fields,
    });

  it('is not recorded for a day that is still to come, or that is none', async () => {
    expectProblem(await record({ decidedOn: '2026-09-16' }), 'rule-broken', {
      path: 'decidedOn',
      detail: 'The day of the decision must be 15 September 2026 or before',
    });
    expectProblem(await record({ decidedOn: '2026-02-30' }), 'rule-broken', {
      path: 'decidedOn',
      detail: 'Enter a real date for the day of the decision',
    });
  });

  it('names nobody in its note', async () => {
    expectProblem(await record({ note: 'Ask head@school.example about it' }), 'rule-broken', {
      path: 'note',
      detail:
        'This looks as if it had an e-mail address in it. Take it out: a report is read by many and never changes',
    });
  });

  it('is not one that the report does not ask for, nor one of a draft', async () => {
    expectProblem(await record({}, 3), 'not-found');
    expectProblem(await record({}, Number.NaN), 'not-found');
    const draft = await aDraft(ruth, WINTER);
    await changeReport(ruth, draft, { decisions: [oneDecision] });
    const answer = await ruth.post(`/api/reports/${draft.id}/decisions/1`, {
      ...{ outcome: 'agreed', decidedOn: '2026-09-14', version: 1 },
    });
    expectProblem(answer, 'rule-broken', {
      detail: 'This report is a draft. Publish it before a decision on it is recorded.',
    });
  });

  it('is recorded with what the subgroup made of it, which leaves the report as it was', async () => {
    const { status, body } = await record();
    expect(status).toBe(200);
    expect(body.decisions).toEqual([
      {
        ...{ number: 1, text: oneDecision.text, owner: oneDecision.owner, outcome: 'agreed' },
        ...{ note: 'From November', decidedOn: '2026-09-14', version: 2 },
      },
    ]);
    expect({ report: body.report, hash: body.hash }).toEqual({
      ...{ report: published.report, hash: published.hash },
    });
    expect((await trailOf(service.database)).at(-1)).toMatchObject({
      act: 'reports.record-decision',
      details: { quarter: AUTUMN_BEFORE, number: 1, outcome: 'agreed', decidedOn: '2026-09-14' },
    });
  });

  it('is put right by whoever saw what is recorded', async () => {
    expectProblem(await record({ outcome: 'deferred' }), 'stale-version');
    const { body } = await record({ outcome: 'deferred', note: null, version: 2 });
    expect(body.decisions[0]).toMatchObject({ outcome: 'deferred', note: null, version: 3 });
  });

  it('opens the next report, with what became of it', async () => {
    const draft = await aDraft(ruth, WINTER);
    const { body } = await ruth.post<Report>(`/api/reports/${draft.id}/recompiling`, {
      version: draft.version,
    });
    expect(body.report.lastDecisions).toEqual({
      quarter: AUTUMN_BEFORE,
      decisions: [
        {
          ...{ text: oneDecision.text, owner: oneDecision.owner },
          taken: { outcome: 'deferred', note: null, decidedOn: '2026-09-14' },
        },
      ],
    });
    const before = new Set(published.report.weakest.map(({ key }) => key));
    const counted = body.report.weakest.map(({ key, inARow }) => [before.has(key), inARow > 1]);
    expect(counted.every(([was, isCounted]) => was === isCounted)).toBe(true);
    expect(counted.length).toBe(5);
  });

  it('leads a reader from the home page to the latest report in one click', async () => {
    const alan = await service.signIn(people.alan);
    const { body } = await alan.get<{ waiting: object[] }>('/api/home');
    expect(body.waiting).toEqual([
      {
        ...{ key: 'latest-report', title: 'Latest learning report: Oct to Dec 2024', count: 1 },
        link: `/reports/${published.id}`,
      },
    ]);
  });
});
