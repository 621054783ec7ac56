import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnswerResponse, SavedAnswersResponse } from '@app/shared/contracts';
import { randomUUID } from 'node:crypto';
import { atOneMoment } from '../../support/at-one-moment.js';
import {
  answerIn,
  anAudit,
  everyAnswer,
  fillIn,
  formOf,
  open,
  readScoring,
  save,
  scoringOf,
  type SentAnswer,
} from '../../support/builders/scoring.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { transactionsOf } from '../../support/statements.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

const under = (key: string) => ({ headers: { 'idempotency-key': key } });

describe('saving an answer', () => {
  let service: Service;
  let sam: Visitor;
  let id: string;

  beforeAll(async () => {
    service = await startService();
    sam = await service.signIn(people.sam);
  });
  beforeEach(async () => {
    id = scoringOf(await anAudit(service), 'social-care').id;
    await open(sam, id);
  });
  afterAll(() => service.stop());

  const grade = (value: unknown, seenVersion: number, evidence?: string): SentAnswer => ({
    ...{ kind: 'criterion', key: 'care-needs-specified', value, seenVersion },
    ...(evidence === undefined ? {} : { evidence }),
  });
  const saved = async (kind = 'criterion', key = 'care-needs-specified') =>
    answerIn(await formOf(sam, id), kind, key);
  const history = (): Promise<{ value: unknown; version: number; saved_by: string }[]> =>
    service.database.asOwner(
      `SELECT value, version, saved_by FROM answer_history WHERE scoring_id = $1 ORDER BY version`,
      [id],
    );

  it('made on an older version is refused, and shows what is saved now', async () => {
    await save(sam, id, grade('good', 0));
    await save(sam, id, grade('outstanding', 1, 'Section D is exemplary.'));
    const answer = await save(sam, id, grade('inadequate', 1));
    expect(answer).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    expect(answer.body.present).toEqual([
      {
        ...{ kind: 'criterion', key: 'care-needs-specified', value: 'outstanding' },
        ...{ evidence: 'Section D is exemplary.', sections: [], version: 2 },
        savedAt: expect.stringMatching(/^2026-/),
      },
    ]);
    expect(await saved()).toMatchObject({ value: 'outstanding', version: 2 });
  });

  it('keeps every value it ever had, and who saved it', async () => {
    await save(sam, id, grade('good', 0));
    await save(sam, id, grade(null, 1));
    await save(sam, id, grade('inadequate', 2));
    const rows = await history();
    expect(rows.map(({ value, version }) => [value, version])).toEqual([
      ['good', 1],
      [null, 2],
      ['inadequate', 3],
    ]);
    expect(new Set(rows.map((row) => row.saved_by)).size).toBe(1);
  });

  it('leaves no entry in the trail', async () => {
    expect(await addedToTrail(service.database, () => save(sam, id, grade('good', 0)))).toEqual([]);
  });

  it('sent again under its key has one effect, even after a later change', async () => {
    const key = randomUUID();
    const first = await save(sam, id, grade('good', 0), under(key));
    expect(await save(sam, id, grade('good', 0), under(key))).toMatchObject({
      ...{ status: 200, body: first.body },
    });
    await save(sam, id, grade('inadequate', 1));
    expect(await save(sam, id, grade('good', 0), under(key))).toMatchObject({
      ...{ status: 200, body: first.body },
    });
    expect(await saved()).toMatchObject({ value: 'inadequate', version: 2 });
    expect(await history()).toHaveLength(2);
  });

  it('under a key that was sent with another answer is refused', async () => {
    const key = randomUUID();
    await save(sam, id, grade('good', 0), under(key));
    const others = [
      grade('inadequate', 0),
      grade('good', 1),
      grade('good', 0, 'More evidence.'),
      { kind: 'criterion', key: 'care-section-answered', value: 'good', seenVersion: 0 },
    ];
    for (const other of others) {
      expectProblem(await save(sam, id, other, under(key)), 'idempotency-key-reused');
    }
    expect(await history()).toHaveLength(1);
  });

  it('at one moment from two windows is done by one, and the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const seen = (await saved())?.version ?? 0;
      const answers = await atOneMoment(
        service.database,
        `SELECT FROM scorings WHERE id = '${id}' FOR NO KEY UPDATE`,
        ['good', 'inadequate', 'outstanding'].map(
          (value) => () => save(sam, id, grade(value, seen)),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    }
    expect((await saved())?.version).toBe(5);
    expect(await history()).toHaveLength(5);
  });
});

