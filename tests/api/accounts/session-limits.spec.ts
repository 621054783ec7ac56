import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, TUESDAY_MORNING, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Use is written down at most every thirty seconds, and the same time is granted on top. */
const IDLE = 30 * MINUTE + 30;

describe('how long a session lasts', () => {
  let service: Service;
  let priya: Visitor;

  beforeAll(async () => {
    service = await startService();
  });
  beforeEach(async () => {
    service.clock.set(TUESDAY_MORNING);
    priya = await service.signIn(people.priya);
  });
  afterAll(() => service.stop());

  const endsAfter = (seconds: number): string =>
    new Date(TUESDAY_MORNING.getTime() + seconds * 1000).toISOString();

  it('is still there a second before the idle time is over', async () => {
    service.clock.advance(IDLE - 1);
    expect((await priya.get('/api/account')).status).toBe(200);
  });

  it('is over when the idle time is', async () => {
    service.clock.advance(IDLE);
    expectProblem(await priya.get('/api/account'), 'not-signed-in', {
      detail: 'Sign in to go on.',
    });
  });

  it('begins the idle time anew with each use', async () => {
    for (let times = 0; times < 4; times += 1) {
      service.clock.advance(IDLE - 1);
      expect((await priya.get('/api/account')).status).toBe(200);
    }
  });

  it('says when it ends, so that the page can warn two minutes before', async () => {
    const { body } = await priya.get('/api/session');
    expect(body).toMatchObject({ endsAt: endsAfter(IDLE), warnSeconds: 120, idleSeconds: 1800 });
  });

  it('does not move the end for uses that come within thirty seconds', async () => {
    service.clock.advance(29);
    expect((await priya.get('/api/session')).body.endsAt).toBe(endsAfter(IDLE));
    service.clock.advance(1);
    expect((await priya.get('/api/session')).body.endsAt).toBe(endsAfter(30 + IDLE));
  });

  it('is extended in full when Priya asks at the warning', async () => {
    service.clock.advance(28 * MINUTE);
    const { status, body } = await priya.post('/api/session/extension');
    expect(status).toBe(200);
    expect(body).toMatchObject({ signedIn: true, endsAt: endsAfter(28 * MINUTE + IDLE) });
    service.clock.advance(IDLE - 1);
    expect((await priya.get('/api/account')).status).toBe(200);
  });

  it('cannot be extended once it is over', async () => {
    service.clock.advance(IDLE);
    expectProblem(await priya.post('/api/session/extension'), 'not-signed-in');
  });

  it('ends after twelve hours however busy Priya is', async () => {
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      service.clock.advance(20 * MINUTE);
      await priya.post('/api/session/extension');
    }
    expect((await priya.get('/api/session')).body.endsAt).toBe(endsAfter(12 * HOUR));
    service.clock.set(new Date(TUESDAY_MORNING.getTime() + 12 * HOUR * 1000 - 1000));
    expect((await priya.get('/api/account')).status).toBe(200);
    service.clock.advance(1);
    expectProblem(await priya.get('/api/account'), 'not-signed-in');
  });
});
