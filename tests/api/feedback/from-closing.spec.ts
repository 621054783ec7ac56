import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FeedbackListResponse } from '@app/shared/contracts';
import { readFeedback } from '../../support/builders/feedback.js';
import { aClosedAudit } from '../../support/builders/moderation.js';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';

/** The way feedback really comes: three agencies score, Tom moderates and closes. */
describe('feedback on an audit that Tom closes', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('has the points he left, with what was scored, and the same grade', async () => {
    const outcomes = {
      ...{ 'needs-complete': 'inadequate', 'provision-specific': 'requires-improvement' },
      ...{ 'coherence-golden-thread': 'outstanding' },
    };
    const evidence = 'Section B leaves out the sleep that the parents describe.';
    const closed = await aClosedAudit(service, { education: { outcomes, evidence } });
    const nadia = await service.signIn(people.nadia);
    const { body } = await nadia.get<FeedbackListResponse>('/api/feedback');
    const listed = body.feedback.find(({ reference }) => reference === closed.reference);
    const feedback = await readFeedback(nadia, listed?.id ?? 'none');
    expect(feedback).toMatchObject({ planRef: closed.planRef, quarter: closed.quarter });
    expect(feedback.points.slice(0, 2)).toMatchObject([
      {
        ...{ criterion: 'needs-complete', grade: { key: 'inadequate' } },
        evidence: { agency: { key: 'education' }, text: evidence, inPlaceOf: null },
        nextGrade: { key: 'requires-improvement' },
      },
      { criterion: 'provision-specific', nextGrade: { key: 'good' } },
    ]);
    expect(feedback.strengths).toHaveLength(2);
    expect(feedback.strengths[0]?.said?.text).toBeTruthy();
    expect(feedback.grade).not.toBeNull();
  });
});