describe('saving answers that waited', () => {
  let service: Service;
  let sam: Visitor;
  let id: string;
  let answers: SentAnswer[];

  beforeAll(async () => {
    service = await startService();
    sam = await service.signIn(people.sam);
  });
  beforeEach(async () => {
    id = scoringOf(await anAudit(service), 'social-care').id;
    answers = everyAnswer(await open(sam, id), 'social-care');
  });
  afterAll(() => service.stop());

  const saveAll = (wanted: SentAnswer[], key: string = randomUUID()) =>
    sam.put<SavedAnswersResponse & Record<string, unknown>>(
      `/api/scorings/${id}/answers`,
      { answers: wanted },
      under(key),
    );

  it('saves all of them, and once when they are sent twice', async () => {
    const key = randomUUID();
    const first = await saveAll(answers, key);
    expect(first.status).toBe(200);
    expect(first.body.answers).toHaveLength(answers.length);
    const again = await saveAll(answers, key);
    expect(byQuestion(again.body.answers)).toEqual(byQuestion(first.body.answers));
    expect((await formOf(sam, id)).answers.every(({ version }) => version === 1)).toBe(true);
  });

  it('saves none when one was changed elsewhere, and names that one with what is saved', async () => {
    const [one] = answers as [SentAnswer];
    await save(sam, id, { ...one, value: 'no' });
    const answer = await saveAll(answers);
    expect(answer.status).toBe(409);
    const present = answer.body.present as AnswerResponse[];
    expect(present).toMatchObject([{ kind: one.kind, key: one.key, value: 'no', version: 1 }]);
    expect((await formOf(sam, id)).answers).toHaveLength(1);
    const [, ...rest] = answers;
    expect((await saveAll(rest)).status).toBe(200);
  });

  it('names each answer that cannot be saved by its place', async () => {
    const [one, two] = answers as [SentAnswer, SentAnswer];
    expectProblem(await saveAll([one, { ...two, value: 'perhaps' }]), 'rule-broken', {
      path: 'answers.1.value',
      detail: 'Choose one of the answers to this question',
    });
    expectProblem(await saveAll([one, two, one]), 'rule-broken', {
      path: 'answers.2.key',
      detail: 'Each question can be answered once in a request',
    });
    expectProblem(await saveAll([]), 'contract-broken');
  });
});

/** Counted on the running application: budgets that do not grow with the form. */
describe('what scoring asks of the database', () => {
  let service: Service;
  let sam: Visitor;
  let id: string;

  beforeAll(async () => {
    service = await startService();
    sam = await service.signIn(people.sam);
    id = scoringOf(await anAudit(service), 'social-care').id;
    await fillIn(sam, id, 'social-care');
  });
  afterAll(() => service.stop());

  it('is two statements in one transaction to save an answer', async () => {
    const line = { kind: 'strength', key: 'care', value: 'Clear.', seenVersion: 1 };
    const [statements, ...more] = await transactionsOf(service, () => save(sam, id, line));
    expect(statements).toHaveLength(2);
    expect(more).toEqual([]);
  });

  it('is two statements in one transaction to save all of them', async () => {
    const answers = everyAnswer(await formOf(sam, id), 'social-care');
    expect(answers.length).toBeGreaterThan(25);
    const [statements, ...more] = await transactionsOf(service, () =>
      sam.put(`/api/scorings/${id}/answers`, { answers }),
    );
    expect(statements).toHaveLength(2);
    expect(more).toEqual([]);
  });

  it('is four statements in one transaction to submit', async () => {
    const { version } = await readScoring(sam, id);
    const [statements] = await transactionsOf(service, () =>
      sam.post(`/api/scorings/${id}/submission`, { version }),
    );
    expect(statements).toHaveLength(4);
    expect((await readScoring(sam, id)).state).toBe('submitted');
  });
});

function byQuestion(answers: { kind: string; key: string }[]): { kind: string; key: string }[] {
  return answers.toSorted((a, b) => (`${a.kind} ${a.key}` < `${b.kind} ${b.key}` ? -1 : 1));
}
