import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditProgressResponse, ScoringCheckResponse } from '@app/shared/contracts';
import { randomUUID } from 'node:crypto';
import {
  answerIn,
  anAudit,
  fillIn,
  formOf,
  open,
  progressOf,
  readScoring,
  save,
  scoringOf,
  submitWhole,
} from '../../support/builders/scoring.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

const HEALTH_NEED = 'health-need-evident';
const NEEDS_SPECIFIED = 'health-needs-specified';

describe('Priya’s scoring for health', () => {
  let service: Service;
  let ruth: Visitor;
  let priya: Visitor;
  let audit: AuditProgressResponse;
  let id: string;

  beforeAll(async () => {
    service = await startService();
    ruth = await service.signIn(people.ruth);
    priya = await service.signIn(people.priya);
    audit = await anAudit(service, ruth);
    id = scoringOf(audit, 'health').id;
  });
  afterAll(() => service.stop());

  const check = async () =>
    (await priya.get<ScoringCheckResponse>(`/api/scorings/${id}/check`)).body;

  it('shows the plan without its officer and team, and no form before she declares', async () => {
    const scoring = await readScoring(priya, id);
    expect(scoring).toMatchObject({
      ...{ reference: audit.reference, quarter: '2026-27-Q2', state: 'open' },
      ...{ progress: 'not-started', declaredAt: null, form: null, agency: { key: 'health' } },
    });
    expect(scoring.plan.planRef).toBe(audit.planRef);
    expect(scoring.plan).not.toHaveProperty('officerRef');
    expect(scoring.plan).not.toHaveProperty('team');
    const early = { kind: 'criterion', key: NEEDS_SPECIFIED, value: 'good', seenVersion: 0 };
    expectProblem(await save(priya, id, early), 'rule-broken', {
      detail: 'Declare first whether you have a conflict of interest. The form opens after that.',
    });
    expectProblem(await priya.get(`/api/scorings/${id}/check`), 'rule-broken');
  });

  it('opens with the parts of the framework that are health’s alone', async () => {
    const form = await open(priya, id);
    const criteria = form.domains.flatMap((domain) => domain.criteria);
    expect(criteria).toHaveLength(18);
    expect(criteria.every(({ agencies }) => agencies.includes('health'))).toBe(true);
    expect(form.facts.every(({ owner }) => owner === 'health')).toBe(true);
    expect(form.applicability).toHaveLength(18);
    expect(form.answers).toEqual([]);
  });

  it('saves each answer as it is given, with its version', async () => {
    const answer = { kind: 'criterion', key: NEEDS_SPECIFIED, value: 'inadequate', seenVersion: 0 };
    const first = await save(priya, id, answer);
    expect(first).toMatchObject({ status: 200, body: { version: 1, key: NEEDS_SPECIFIED } });
    const evidence = 'Section C names the diagnosis alone.';
    const second = await save(priya, id, {
      ...answer,
      ...{ evidence, sections: ['C'], seenVersion: 1 },
    });
    expect(second).toMatchObject({ status: 200, body: { version: 2 } });
    expect(answerIn(await formOf(priya, id), 'criterion', NEEDS_SPECIFIED)).toMatchObject({
      ...{ value: 'inadequate', evidence, sections: ['C'], version: 2 },
    });
    expect((await readScoring(priya, id)).progress).toBe('in-progress');
  });

  it('leaves a criterion out by rule, with the reason in the framework’s words', async () => {
    await save(priya, id, { kind: 'sweep', key: HEALTH_NEED, value: 'no', seenVersion: 0 });
    const { applicability } = await formOf(priya, id);
    expect(applicability.find(({ criterion }) => criterion === NEEDS_SPECIFIED)).toEqual({
      ...{ criterion: NEEDS_SPECIFIED, applies: false },
      because: 'No health need appears in any document in the file.',
    });
    await save(priya, id, { kind: 'sweep', key: HEALTH_NEED, value: 'unclear', seenVersion: 1 });
    const after = (await formOf(priya, id)).applicability;
    expect(after.every(({ criterion, applies }) => applies || criterion !== NEEDS_SPECIFIED)).toBe(
      true,
    );
  });

  it('refuses what the form does not ask, or a value that the question does not take', async () => {
    const wrong: [string, string, unknown, string][] = [
      ['criterion', 'needs-complete', 'good', 'key'],
      ['criterion', NEEDS_SPECIFIED, 'brilliant', 'value'],
      ['criterion', 'health-section-answered', 'not-applicable', 'value'],
      ['sweep', 'transition', 'yes', 'key'],
      ['sweep', HEALTH_NEED, 'perhaps', 'value'],
      ['fact', 'fact-outcome-count', 4, 'key'],
      ['fact', 'fact-health-need-evident', 'yes', 'key'],
      ['fact', 'fact-health-outcome-count', -1, 'value'],
      ['strength', 'health', 'x'.repeat(301), 'value'],
      ['strength', 'family', 'Good', 'key'],
    ];
    for (const [kind, key, value, path] of wrong) {
      const { status, body } = await save(priya, id, { kind, key, value, seenVersion: 0 });
      expect({ kind, key, status, path: pathIn(body) }).toEqual({ kind, key, status: 422, path });
    }
    const none = { kind: 'mood', key: 'x', value: 'good', seenVersion: 0 };
    expectProblem(await save(priya, id, none), 'not-found');
  });

  it('says on the check page what is missing, in the order of the form', async () => {
    const { isComplete, faults, domains } = await check();
    expect(isComplete).toBe(false);
    expect(faults[0]).toMatchObject({
      ...{ kind: 'sweep', domain: null, path: 'sweep.transition-within-two-years.value' },
      message: 'Answer “Change within two years” in the evidence sweep',
    });
    expect(domains.every((domain) => domain.isComplete)).toBe(false);
    const { version } = await readScoring(priya, id);
    const refused = await priya.post(`/api/scorings/${id}/submission`, { version });
    expect(refused).toMatchObject({ status: 422, body: { code: 'rule-broken' } });
    expect(refused.body.errors).toHaveLength(faults.length);
  });

  it('asks for evidence where the scale does, and says when counts contradict each other', async () => {
    await fillIn(priya, id, 'health');
    const { version: seenVersion } = answerIn(
      await formOf(priya, id),
      'criterion',
      NEEDS_SPECIFIED,
    ) ?? {
      version: 0,
    };
    const bare = { kind: 'criterion', key: NEEDS_SPECIFIED, value: 'inadequate', seenVersion };
    expect((await save(priya, id, bare)).status).toBe(200);
    expect((await check()).faults).toMatchObject([
      {
        path: `criterion.${NEEDS_SPECIFIED}.evidence`,
        message: expect.stringMatching(/^Give a line of evidence for “.+”, graded Inadequate$/),
      },
    ]);
    const mended = { ...bare, evidence: 'Section C is blank.', seenVersion: seenVersion + 1 };
    expect((await save(priya, id, mended)).status).toBe(200);
    expect(await check()).toMatchObject({ isComplete: true, faults: [] });
  });

  it('is locked once she submits it, and the audit waits for the others', async () => {
    const { version } = await readScoring(priya, id);
    const key = randomUUID();
    const submit = () =>
      priya.post(
        `/api/scorings/${id}/submission`,
        { version },
        { headers: { 'idempotency-key': key } },
      );
    const added = await addedToTrail(service.database, submit);
    expect(added).toMatchObject([
      {
        ...{ act: 'audits.submit-scoring', subject_id: id },
        details: { reference: audit.reference, agency: 'health', auditState: 'open' },
      },
    ]);
    const again = await submit();
    expect(again).toMatchObject({
      status: 200,
      body: { auditState: 'open', version: version + 1 },
    });
    const late = { kind: 'strength', key: 'health', value: 'More', seenVersion: 1 };
    expectProblem(await save(priya, id, late), 'rule-broken', {
      detail: 'You have submitted this scoring, so it is locked.',
    });
    expect(await readScoring(priya, id)).toMatchObject({ state: 'submitted' });
    const rows = ['answers', 'answer_history', 'scorings'];
    for (const table of rows) {
      const column = table === 'scorings' ? 'id' : 'scoring_id';
      const change = `UPDATE ${table} SET version = version + 1 WHERE ${column} = $1`;
      await expect(service.database.asOwner(change, [id])).rejects.toThrow(/never change/);
    }
  });

  it('puts the audit before the moderators when the last agency has submitted', async () => {
    const dev = await service.signIn(people.dev);
    const sam = await service.signIn(people.sam);
    const education = await submitWhole(dev, scoringOf(audit, 'education').id, 'education');
    expect(education).toMatchObject({ status: 200, body: { auditState: 'open' } });
    const care = await submitWhole(sam, scoringOf(audit, 'social-care').id, 'social-care');
    expect(care).toMatchObject({ status: 200, body: { auditState: 'awaiting-moderation' } });
    expect(await readScoring(priya, id)).toMatchObject({ auditState: 'awaiting-moderation' });
  });

  it('is nobody else’s, not even the lead’s', async () => {
    const dev = await service.signIn(people.dev);
    for (const path of ['', '/check']) {
      expectProblem(await dev.get(`/api/scorings/${id}${path}`), 'not-found');
      expectProblem(await ruth.get(`/api/scorings/${id}${path}`), 'not-permitted');
    }
    const answer = { kind: 'strength', key: 'health', value: 'Mine', seenVersion: 0 };
    expectProblem(await save(dev, id, answer), 'not-found');
    expect((await progressOf(ruth, 'none')).audits).toBeUndefined();
  });
});

function pathIn(body: Record<string, unknown>): unknown {
  return (body.errors as { path: string }[] | undefined)?.[0]?.path;
}
