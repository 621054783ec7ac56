import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AuditListResponse,
  FeedbackListResponse,
  MeasureSeriesResponse,
  ReportResponse,
  RoundClosingResponse,
  ScoringListResponse,
  TrendsResponse,
} from '@app/shared/contracts';
import {
  adviceFramework,
  aDrawnAdviceRound,
  closeDocument,
  enter,
  mark,
  plansOf,
} from '../../support/builders/documents.js';
import {
  closeRound,
  FIRST_OF_OCTOBER,
  moderationsOf,
  readModeration,
  storedResult,
} from '../../support/builders/moderation.js';
import { openTheYear, type Round } from '../../support/builders/round.js';
import {
  allocate,
  open,
  progressOf,
  readScoring,
  scoringOf,
} from '../../support/builders/scoring.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

describe('a round of health advice', () => {
  let service: Service;
  let ruth: Visitor;
  let round: Round;
  let list: AuditListResponse;

  /** Of 12 plans the first has two documents, nine have one, and of the last two there is none. */
  beforeAll(async () => {
    service = await startService();
    ruth = await openTheYear(service);
    round = await aDrawnAdviceRound(ruth);
    const plans = await plansOf(ruth, round.id);
    for (const { planId } of plans.slice(0, 10)) await enter(ruth, round.id, planId);
    const second = { title: 'Physiotherapy advice', source: 'Physiotherapy', isNilReturn: true };
    await enter(ruth, round.id, plans[0]?.planId ?? '', second);
    await mark(ruth, round.id, plans[10]?.planId ?? '', true);
    await allocate(ruth, round.id);
    list = await progressOf(ruth, round.id);
  });
  afterAll(() => service.stop());

  it('has an audit for each document, by the agencies that its framework names', () => {
    expect(list).toMatchObject({
      plansWithoutAudit: 0,
      documents: { plans: 12, documents: 11, plansNoneAsked: 1, plansNoneEntered: 1 },
    });
    expect(list.audits).toHaveLength(11);
    for (const { scorings } of list.audits) {
      expect(scorings.map(({ agency }) => agency.key)).toEqual(['education', 'health']);
    }
    const [first] = list.audits;
    const twice = list.audits.filter(({ planId }) => planId === first?.planId);
    expect(twice.map(({ document }) => document?.title)).toEqual([
      'Speech and language therapy advice',
      'Physiotherapy advice',
    ]);
    expect(new Set(twice.map(({ reference }) => reference)).size).toBe(2);
  });

  it('makes the audit of a document that is entered later when it is allocated again', async () => {
    const before = list.audits.length;
    const { body } = await allocate(ruth, round.id);
    expect(body).toMatchObject({ auditsMade: 0 });
    expect((await progressOf(ruth, round.id)).audits).toHaveLength(before);
  });

  it('shows Priya of health which document she scores', async () => {
    const priya = await service.signIn(people.priya);
    const { body } = await priya.get<ScoringListResponse>('/api/scorings');
    const own = body.scorings.find(({ document }) => document?.source === 'Physiotherapy');
    expect(own).toMatchObject({
      agency: { key: 'health' },
      document: { title: 'Physiotherapy advice', source: 'Physiotherapy', isNilReturn: true },
    });
    await open(priya, own?.id ?? '');
    const { form, document } = await readScoring(priya, own?.id ?? '');
    expect(form?.framework.kind).toBe('health-advice');
    expect(document).toMatchObject({ requestedOn: '2026-06-01', receivedOn: '2026-07-06' });
  });

  it('goes through moderation and feedback, document by document', async () => {
    const [first, second, ...others] = list.audits;
    if (!first || !second) throw new Error('the round has its audits');
    await closeDocument(service, first, { grade: 'requires-improvement' });
    await closeDocument(service, second);
    const tom = await service.signIn(people.tom);
    const closed = await moderationsOf(tom, `?state=closed&round=${round.id}`);
    expect(closed.map(({ document }) => document?.title).sort()).toEqual([
      'Physiotherapy advice',
      'Speech and language therapy advice',
    ]);
    expect((await readModeration(tom, first.id)).document?.title).toBe(first.document?.title);
    const stored = await storedResult(service, first.id);
    expect(stored).toMatchObject({
      ...{ framework_kind: 'health-advice', round_kind: 'advice' },
      document_plan_id: first.planId,
    });
    const { body } = await ruth.get<FeedbackListResponse>('/api/feedback?quarter=2026-27-Q2');
    const given = body.feedback.filter(({ reference }) => reference === first.reference);
    expect(given).toMatchObject([
      { planRef: first.planRef, documentTitle: first.document?.title ?? null },
    ]);
    for (const [place, audit] of others.slice(0, 8).entries()) {
      await closeDocument(service, audit, { grade: place < 2 ? 'requires-improvement' : 'good' });
    }
  });

  it('is closed with plans, documents and plans without told apart', async () => {
    service.clock.set(FIRST_OF_OCTOBER);
    ruth = await service.signIn(people.ruth);
    const counts = { drawn: 12, withdrawn: 0, replaced: 0, graded: 10, partial: 0 };
    const { body: before } = await ruth.get<RoundClosingResponse>(
      `/api/rounds/${round.id}/closing`,
    );
    expect(before.counts).toEqual({ ...counts, notCompleted: 1 });
    expect(before.documents).toEqual({
      ...{ plans: 12, documents: 11, plansNoneAsked: 1, plansNoneEntered: 1 },
    });
    expect(before.notClosed).toMatchObject([{ document: { title: expect.any(String) } }]);
    await closeRound(ruth, round.id);
    const [kept] = await service.database.asOwner<Record<string, number>>(
      `SELECT sum(drawn)::integer AS drawn, sum(documents)::integer AS documents, sum(none_asked)::integer AS none_asked,
              sum(none_entered)::integer AS none_entered, sum(graded + partial)::integer AS closed
         FROM round_coverage WHERE round_id = $1`,
      [round.id],
    );
    expect(kept).toEqual({ drawn: 12, documents: 11, none_asked: 1, none_entered: 1, closed: 10 });
  });

  const overallOf = ({ measures }: TrendsResponse): MeasureSeriesResponse => {
    const found = measures.find(({ key }) => key === 'overall');
    if (!found) throw new Error('there is no overall share');
    return found;
  };

  it('makes a point of the trend of health advice, which no plan audit is in', async () => {
    const { status, body } = await ruth.get<TrendsResponse>('/api/trends/health-advice');
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: 'health-advice', title: 'Audit of health advice' });
    const { points } = overallOf(body);
    expect(points.map(({ quarter }) => quarter)).toEqual(['2026-27-Q1', '2026-27-Q2']);
    const point = points[1]?.point;
    expect(point).toMatchObject({
      base: { plans: 10, isExact: true },
      met: 7,
      documents: { plans: 9 },
    });
    expect(point?.share?.interval).not.toBeNull();
    expect(point?.sentence).toMatch(
      /^\d+% \(95% confidence interval \d+% to \d+%\), from 10 documents of 9 plans, on a register of 1,500 plans\.$/,
    );
    const plans = await ruth.get<TrendsResponse>('/api/trends/ehc-plan');
    expect(overallOf(plans.body).points.map(({ quarter }) => quarter)).not.toContain('2026-27-Q2');
  });

  it('hides from Alan what rests on the documents of fewer than ten plans', async () => {
    const alan = await service.signIn(people.alan);
    const { body } = await alan.get<TrendsResponse>('/api/trends/health-advice');
    expect(overallOf(body).points[1]?.point).toMatchObject({
      ...{ share: null, base: null, met: null, sentence: 'Too few to show.' },
    });
  });

  it('is what a draft of its framework is held against', async () => {
    const older = await adviceFramework(ruth);
    const { body: draft } = await ruth.post('/api/framework-drafts', { basedOn: older });
    const { body } = await ruth.get(
      `/api/trends/health-advice/would-have-changed?older=${older}&newer=${String(draft['id'])}`,
    );
    expect(body).toMatchObject({
      ...{ quarter: '2026-27-Q2', because: null, audits: 10 },
      moves: { up: 0, down: 0, same: 10, noGrade: 0, newlyGraded: 0 },
    });
  });

  it('has a learning report of its own, in its own words', async () => {
    const { status, body } = await ruth.post<ReportResponse>('/api/reports', {
      frameworkKind: 'health-advice',
      quarter: '2026-27-Q2',
    });
    expect(status).toBe(201);
    const words = JSON.stringify(body.report);
    expect(words).toContain('10 documents audited, of plans drawn at random from 1,500 plans');
    expect(words).toContain('Documents of one plan are not independent');
    expect(words).not.toMatch(/audited plans|Plans compared/i);
    expectProblem(
      await ruth.post('/api/reports', {
        frameworkKind: 'social-care-advice',
        quarter: '2026-27-Q2',
      }),
      'rule-broken',
    );
  });
});

