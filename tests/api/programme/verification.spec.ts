import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { VerificationResponse } from '@app/shared/contracts';
import { createHash, createHmac } from 'node:crypto';
import {
  aDrawnRound,
  aRound,
  draw,
  LATE_SEPTEMBER,
  programmeOf,
  roundCalled,
  routine,
  theme,
  type Round,
} from '../../support/builders/round.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';
import { trailOf } from '../../support/trail.js';
import type { Visitor } from '../../support/visitor.js';

interface Line {
  reference: string;
  stratum: string;
  position: string;
  place: string;
  outcome: string;
  stratum_start: string;
  stratum_size: string;
  seed_sha256: string;
  seed: string;
}

/** Reads a file without quotation marks in it, as this one is. */
function linesOf(text: string): Line[] {
  const [header = '', ...rows] = text.replace('\uFEFF', '').trim().split('\r\n');
  const names = header.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index]])) as unknown as Line;
  });
}

describe('the verification of a draw', () => {
  let service: Service;
  let ruth: Visitor;

  beforeAll(async () => {
    service = await startService();
    service.clock.set(LATE_SEPTEMBER);
    ruth = await service.signIn(people.ruth);
  });
  afterAll(() => service.stop());

  const file = async ({ id }: Round) => {
    const { text, headers } = await ruth.file(`/api/rounds/${id}/verification.csv`);
    return { lines: linesOf(text), headers };
  };

  it('can be done by anyone from the file and the seed, with nothing but HMAC and a sort', async () => {
    const round = await roundCalled(ruth, '2025-26-Q3-routine');
    const { lines, headers } = await file(round);
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="2025-26-Q3-routine-draw.csv"',
    );
    const seed = lines[0]?.seed ?? '';
    expect(createHash('sha256').update(seed).digest('hex')).toBe(lines[0]?.seed_sha256);
    const byStratum = Map.groupBy(lines, ({ stratum }) => stratum);
    expect(byStratum.size).toBe(6);
    for (const [, plans] of byStratum) {
      const { stratum_start: start = '', stratum_size: size } = plans[0] ?? {};
      const numbered = plans.map(({ reference }) => {
        const digest = createHmac('sha256', seed).update(reference).digest('hex');
        return { reference, digest, isBehind: digest.slice(0, 16) < start };
      });
      const ordered = numbered.sort(
        (a, b) => Number(a.isBehind) - Number(b.isBehind) || (a.digest < b.digest ? -1 : 1),
      );
      expect(plans.map(({ reference }) => reference)).toEqual(
        ordered.map(({ reference }) => reference),
      );
      expect(plans.map(({ position }) => position)).toEqual(
        ordered.map(({ digest }) => digest.slice(0, 16)),
      );
      expect(plans.map(({ place }) => Number(place))).toEqual(plans.map((_, index) => index + 1));
      const drawn = plans
        .filter(({ outcome }) => outcome === 'drawn')
        .map(({ reference }) => reference);
      expect(drawn).toEqual(ordered.slice(0, Number(size)).map(({ reference }) => reference));
    }
  });

  it('shows no number of a plan in reserve while the seed is secret', async () => {
    const { lines } = await file(await roundCalled(ruth, '2026-27-Q2-routine'));
    expect(new Set(lines.map(({ seed }) => seed))).toEqual(new Set(['']));
    const reserve = lines.filter(({ outcome }) => outcome === 'reserve');
    expect(reserve.length).toBeGreaterThan(1_000);
    expect(new Set(reserve.map(({ position, place }) => position + place))).toEqual(new Set(['']));
    const references = lines.map(({ reference }) => reference);
    expect(references).toEqual(references.toSorted());
    for (const { position } of lines.filter(({ outcome }) => outcome === 'drawn'))
      expect(position).toMatch(/^[0-9a-f]{16}$/);
  });

  it('holds the names of its columns alone before the draw', async () => {
    expect((await file(await aRound(ruth))).lines).toEqual([]);
  });

  it('is done by the service itself, for every draw of the demonstration', async () => {
    for (const reference of [
      '2025-26-Q2-routine',
      '2025-26-Q4-routine',
      '2026-27-Q1-routine',
      '2026-27-Q2-theme',
    ]) {
      const { id } = await roundCalled(ruth, reference);
      const { status, body } = await ruth.post<VerificationResponse>(
        `/api/rounds/${id}/verification`,
      );
      expect(status).toBe(200);
      expect({ reference, ...body }).toMatchObject({ reference, isSame: true });
      expect(body.checks).toHaveLength(5);
    }
    const verified = (await trailOf(service.database)).filter(
      ({ act }) => act === 'programme.verify-sample',
    );
    expect(verified.at(-1)?.details).toEqual({
      ...{ reference: '2026-27-Q2-theme', isSame: true, failed: [] },
    });
  });

  it('holds after a withdrawal, and for the round drawn after it', async () => {
    const summer = await roundCalled(ruth, '2026-27-Q2-routine');
    const planId = summer.sample?.plans[0]?.planId;
    const wanted = { planId, reason: 'ceased', version: summer.version };
    await ruth.post(`/api/rounds/${summer.id}/withdrawals`, wanted);
    const autumn = await aDrawnRound(ruth, routine());
    for (const { id } of [summer, autumn]) {
      const { body } = await ruth.post<VerificationResponse>(`/api/rounds/${id}/verification`);
      expect(body.isSame).toBe(true);
    }
  });

  it('tells when someone with the database’s password has changed a place', async () => {
    const { id } = await aDrawnRound(ruth, theme({ sampleSize: 8 }));
    const onSample = `sample_id = (SELECT id FROM samples WHERE round_id = '${id}')`;
    await service.database.asOwner(
      'ALTER TABLE sampled_plans DISABLE TRIGGER sampled_plans_never_change',
    );
    await service.database.asOwner(
      `UPDATE sampled_plans SET position = '0000000000000001' WHERE ${onSample} AND place = 1`,
    );
    const { body } = await ruth.post<VerificationResponse>(`/api/rounds/${id}/verification`);
    expect(body.isSame).toBe(false);
    expect(body.checks.filter(({ holds }) => !holds).map(({ key }) => key)).toEqual(['order']);
  });

  it('cannot be done before the draw', async () => {
    const { id } = await aRound(ruth);
    expectProblem(await ruth.post(`/api/rounds/${id}/verification`), 'rule-broken', {
      detail: 'This round has no sample yet. Draw it first.',
    });
  });
});

