import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditProgressResponse } from '@app/shared/contracts';
import { accountOf, anAccount } from '../../support/builders/account.js';
import {
  aScoredAudit,
  criterionIn,
  decide,
  farApart,
  moderationsOf,
  readModeration,
} from '../../support/builders/moderation.js';
import {
  anAudit,
  fillIn,
  readScoring,
  scoringOf,
  submitWhole,
} from '../../support/builders/scoring.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

const OWN_WORDS = 'voice-own-words';

describe('Tom’s moderation of an audit', () => {
  let service: Service;
  let tom: Visitor;
  let audit: AuditProgressResponse;

  beforeAll(async () => {
    service = await startService();
    tom = await service.signIn(people.tom);
    audit = await aScoredAudit(service, farApart);
  });
  afterAll(() => service.stop());

  const path = () => `/api/moderations/${audit.id}`;

  it('is in his list with its reasons in words, and waits on his home page', async () => {
    const listed = await moderationsOf(tom);
    const [own] = listed.filter(({ id }) => id === audit.id);
    expect(own).toMatchObject({
      ...{ reference: audit.reference, planRef: audit.planRef, state: 'awaiting-moderation' },
      ...{ quarter: '2026-27-Q2', dueOn: '2026-09-30', daysWaiting: 0, toDecide: 1, differing: 1 },
      ...{ closedAt: null, status: null, finalGrade: null },
      reasons: [
        {
          ...{ reason: 'grades-far-apart', criteria: [OWN_WORDS] },
          title: 'Grades two or more apart on 1 criterion',
        },
        {
          ...{ reason: 'critical-at-lowest', criteria: [OWN_WORDS] },
          title: 'A critical criterion at the lowest grade',
        },
      ],
    });
    const { body } = await tom.get<{ waiting: { key: string; count: number }[] }>('/api/home');
    expect(body.waiting).toContainEqual({
      ...{ key: 'audits-to-moderate', title: 'Audits that wait for moderation' },
      ...{ count: listed.length, link: '/moderations' },
    });
  });

  it('has the most reasons first and then the first due, and can be of one round', async () => {
    await aScoredAudit(service);
    const counts = (await moderationsOf(tom)).map(({ reasons }) => reasons.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const [own] = (await moderationsOf(tom)).filter(({ id }) => id === audit.id);
    const ofRound = await moderationsOf(tom, `?round=${own?.round.id ?? ''}`);
    expect(ofRound.map(({ id }) => id)).toContain(audit.id);
    expect(await moderationsOf(tom, `?round=${audit.id}`)).toEqual([]);
    const closed = await moderationsOf(tom, '?state=closed');
    expect(closed.map(({ id }) => id)).not.toContain(audit.id);
  });

  it('counts the days since the last scoring was in', async () => {
    const [before] = (await moderationsOf(tom)).filter(({ id }) => id === audit.id);
    service.clock.advance(3 * 24 * 60 * 60);
    tom = await service.signIn(people.tom);
    const [after] = (await moderationsOf(tom)).filter(({ id }) => id === audit.id);
    expect([before?.daysWaiting, after?.daysWaiting]).toEqual([0, 3]);
  });

  it('shows the plan without its officer and team, and differences first', async () => {
    const { form, mayBeAccepted, closing } = await readModeration(tom, audit.id);
    expect(form.plan.planRef).toBe(audit.planRef);
    expect(form.plan).not.toHaveProperty('officerRef');
    expect(form.plan).not.toHaveProperty('team');
    expect(form.differencesFirst[0]).toBe(OWN_WORDS);
    expect([mayBeAccepted, closing]).toEqual([false, null]);
    expect(criterionIn({ form }, OWN_WORDS)).toMatchObject({
      ...{ applies: true, proposal: 'good', apart: 3, mustBeDecided: true, decision: null },
      ...{ agreed: 'good', domain: 'voice' },
      outcomesOpen: ['outstanding', 'good', 'requires-improvement', 'inadequate', 'cannot-tell'],
    });
  });

  it('refuses a decision without a reason, an outcome that is none, and what the criterion is not', async () => {
    expectProblem(await decide(tom, audit.id, OWN_WORDS, { outcome: 'good' }), 'rule-broken', {
      path: 'reason',
      detail: 'Give your reason: the grades lie two or more apart',
    });
    expectProblem(
      await decide(tom, audit.id, 'needs-complete', { outcome: 'outstanding' }),
      'rule-broken',
      { path: 'reason', detail: 'Give your reason: your decision is not what is proposed' },
    );
    const reason = 'Because.';
    expectProblem(
      await decide(tom, audit.id, OWN_WORDS, { outcome: 'brilliant', reason }),
      'rule-broken',
      { path: 'outcome', detail: 'Choose a grade of the scale, or record that you cannot tell' },
    );
    expectProblem(
      await decide(tom, audit.id, OWN_WORDS, { outcome: 'not-applicable', reason }),
      'rule-broken',
    );
    expectProblem(await decide(tom, audit.id, 'no-criterion', { outcome: 'good' }), 'not-found');
  });

  it('records a decision with its reason, and keeps the one before', async () => {
    const reason = 'Section A quotes her twice, which one of the three had overlooked.';
    const added = await addedToTrail(service.database, async () => {
      const { status, body } = await decide(tom, audit.id, OWN_WORDS, {
        ...{ outcome: 'requires-improvement', reason },
      });
      expect(status).toBe(200);
      expect(criterionIn(body, OWN_WORDS)).toMatchObject({
        agreed: 'requires-improvement',
        proposal: 'good',
        decision: { outcome: 'requires-improvement', reason, by: 'Tom Ellery', version: 1 },
      });
      expect(body.toDecide).toBe(0);
      expect(body.form.working.domains[0]?.score).toBe(2.71);
    });
    expect(added).toMatchObject([
      {
        ...{ act: 'audits.decide-criterion', subject_id: audit.id },
        details: { reference: audit.reference, criterion: OWN_WORDS },
      },
    ]);
    const again = { outcome: 'good', reason: 'On a second reading.', seenVersion: 1 };
    expect((await decide(tom, audit.id, OWN_WORDS, again)).status).toBe(200);
    const kept = await service.database.asOwner(
      'SELECT version, outcome, reason FROM moderation_decisions WHERE audit_id = $1 ORDER BY version',
      [audit.id],
    );
    expect(kept).toEqual([
      { version: 1, outcome: 'requires-improvement', reason },
      { version: 2, outcome: 'good', reason: 'On a second reading.' },
    ]);
  });

  it('refuses a decision made on an older one, with what is recorded now', async () => {
    const late = await decide(tom, audit.id, OWN_WORDS, { outcome: 'good', reason: 'Late.' });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      present: [{ outcome: 'good', reason: 'On a second reading.', version: 2 }],
    });
  });

  it('leaves the agencies’ own grades as they were submitted', async () => {
    const { raters } = criterionIn(await readModeration(tom, audit.id), OWN_WORDS);
    expect(raters.map(({ outcome }) => outcome).sort()).toEqual([
      'good',
      'inadequate',
      'outstanding',
    ]);
  });

  it('works out anew what applies when he corrects the profile with a reason', async () => {
    const { version, form } = await readModeration(tom, audit.id);
    const need = form.profile.find(({ field }) => field === 'health-need-evident');
    expect(need).toMatchObject({
      ...{ value: 'yes', recorded: 'yes', from: 'agency', owner: 'health' },
      ...{ correction: null, mayBeCorrected: true },
    });
    const correct = (field: string, body: object) => tom.put(`${path()}/profile/${field}`, body);
    const reason = 'No paper in the file speaks of health.';
    const wanted = { value: 'no', reason, version };
    expectProblem(await correct('health-need-evident', { value: 'no', version }), 'rule-broken', {
      path: 'reason',
      detail: expect.stringMatching(/^Say why “.+” is corrected$/) as never,
    });
    expectProblem(
      await correct('health-need-evident', { ...wanted, value: 'perhaps' }),
      'rule-broken',
    );
    expectProblem(await correct('health-need-evident', { ...wanted, value: 'yes' }), 'rule-broken');
    expectProblem(await correct('health-need-evident', { ...wanted, value: null }), 'rule-broken');
    expectProblem(
      await correct('over-compulsory-school-age', { ...wanted, value: 'yes' }),
      'rule-broken',
    );
    expectProblem(await correct('shoe-size', wanted), 'not-found');
    expectProblem(
      await correct('health-need-evident', { ...wanted, version: version + 1 }),
      'stale-version',
    );
    expect((await correct('health-need-evident', wanted)).status).toBe(200);
    const after = await readModeration(tom, audit.id);
    expect(after.version).toBe(version + 1);
    expect(after.form.profile.find(({ field }) => field === 'health-need-evident')).toMatchObject({
      ...{ value: 'no', recorded: 'yes', from: 'moderator' },
      correction: { value: 'no', reason, by: 'Tom Ellery' },
    });
    expect(criterionIn(after, 'health-needs-specified')).toMatchObject({
      ...{ applies: false, agreed: 'not-applicable', mustBeDecided: false },
      because: 'No health need appears in any document in the file.',
      raters: [{ letter: null, agency: { key: 'health' }, outcome: 'good' }],
    });
    expectProblem(
      await decide(tom, audit.id, 'health-needs-specified', { outcome: 'good' }),
      'rule-broken',
    );
    const taken = { value: null, version: after.version };
    expect((await correct('health-need-evident', taken)).status).toBe(200);
    const back = await readModeration(tom, audit.id);
    expect(criterionIn(back, 'health-needs-specified').applies).toBe(true);
  });
});

