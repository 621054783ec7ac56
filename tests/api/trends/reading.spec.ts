import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeasureSeriesResponse, TrendsResponse } from '@app/shared/contracts';
import { closeQuarters, type ClosedQuarters } from '../../support/builders/closed-quarters.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

const HEALTH_OUTCOMES = 'indicator-health-outcome-rate';

describe('reading trends', () => {
  let service: Service;
  let made: ClosedQuarters;

  beforeAll(async () => {
    service = await startService();
    made = await closeQuarters(service);
  });
  afterAll(() => service.stop());

  const read = async (visitor: Visitor): Promise<TrendsResponse> =>
    (await visitor.get<TrendsResponse>('/api/trends/ehc-plan')).body;
  const measure = ({ measures }: TrendsResponse, key: string): MeasureSeriesResponse => {
    const found = measures.find((one) => one.key === key);
    if (!found) throw new Error(`there is no measure ${key}`);
    return found;
  };

  it('shows Ruth, who leads, every quarter of every measure in full', async () => {
    const trends = await read(await service.signIn(people.ruth));
    expect(trends).toMatchObject({ kind: 'ehc-plan', title: 'EHC plan audit', isFull: true });
    expect(trends.measures).toHaveLength(1 + 10 + 8);
    const { points } = measure(trends, 'overall');
    expect(points.map(({ quarter }) => quarter)).toEqual(made.rounds.map(({ quarter }) => quarter));
    const graded = made.rounds.at(-1)?.results.filter(({ finalGrade }) => finalGrade !== null);
    expect(points.at(-1)?.point).toMatchObject({
      base: { plans: graded?.length, isExact: true },
      met: graded?.filter(({ finalGrade }) => Number(finalGrade) >= 3).length,
      population: 1500,
    });
  });

  it('claims the one true rise and nothing beside it', async () => {
    for (const person of [people.ruth, people.alan]) {
      const { measures } = await read(await service.signIn(person));
      const claimed = measures.filter(({ change }) => ['rise', 'fall'].includes(change.outcome));
      expect(claimed.map(({ key }) => key)).toEqual([HEALTH_OUTCOMES]);
      expect(claimed[0]?.headline).toBe(
        'Plans with evident health need that have a health outcome: a clear rise',
      );
      expect(claimed[0]?.change.sentence).toMatch(/^\d+% against \d+%: a clear rise of \d+ points/);
    }
  });

  it('leaves out small numbers for Alan of the QA subgroup, in the answer and in the file', async () => {
    const alan = await service.signIn(people.alan);
    const trends = await read(alan);
    expect(trends.isFull).toBe(false);
    const { points } = measure(trends, 'indicator-social-worker-reflected-rate');
    expect(points[0]).toMatchObject({
      isPooled: false,
      point: { base: null, met: null, counted: null, share: null, sentence: 'Too few to show.' },
    });
    const { text, headers } = await alan.file(
      '/api/trends/ehc-plan/measures/indicator-social-worker-reflected-rate/points.csv',
    );
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [header = '', first = ''] = text.split('\r\n');
    expect(header).toContain('quarter,quarters_pooled');
    expect(first).toContain('too few to show,too few to show,,too few to show,,');
  });

  it('is for lead, moderator, SEND manager and QA subgroup alone', async () => {
    const statusFor = async (person: typeof people.tom) =>
      (await (await service.signIn(person)).get('/api/trends/ehc-plan')).status;
    for (const person of [people.tom, people.nadia]) expect(await statusFor(person)).toBe(200);
    for (const person of [people.priya, people.grace, people.helen, people.joan]) {
      expect([person.fullName, await statusFor(person)]).toEqual([person.fullName, 403]);
    }
  });

  it('is answered as not found for a kind or a measure that nothing was compiled of', async () => {
    const ruth = await service.signIn(people.ruth);
    expectProblem(await ruth.get('/api/trends/health-advice'), 'not-found');
    expectProblem(await ruth.get('/api/trends/ehc-plan/measures/none/points.csv'), 'not-found');
    const { body } = await ruth.get('/api/trends');
    expect(body).toEqual({ kinds: [{ kind: 'ehc-plan', title: 'EHC plan audit' }] });
  });

  it('never lets a compiled quarter change', async () => {
    await expect(
      service.database.asOwner(`UPDATE quarter_measures SET quarter = '2030-31-Q1'`),
    ).rejects.toThrow();
    await expect(service.database.asOwner('DELETE FROM quarter_measures')).rejects.toThrow();
  });
});