describe('the seed of a year', () => {
  let service: Service;
  let ruth: Visitor;

  beforeAll(async () => {
    service = await startService();
    service.clock.set(LATE_SEPTEMBER);
    ruth = await service.signIn(people.ruth);
  });
  afterAll(() => service.stop());

  const finish = async (year = '2026-27') => {
    const { id, version } = await programmeOf(ruth, year);
    return ruth.post(`/api/programmes/${id}/drawing-finish`, { version });
  };

  it('is in no answer, no file, no trail entry and no kept answer before it is shown', async () => {
    const [row] = await service.database.asOwner<{ seed: string }>(
      `SELECT seed FROM programmes WHERE year = '2026-27'`,
    );
    const seed = row?.seed ?? 'none';
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    const round = await aRound(ruth);
    const { id, version } = await programmeOf(ruth, '2026-27');
    const texts: string[] = [];
    const keep = async (request: Promise<{ body: unknown; headers: Headers }>) => {
      const { body, headers } = await request;
      texts.push(JSON.stringify(body), [...headers.values()].join());
    };
    await keep(ruth.get('/api/home'));
    await keep(ruth.get('/api/programmes'));
    await keep(ruth.get(`/api/programmes/${id}`));
    await keep(ruth.post('/api/programmes', { year: '2026-27' }));
    await keep(ruth.get(`/api/rounds/${round.id}`));
    await keep(ruth.get(`/api/rounds/${round.id}/draw-plan`));
    await keep(
      ruth.put(`/api/rounds/${round.id}`, { sampleSize: 10, dueOn: '2026-09-30', version: 1 }),
    );
    await keep(draw(ruth, { ...round, version: 2 }));
    await keep(draw(ruth, { ...round, version: 2 }));
    const { body: drawn } = await ruth.get<Round>(`/api/rounds/${round.id}`);
    const wanted = { planId: drawn.sample?.plans[0]?.planId, reason: 'moved', version: 3 };
    await keep(ruth.post(`/api/rounds/${round.id}/withdrawals`, wanted));
    await keep(ruth.post(`/api/rounds/${round.id}/verification`));
    await keep(ruth.post(`/api/programmes/${id}/drawing-finish`, { version: version + 5 }));
    texts.push((await ruth.file(`/api/rounds/${round.id}/verification.csv`)).text);
    const helen = await service.signIn(people.helen);
    await keep(helen.get('/api/trail'));
    const tables = await service.database.asOwner<{ text: string }>(
      `SELECT coalesce(string_agg(t::text, ' '), '') AS text FROM (
         SELECT answer::text FROM idempotency_keys UNION ALL SELECT details::text FROM trail_entries) AS t`,
    );
    texts.push(tables[0]?.text ?? '');
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) {
      expect(text).not.toBe('');
      expect(text).not.toContain(seed);
    }
  });

  it('is not shown while a round of a running quarter waits for its draw', async () => {
    const waiting = await aRound(ruth);
    expectProblem(await finish(), 'rule-broken', {
      detail: `The sample of ${waiting.reference} has not been drawn. Draw it first: after the seed is shown no sample can be drawn.`,
    });
    expect((await draw(ruth, waiting)).status).toBe(200);
  });

  it('is shown when drawing is finished, is the one that was fixed, and ends all drawing', async () => {
    expect((await finish()).status).toBe(200);
    const { seed, seedCommitment, drawingFinishedOn } = await programmeOf(ruth, '2026-27');
    expect(createHash('sha256').update(String(seed)).digest('hex')).toBe(seedCommitment);
    expect(drawingFinishedOn).toBe('2026-09-21');
    const { lines } = await roundCalled(ruth, '2026-27-Q2-routine').then(async ({ id }) => ({
      lines: linesOf((await ruth.file(`/api/rounds/${id}/verification.csv`)).text),
    }));
    expect(new Set(lines.map((line) => line.seed))).toEqual(new Set([seed]));
    expectProblem(await finish(), 'rule-broken', {
      detail: 'Drawing has been finished already for this year.',
    });
    const late = await ruth.post('/api/rounds', { ...(await lateRound()) });
    expectProblem(late, 'rule-broken', {
      path: 'quarter',
      detail: 'Drawing is finished for 2026-27, so no round can be added to it',
    });
  });

  async function lateRound() {
    const { framework } = await roundCalled(ruth, '2026-27-Q2-routine');
    return theme({ frameworkVersionId: framework.id });
  }

  it('and a drawn sample cannot be changed, not even by the role that owns the tables', async () => {
    const changes = [
      `UPDATE programmes SET seed_commitment = repeat('0', 64)`,
      `UPDATE programmes SET drawing_finished_on = NULL WHERE drawing_finished_on IS NOT NULL`,
      `DELETE FROM programmes`,
      `UPDATE audit_rounds SET quarter = '2026-27-Q4'`,
      `UPDATE audit_rounds SET sample_size = 40`,
      `UPDATE samples SET drawn_on = '2026-01-01'`,
      `UPDATE sample_strata SET start = repeat('0', 16)`,
      `DELETE FROM sampled_plans`,
      `UPDATE sample_withdrawals SET reason = 'died'`,
      `TRUNCATE sample_withdrawals`,
    ];
    for (const sql of changes)
      await expect(service.database.asOwner(sql)).rejects.toThrow(/never change/);
  });
});