describe('two documents of one plan', () => {
  it('are both taken from Sam when he declares a conflict over their plan', async () => {
    const service = await startService();
    try {
      const ruth = await openTheYear(service);
      const frameworkVersionId = await adviceFramework(ruth, 'social-care-advice');
      const { id } = await aDrawnAdviceRound(ruth, { frameworkVersionId });
      const [first, second] = await plansOf(ruth, id);
      await enter(ruth, id, first?.planId ?? '');
      await enter(ruth, id, first?.planId ?? '', { title: 'Early help advice' });
      await enter(ruth, id, second?.planId ?? '');
      await allocate(ruth, id);
      const { audits } = await progressOf(ruth, id);
      const sam = await service.signIn(people.sam);
      const own = audits.map((audit) => scoringOf(audit, 'social-care').id);
      await open(sam, own[1] ?? '');
      const { version } = await readScoring(sam, own[0] ?? '');
      const declared = { conflict: 'advised', version };
      expect((await sam.post(`/api/scorings/${own[0] ?? ''}/declaration`, declared)).status).toBe(
        200,
      );
      const after = (await progressOf(ruth, id)).audits.map((audit) => ({
        isOfFirst: audit.planId === first?.planId,
        auditor: scoringOf(audit, 'social-care').auditor?.fullName ?? null,
      }));
      expect(after).toEqual([
        { isOfFirst: true, auditor: null },
        { isOfFirst: true, auditor: null },
        { isOfFirst: false, auditor: 'Sam Okafor' },
      ]);
    } finally {
      await service.stop();
    }
  });
});
