import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProgrammeListResponse, ProgrammeResponse } from '@app/shared/contracts';
import { createHash, randomUUID } from 'node:crypto';
import { planFramework } from '../../support/builders/framework.js';
import {
  aDrawnRound,
  aRound,
  AUTUMN,
  openRound,
  programmeOf,
  routine,
  SUMMER,
  theme,
} from '../../support/builders/round.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Answer, Visitor } from '../../support/visitor.js';

describe('the programme year', () => {
  let service: Service;
  let ruth: Visitor;

  beforeAll(async () => {
    service = await startService();
    ruth = await service.signIn(people.ruth);
  });
  afterAll(() => service.stop());

  it('of the demonstration has a routine round for each quarter, one of advice, and the last year’s seed is shown', async () => {
    const past = await programmeOf(ruth, '2025-26');
    const present = await programmeOf(ruth, '2026-27');
    expect(past.rounds.map(({ reference }) => reference)).toEqual([
      '2025-26-Q2-routine',
      '2025-26-Q3-routine',
      '2025-26-Q4-routine',
    ]);
    expect(present.rounds.map(({ reference, state }) => `${reference} ${state}`)).toEqual([
      '2026-27-Q1-routine closed',
      '2026-27-Q1-advice closed',
      '2026-27-Q2-routine open',
      '2026-27-Q2-theme open',
    ]);
    expect(past.drawingFinishedOn).toBe('2026-03-30');
    const commitment = createHash('sha256').update(String(past.seed)).digest('hex');
    expect(past.seedCommitment).toBe(commitment);
    expect(present).toMatchObject({ seed: null, drawingFinishedOn: null });
  });

  it('is opened once, and not before the year before it', async () => {
    expectProblem(await ruth.post('/api/programmes', { year: '2026-27' }), 'already-taken', {
      path: 'year',
      detail: 'This programme year has been opened already',
    });
    expectProblem(await ruth.post('/api/programmes', { year: '2028-29' }), 'rule-broken', {
      path: 'year',
      detail: 'Today the programme year 2026-27 or 2027-28 can be opened, not 2028-29',
    });
  });

  it('is opened by one of two who open it at one moment, with a seed of its own that nobody sees', async () => {
    const { body: before } = await ruth.get<ProgrammeListResponse>('/api/programmes');
    expect(before.yearsToOpen).toEqual(['2027-28']);
    const open = () => ruth.post<ProgrammeResponse>('/api/programmes', { year: '2027-28' });
    const answers = await Promise.all([open(), open()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const opened = answers.find(({ status }) => status === 201)?.body;
    expect(opened).toMatchObject({ year: '2027-28', seed: null, rounds: [] });
    expect(opened?.seedCommitment).toMatch(/^[0-9a-f]{64}$/);
    const { body: after } = await ruth.get<ProgrammeListResponse>('/api/programmes');
    expect(after.yearsToOpen).toEqual([]);
    expect(after.programmes.map(({ year }) => year)).toEqual(['2027-28', '2026-27', '2025-26']);
  });

  it('is the audit lead’s alone', async () => {
    const round = (await programmeOf(ruth, '2026-27')).rounds[0]?.id ?? '';
    for (const person of [people.helen, people.priya, people.nadia, people.alan, people.tom]) {
      const visitor = await service.signIn(person);
      for (const path of [
        '/api/programmes',
        `/api/rounds/${round}`,
        `/api/rounds/${round}/verification.csv`,
      ])
        expectProblem(await visitor.get(path), 'not-permitted');
      expectProblem(
        await visitor.post(`/api/rounds/${round}/draw`, { version: 1 }),
        'not-permitted',
      );
    }
  });

  it('says on the home page that the present quarter has no round yet', async () => {
    const { body } = await ruth.get<{ waiting: { title: string; link: string }[] }>('/api/home');
    expect(body.waiting.map(({ title }) => title).join()).not.toMatch(/routine round/);
    const autumn = await startService();
    try {
      autumn.clock.set(new Date('2026-10-05T08:00:00Z'));
      const lead = await autumn.signIn(people.ruth);
      const { body: home } = await lead.get<typeof body>('/api/home');
      expect(home.waiting).toContainEqual(
        expect.objectContaining({
          title: 'No routine round is open for Oct to Dec 2026',
          link: `/programme/rounds/new?quarter=${AUTUMN}`,
        }),
      );
      await aRound(lead, routine());
      const { body: after } = await lead.get<typeof body>('/api/home');
      expect(after.waiting).toContainEqual(
        expect.objectContaining({
          title: 'Samples to draw for Oct to Dec 2026',
          link: '/programme/2026-27',
        }),
      );
    } finally {
      await autumn.stop();
    }
  });
});

describe('a round', () => {
  let service: Service;
  let ruth: Visitor;

  beforeAll(async () => {
    service = await startService();
    ruth = await service.signIn(people.ruth);
  });
  afterAll(() => service.stop());

  const refused = (answer: Answer, path: string) =>
    expect((answer.body.errors as { path: string }[]).map((error) => error.path)).toContain(path);

  it('is opened for the next quarter with its framework, and leaves an entry without a seed', async () => {
    const added = await addedToTrail(service.database, async () => {
      expect(await aRound(ruth, routine())).toMatchObject({
        reference: '2026-27-Q3-routine',
        year: '2026-27',
        state: 'planned',
        sampleSize: 30,
        drawnSize: null,
        sample: null,
        framework: { kind: 'ehc-plan', number: 1 },
      });
    });
    expect(added.map(({ act, details }) => ({ act, details }))).toEqual([
      {
        act: 'programme.open-round',
        details: {
          ...{ reference: '2026-27-Q3-routine', kind: 'routine', quarter: AUTUMN },
          ...{ sampleSize: 30, dueOn: '2026-12-18' },
        },
      },
    ]);
  });

  it('that is routine is the only one of its framework in the quarter, also at one moment', async () => {
    expectProblem(await openRound(ruth, routine()), 'already-taken', {
      path: 'quarter',
      detail: 'This quarter has its routine round with this framework already',
    });
  });

  it('of a theme is one of any number beside it', async () => {
    const first = await aRound(ruth, theme({ themeTitle: 'Autism', themeNeed: 'ASD' }));
    const second = await aRound(ruth, theme({ isThemeLookedAfter: true }));
    expect([first.reference, second.reference]).toEqual([
      '2026-27-Q2-theme-2',
      '2026-27-Q2-theme-3',
    ]);
    expect(first).toMatchObject({
      themeTitle: 'Autism',
      themeFilter: { need: 'ASD', phase: 'primary', team: null },
    });
  });

  it('is refused with a sentence where a rule does not allow it', async () => {
    refused(await openRound(ruth, theme({ themePhase: null })), 'themeNeed');
    refused(await openRound(ruth, theme({ themeTitle: ' ' })), 'themeTitle');
    refused(await openRound(ruth, routine({ quarter: '2026-27-Q1' })), 'quarter');
    refused(await openRound(ruth, routine({ quarter: SUMMER, dueOn: '2026-10-01' })), 'dueOn');
    refused(await openRound(ruth, routine({ sampleSize: 11 })), 'sampleSize');
    refused(await openRound(ruth, theme({ kind: 'calibration' })), 'kind');
    expectProblem(
      await openRound(ruth, theme({ frameworkVersionId: randomUUID() })),
      'rule-broken',
      {
        path: 'frameworkVersionId',
        detail: 'Choose a published framework from the list',
      },
    );
  });

  it('takes a framework for plans and not one for advice', async () => {
    const { body } = await ruth.get<{ frameworks: { kind: string; versions: { id: string }[] }[] }>(
      '/api/frameworks',
    );
    const advice = body.frameworks.find(({ kind }) => kind === 'health-advice')?.versions[0]?.id;
    expect(advice).not.toBe(await planFramework(ruth));
    refused(await openRound(ruth, theme({ frameworkVersionId: advice })), 'frameworkVersionId');
  });

  it('may change its size and its due date until its sample is drawn', async () => {
    const { id, version } = await aRound(ruth);
    const change = { sampleSize: 20, dueOn: '2026-09-25', version };
    const answer = await ruth.put(`/api/rounds/${id}`, change);
    expect(answer.body).toMatchObject({
      sampleSize: 20,
      dueOn: '2026-09-25',
      version: version + 1,
    });
    expectProblem(await ruth.put(`/api/rounds/${id}`, change), 'stale-version');
    const drawn = await aDrawnRound(ruth);
    expectProblem(
      await ruth.put(`/api/rounds/${drawn.id}`, { ...change, version: drawn.version }),
      'rule-broken',
      { detail: 'The sample of this round has been drawn, so its size stays.' },
    );
  });
});