describe('who moderates', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('is nobody who has or had a scoring of the audit, and the lead only once it is closed', async () => {
    const ruth = await service.signIn(people.ruth);
    await anAudit(service, ruth);
    const helen = await service.signIn(people.helen);
    const builder = anAccount(service).named('Rita Bell').forAuditor('health');
    const rita = await builder.withRoles('auditor', 'moderator', 'audit-lead').by(helen).make();
    const audit = await anAudit(service, ruth);
    const health = scoringOf(audit, 'health');
    const wanted = { auditorId: rita.id, version: health.version };
    await ruth.post(`/api/scorings/${health.id}/reassignment`, wanted);
    const visitor = await service.signIn(rita);
    await submitWhole(visitor, health.id, 'health');
    await submitWhole(
      await service.signIn(people.dev),
      scoringOf(audit, 'education').id,
      'education',
    );
    await submitWhole(
      await service.signIn(people.sam),
      scoringOf(audit, 'social-care').id,
      'social-care',
    );
    expect((await moderationsOf(visitor)).map(({ id }) => id)).not.toContain(audit.id);
    expectProblem(await visitor.get(`/api/moderations/${audit.id}`), 'not-found');
    const decision = { outcome: 'outstanding', reason: 'Mine.' };
    expectProblem(await decide(visitor, audit.id, OWN_WORDS, decision), 'not-found');
    expectProblem(await ruth.get(`/api/moderations/${audit.id}`), 'not-found');
    expect(await moderationsOf(ruth)).toEqual([]);
    expectProblem(await decide(ruth, audit.id, OWN_WORDS, decision), 'not-permitted');
    const tom = await service.signIn(people.tom);
    expect((await readModeration(tom, audit.id)).state).toBe('awaiting-moderation');
  });

  it('is nobody who handed a scoring on after saving in it, or declared a conflict over the plan', async () => {
    const helen = await service.signIn(people.helen);
    const amina = await anAccount(service)
      .named('Amina Yusuf')
      .forAuditor('health')
      .by(helen)
      .make();
    const ruth = await service.signIn(people.ruth);
    const audit = await anAudit(service, ruth);
    const { id } = scoringOf(audit, 'health');
    await fillIn(await service.signIn(people.priya), id, 'health');
    const { version } = await readScoring(await service.signIn(people.priya), id);
    await ruth.post(`/api/scorings/${id}/reassignment`, { auditorId: amina.id, version });
    await submitWhole(await service.signIn(amina), id, 'health');
    await submitWhole(
      await service.signIn(people.dev),
      scoringOf(audit, 'education').id,
      'education',
    );
    await submitWhole(
      await service.signIn(people.sam),
      scoringOf(audit, 'social-care').id,
      'social-care',
    );
    const tom = await service.signIn(people.tom);
    expect((await readModeration(tom, audit.id)).state).toBe('awaiting-moderation');
    const made = { fullName: 'Priya Nair', roles: ['auditor', 'moderator'], agency: 'health' };
    const priya = await accountOf(helen, people.priya);
    const change = { ...made, email: people.priya.email, version: priya.version };
    expect((await helen.put(`/api/accounts/${priya.id}`, change)).status).toBe(200);
    const visitor = await service.signIn(people.priya);
    expectProblem(await visitor.get(`/api/moderations/${audit.id}`), 'not-found');
    expect((await moderationsOf(visitor)).map((one) => one.id)).not.toContain(audit.id);
    await service.database.asOwner(
      `INSERT INTO conflicts (account_id, plan_id, kind, declared_at)
       SELECT id, $1, 'wrote', now() FROM accounts WHERE email = $2`,
      [audit.planId, people.tom.email],
    );
    expectProblem(await tom.get(`/api/moderations/${audit.id}`), 'not-found');
  });

  it('finds no audit that is still being scored', async () => {
    const audit = await anAudit(service);
    const tom = await service.signIn(people.tom);
    expectProblem(await tom.get(`/api/moderations/${audit.id}`), 'not-found');
    const decision = { outcome: 'good', reason: 'Early.' };
    expectProblem(await decide(tom, audit.id, OWN_WORDS, decision), 'not-found');
  });
});
