import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditClosed, type ClosedAudit } from '@app/backend/testing';
import type { AuditProgressResponse } from '@app/shared/contracts';
import {
  aClosedAudit,
  anAuditToAccept,
  aScoredAudit,
  closeAudit,
  decide,
  decideTheRest,
  failing,
  farApart,
  moderationsOf,
  readModeration,
  storedResult,
} from '../../support/builders/moderation.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

const OWN_WORDS = 'voice-own-words';
const OUTCOMES = 'outcomes-smart';

describe('closing an audit', () => {
  let service: Service;
  let tom: Visitor;
  const announced: ClosedAudit[] = [];

  beforeAll(async () => {
    service = await startService();
    tom = await service.signIn(people.tom);
    service.app.get(AuditClosed).register((closed) => {
      announced.push(closed);
      return Promise.resolve();
    });
  });
  afterAll(() => service.stop());

  describe('with a difference to decide', () => {
    let audit: AuditProgressResponse;

    beforeAll(async () => {
      audit = await aScoredAudit(service, {
        education: { outcomes: { [OWN_WORDS]: 'outstanding', [OUTCOMES]: 'outstanding' } },
        health: { outcomes: { [OWN_WORDS]: 'inadequate', [OUTCOMES]: 'requires-improvement' } },
      });
    });

    it('is refused, and the criteria are named', async () => {
      const answer = await closeAudit(tom, audit.id);
      expectProblem(answer, 'rule-broken', {
        detail: expect.stringMatching(
          /^Decide on “.+”: grades lie two or more apart\. 1 more/,
        ) as never,
      });
      const errors = (answer.body as unknown as { errors: { path: string }[] }).errors;
      expect(errors.map(({ path }) => path)).toEqual([
        `criteria.${OWN_WORDS}`,
        `criteria.${OUTCOMES}`,
      ]);
    });

    it('cannot be accepted as proposed', async () => {
      expectProblem(await closeAudit(tom, audit.id, { asProposed: true }), 'rule-broken', {
        path: 'asProposed',
        detail: 'There are reasons to moderate this audit, so it cannot be accepted as proposed',
      });
    });

    it('is done once they are decided, and freezes one row in the framework’s order', async () => {
      await decideTheRest(tom, audit.id);
      const before = await readModeration(tom, audit.id);
      const added = await addedToTrail(service.database, async () => {
        expect((await closeAudit(tom, audit.id)).status).toBe(200);
      });
      expect(added).toMatchObject([
        {
          ...{ act: 'audits.close-audit', subject_id: audit.id },
          details: { reference: audit.reference, asProposed: false, status: 'graded' },
        },
      ]);
      const result = await storedResult(service, audit.id);
      const place = before.form.criteria.findIndex(({ criterion }) => criterion === OWN_WORDS);
      expect(result).toMatchObject({
        ...{ reference: audit.reference, framework_kind: 'ehc-plan', quarter: '2026-27-Q2' },
        ...{ round_kind: 'theme', phase: 'primary', status: 'graded', as_proposed: false },
        ...{ overall_score: '3.00', calculated_grade: 3, capped_grade: 3, final_grade: 3 },
        ...{ agencies: ['education', 'health', 'social-care'], caps_applied: [] },
      });
      const grades = result.agency_grades as Record<string, (number | null)[]>;
      expect(
        [grades.education, grades.health, grades['social-care']].map((own) => own?.[place]),
      ).toEqual([4, 1, 3]);
      expect((result.agreed_grades as number[])[place]).toBe(3);
      expect(
        grades.health?.[
          before.form.criteria.findIndex((one) => one.criterion === 'needs-complete')
        ],
      ).toBeNull();
      expect(result.facts).toMatchObject({
        'fact-outcome-count': 4,
        'fact-health-need-evident': 'yes',
      });
      expect(result.profile).toMatchObject({ 'health-need-evident': 'yes' });
    });

    it('tells higher features everything in the same transaction', () => {
      const closed = announced.find(({ result }) => result.auditId === audit.id);
      expect(closed).toMatchObject({
        planId: audit.planId,
        registerFacts: { planRef: audit.planRef },
        agreed: { [OWN_WORDS]: 'good' },
        definition: { kind: 'ehc-plan' },
      });
      expect(closed?.evidence).toContainEqual({
        ...{ criterion: OWN_WORDS, agency: 'health' },
        ...{ evidence: 'Section B says so.', sections: ['B'] },
      });
      expect(closed?.strengthLines).toContainEqual({
        ...{ domain: 'voice', agency: 'education', line: 'Section B says so.' },
      });
    });

    it('is for good: nothing is decided, corrected or closed again', async () => {
      const { version, state, closing, closedAt, finalGrade } = await readModeration(tom, audit.id);
      expect({ state, finalGrade }).toEqual({
        state: 'closed',
        finalGrade: { key: 'good', title: 'Good' },
      });
      expect(closing).toMatchObject({
        ...{ closedBy: 'Tom Ellery', asProposed: false, status: 'graded', closedAt },
        ...{ cappedGrade: 'good', finalGrade: 'good', finalGradeReason: null, feedbackPoints: [] },
      });
      const path = `/api/moderations/${audit.id}`;
      const detail = 'This audit is closed, and nothing of it changes any more.';
      const late = { outcome: 'good', reason: 'Late.', seenVersion: 1 };
      expectProblem(await decide(tom, audit.id, OWN_WORDS, late), 'rule-broken', { detail });
      const correction = { value: 'no', reason: 'Late.', version };
      expectProblem(
        await tom.put(`${path}/profile/health-need-evident`, correction),
        'rule-broken',
        { detail },
      );
      expectProblem(await closeAudit(tom, audit.id), 'rule-broken', { detail });
      for (const table of [
        'audit_results',
        'moderations',
        'moderation_decisions',
        'profile_corrections',
      ]) {
        for (const change of [`UPDATE ${table} SET audit_id = audit_id`, `DELETE FROM ${table}`]) {
          await expect(service.database.asOwner(change)).rejects.toThrow(/never change/);
        }
      }
      await expect(
        service.database.asOwner(
          `INSERT INTO moderation_decisions SELECT audit_id, criterion, version + 1, outcome, reason, decided_by, decided_at
             FROM moderation_decisions WHERE audit_id = $1 LIMIT 1`,
          [audit.id],
        ),
      ).rejects.toThrow(/never changes/);
    });

    it('takes it from the waiting and puts it among the closed', async () => {
      expect((await moderationsOf(tom)).map(({ id }) => id)).not.toContain(audit.id);
      const ruth = await service.signIn(people.ruth);
      for (const visitor of [tom, ruth]) {
        const closed = await moderationsOf(visitor, '?state=closed');
        expect(closed.find(({ id }) => id === audit.id)).toMatchObject({
          ...{ status: 'graded', finalGrade: { key: 'good' }, toDecide: 0, differing: 2 },
          ...{
            daysWaiting: 0,
            reasons: [{ reason: 'grades-far-apart' }, { reason: 'critical-at-lowest' }],
          },
        });
      }
    });
  });

  describe('that nothing speaks against', () => {
    it('is one act: accepted as proposed, and the record says so', async () => {
      const audit = await anAuditToAccept(service, tom);
      const { status, body } = await closeAudit(tom, audit.id, { asProposed: true });
      expect(status).toBe(200);
      expect(body.closing).toMatchObject({ asProposed: true, finalGrade: 'good' });
      expect(await storedResult(service, audit.id)).toMatchObject({
        as_proposed: true,
        final_grade: 3,
      });
    });

    it('is not accepted as proposed once the moderator has decided something', async () => {
      const audit = await anAuditToAccept(service, tom);
      await decide(tom, audit.id, OWN_WORDS, { outcome: 'outstanding', reason: 'Every page.' });
      expect((await readModeration(tom, audit.id)).mayBeAccepted).toBe(false);
      expectProblem(await closeAudit(tom, audit.id, { asProposed: true }), 'rule-broken', {
        path: 'asProposed',
        detail:
          'You have decided on a criterion or corrected the profile, so close the audit as moderated',
      });
      expect((await closeAudit(tom, audit.id)).status).toBe(200);
      expect(await storedResult(service, audit.id)).toMatchObject({ as_proposed: false });
    });
  });

  describe('with a cap', () => {
    let audit: AuditProgressResponse;

    beforeAll(async () => {
      audit = await aScoredAudit(service, failing);
    });

    it('shows the working step by step: score, grade, cap, what is open', async () => {
      const { overall, completeness } = (await readModeration(tom, audit.id)).form.working;
      expect(completeness).toMatchObject({ complete: true, criticalNotGraded: [] });
      expect(overall).toMatchObject({
        ...{ calculatedGrade: 'good', cappedGrade: 'requires-improvement' },
        capsApplied: [
          {
            ...{ key: 'one-critical-inadequate', ceiling: 'requires-improvement' },
            rule: 'At most Requires improvement when any critical criterion is Inadequate',
          },
        ],
        gradesOpen: ['requires-improvement', 'inadequate'],
      });
    });

    it('never closes above the ceiling, and a step needs a reason', async () => {
      expectProblem(await closeAudit(tom, audit.id, { finalGrade: 'good' }), 'rule-broken', {
        path: 'finalGrade',
        detail:
          'Choose the grade that was worked out or one beside it, and none above what a cap leaves',
      });
      expectProblem(await closeAudit(tom, audit.id, { finalGrade: 'inadequate' }), 'rule-broken', {
        path: 'finalGradeReason',
        detail: 'Say why the grade is not the one worked out',
      });
    });

    it('proposes points of feedback, critical ones at the lowest grade first', async () => {
      const { feedbackPoints } = (await readModeration(tom, audit.id)).form;
      expect(feedbackPoints).toEqual({
        ...{ proposed: [OWN_WORDS, 'needs-strengths'], open: [OWN_WORDS, 'needs-strengths'] },
        noneBecause: null,
      });
      const wrong: [string[], string][] = [
        [[OWN_WORDS], 'Choose 2 feedback points'],
        [
          [OWN_WORDS, 'needs-complete'],
          'Choose feedback points among the criteria below the grade that meets the standard',
        ],
      ];
      for (const [points, detail] of wrong) {
        const answer = await closeAudit(tom, audit.id, { feedbackPoints: points });
        expectProblem(answer, 'rule-broken', { path: 'feedbackPoints', detail });
      }
    });

    it('closes one step down with the reason, and keeps both grades', async () => {
      const finalGradeReason = 'Nothing in the plan is hers.';
      const wanted = {
        ...{ finalGrade: 'inadequate', finalGradeReason },
        feedbackPoints: ['needs-strengths', OWN_WORDS],
      };
      const { status, body } = await closeAudit(tom, audit.id, wanted);
      expect(status).toBe(200);
      expect(body.closing).toMatchObject({
        ...{ cappedGrade: 'requires-improvement', finalGrade: 'inadequate', finalGradeReason },
        feedbackPoints: [OWN_WORDS, 'needs-strengths'],
      });
      expect(await storedResult(service, audit.id)).toMatchObject({
        ...{ calculated_grade: 3, capped_grade: 2, final_grade: 1 },
        ...{ caps_applied: ['one-critical-inadequate'], final_grade_reason: finalGradeReason },
      });
    });
  });

  it('leaves every answer as its agency submitted it', async () => {
    const { id } = await aClosedAudit(service, farApart);
    const answers = await service.database.asOwner<{ agency: string; value: string }>(
      `SELECT s.agency, n.value FROM answers n JOIN scorings s ON s.id = n.scoring_id
        WHERE s.audit_id = $1 AND n.kind = 'criterion' AND n.key = $2 ORDER BY s.agency`,
      [id, OWN_WORDS],
    );
    expect(answers.map(({ value }) => value)).toEqual(['outstanding', 'inadequate', 'good']);
  });
});
