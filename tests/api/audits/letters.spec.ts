import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RaterResponse } from '@app/shared/contracts';
import {
  aScoredAudit,
  closeAudit,
  criterionIn,
  decide,
  readModeration,
  type Moderation,
  type Scored,
} from '../../support/builders/moderation.js';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

const OWN_WORDS = 'voice-own-words';

/** Each agency gives away whose words they are, so that a test can tell what the moderator must not. */
const telling: Scored = {
  education: { evidence: 'words of education', outcomes: { [OWN_WORDS]: 'outstanding' } },
  health: { evidence: 'words of health', outcomes: { [OWN_WORDS]: 'inadequate' } },
  'social-care': { evidence: 'words of social-care' },
};

describe('what a moderator learns of who scored', () => {
  let service: Service;
  let tom: Visitor;
  let id: string;

  beforeAll(async () => {
    service = await startService();
    tom = await service.signIn(people.tom);
    id = (await aScoredAudit(service, telling)).id;
  });
  afterAll(() => service.stop());

  const severalRaters = ({ form }: Moderation) =>
    form.criteria.filter(({ raters }) => raters.length > 1);

  it('is letters in the place of agencies on criteria with several raters', async () => {
    const moderation = await readModeration(tom, id);
    const several = severalRaters(moderation);
    expect(several.length).toBe(21);
    for (const { raters } of several) {
      expect(raters.map(({ letter }) => letter)).toEqual(['A', 'B', 'C'].slice(0, raters.length));
      expect(raters.every(({ agency }) => agency === null)).toBe(true);
    }
    expect(
      criterionIn(moderation, OWN_WORDS)
        .raters.map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['good', 'inadequate', 'outstanding']);
  });

  it('is the agency and no letter where one agency scores, which the framework tells anyhow', async () => {
    const moderation = await readModeration(tom, id);
    const { raters } = criterionIn(moderation, 'needs-complete');
    expect(raters).toEqual([
      {
        ...{ letter: null, agency: { key: 'education', title: 'Education' } },
        ...{ outcome: 'good', evidence: 'words of education', sections: ['B'] },
      },
    ]);
  });

  it('is the same letters whenever it is read', async () => {
    const [first, second] = [await readModeration(tom, id), await readModeration(tom, id)];
    expect(second.form.criteria).toEqual(first.form.criteria);
  });

  it('is never a letter that stays with an agency from criterion to criterion', async () => {
    const first = (await readModeration(tom, id)).form.criteria.flatMap(({ raters }) =>
      raters.length === 3 ? [raters[0]?.evidence] : [],
    );
    expect(new Set(first).size).toBeGreaterThan(1);
    // Education scores every criterion that two agencies score.
    const ofTwo = severalRaters(await readModeration(tom, id)).filter(
      ({ raters }) => raters.length === 2 && raters.every(({ evidence }) => evidence !== null),
    );
    const letters = ofTwo.map(({ raters }) => letterOf(raters, 'words of education'));
    expect(new Set(letters)).toEqual(new Set(['A', 'B']));
  });

  it('is no name and no key of a scoring anywhere', async () => {
    const { text } = await tom.file(`/api/moderations/${id}`);
    expect(text).not.toMatch(/Dev Patel|Priya Nair|Sam Okafor|SO-0/);
    const scorings = await service.database.asOwner<{ id: string; auditor: string }>(
      'SELECT id, auditor_id AS auditor FROM scorings WHERE audit_id = $1',
      [id],
    );
    for (const scoring of scorings) {
      expect(text).not.toContain(scoring.id);
      expect(text).not.toContain(scoring.auditor);
    }
  });

  it('is no strength of a domain as long as a difference in it waits', async () => {
    const { form } = await readModeration(tom, id);
    expect(form.strengths.length).toBeGreaterThan(10);
    expect(form.strengths.map(({ domain }) => domain)).not.toContain('voice');
  });

  it('is the agencies of a criterion once it is decided, and of no other', async () => {
    const reason = 'The plan quotes her once.';
    const { body } = await decide(tom, id, OWN_WORDS, { outcome: 'good', reason });
    const agencies = criterionIn(body, OWN_WORDS).raters.map(({ agency, evidence }) => [
      `words of ${agency?.key ?? 'nobody'}`,
      evidence,
    ]);
    expect(agencies.every(([words, evidence]) => words === evidence)).toBe(true);
    const others = severalRaters(body).filter(({ criterion }) => criterion !== OWN_WORDS);
    expect(others.flatMap(({ raters }) => raters).every(({ agency }) => agency === null)).toBe(
      true,
    );
    const ofVoice = body.form.strengths.filter(({ domain }) => domain === 'voice');
    expect(ofVoice).toHaveLength(3);
  });

  it('is all of them once it is closed, for the lead too', async () => {
    expect((await closeAudit(tom, id)).status).toBe(200);
    const ruth = await service.signIn(people.ruth);
    for (const visitor of [tom, ruth]) {
      const raters = (await readModeration(visitor, id)).form.criteria.flatMap((one) => one.raters);
      expect(raters.length).toBeGreaterThan(60);
      for (const { agency, evidence } of raters) {
        expect([null, `words of ${agency?.key ?? 'nobody'}`]).toContain(evidence);
        expect(agency).not.toBeNull();
      }
    }
  });
});

function letterOf(raters: readonly RaterResponse[], evidence: string): string | null | undefined {
  return raters.find((rater) => rater.evidence === evidence)?.letter;
}
