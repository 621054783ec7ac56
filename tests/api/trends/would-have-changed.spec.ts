import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WouldHaveChangedResponse } from '@app/shared/contracts';
import { contentHash, whatWouldHaveChanged, type FrameworkDefinition } from '@app/shared/domain';
import { closeQuarters, type ClosedQuarters } from '../../support/builders/closed-quarters.js';
import { saved, type Draft } from '../../support/builders/framework-draft.js';
import { planFramework } from '../../support/builders/framework.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

describe('what a draft would have changed', () => {
  let service: Service;
  let ruth: Visitor;
  let made: ClosedQuarters;
  let draft: Draft;
  let older: string;

  beforeAll(async () => {
    service = await startService();
    made = await closeQuarters(service);
    ruth = await service.signIn(people.ruth);
    older = await planFramework(ruth);
    const { body } = await ruth.post<Draft>('/api/framework-drafts', { basedOn: older });
    draft = body;
  });
  afterAll(() => service.stop());

  const ask = (visitor: Visitor, newer = draft.id, kind = 'ehc-plan') =>
    visitor.get<Pick<WouldHaveChangedResponse, keyof WouldHaveChangedResponse>>(
      `/api/trends/${kind}/would-have-changed?older=${older}&newer=${newer}`,
    );
  const hashOfResults = async () =>
    contentHash(
      await service.database.asOwner(
        'SELECT r::text AS row FROM audit_results r ORDER BY audit_id',
      ),
    );
  const change = async (definition: FrameworkDefinition) => {
    draft = await saved(ruth, draft, definition);
  };

  it('is nothing while the draft says what its version says', async () => {
    const { body } = await ask(ruth);
    const last = made.rounds.at(-1);
    expect(body).toMatchObject({ quarter: last?.quarter, because: null });
    expect(body.audits).toBe(last?.results.length);
    expect(body.moves).toMatchObject({ up: 0, down: 0, newlyGraded: 0 });
  });

  it('is counted by the scoring rules from the agreed grades of the last quarter, which stay as they are', async () => {
    const before = await hashOfResults();
    const { definition } = draft;
    const grades = definition.scale.grades.map((grade, at, all) => ({
      ...grade,
      from: at === all.length - 1 ? 0 : grade.from + 0.4,
    }));
    await change({ ...definition, caps: [], scale: { ...definition.scale, grades } });
    const { body } = await ask(ruth);
    const expected = whatWouldHaveChanged(
      made.rounds.at(-1)?.results ?? [],
      made.definition,
      draft.definition,
    );
    if (!expected.isComparable) throw new Error('the same grades do compare');
    expect(body.moves).toEqual(expected.moves);
    expect(body.byGrade).toEqual(expected.byGrade);
    expect(body.moves?.down).toBeGreaterThan(0);
    expect(await hashOfResults()).toBe(before);
  });

  it('cannot be said over other grades, and says why', async () => {
    const { definition } = draft;
    const [best, ...rest] = definition.scale.grades;
    if (!best) throw new Error('the scale has no grades');
    const grades = [{ ...best, key: 'excellent' }, ...rest];
    await change({ ...definition, scale: { ...definition.scale, grades } });
    const { body } = await ask(ruth);
    expect(body).toMatchObject({
      because:
        'The two versions have different grades, so grades given on one say nothing on the other.',
      ...{ moves: null, byGrade: [] },
    });
  });

  it('is the lead’s to see, for two versions of one kind', async () => {
    for (const person of [people.joan, people.alan, people.nadia])
      expectProblem(await ask(await service.signIn(person)), 'not-permitted');
    expectProblem(await ask(ruth, draft.id, 'health-advice'), 'not-found');
    expectProblem(await ask(ruth, '00000000-0000-7000-8000-000000000000'), 'not-found');
  });
});
