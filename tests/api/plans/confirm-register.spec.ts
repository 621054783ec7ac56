import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RemoveExpiredRegisters } from '@app/backend/testing';
import { randomUUID } from 'node:crypto';
import { atOneMoment } from '../../support/at-one-moment.js';
import {
  aRegister,
  aRow,
  csvOf,
  uploadFile,
  type RegisterRow,
} from '../../support/builders/register.js';
import { people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { plansIn, rowCounts } from '../../support/registers.js';
import { startService, type Service } from '../../support/service.js';
import { addedToTrail } from '../../support/trail.js';
import type { Answer, Visitor } from '../../support/visitor.js';

const HOUR = 60 * 60;

type Register = {
  id: string;
  status: string;
  version: number;
  outcome: Record<string, number> | null;
  rowsReady: number;
  rowsRejected: number;
  rowsInFile: number;
  absentUndecided: number;
  firstRows: unknown[];
};

/** Each test has a register of its own, because confirming one changes what the next would do. */
describe('confirming a register', () => {
  let service: Service;
  let ruth: Visitor;

  beforeEach(async () => {
    service = await startService();
    ruth = await service.signIn(people.ruth);
  });
  afterEach(() => service.stop());

  const upload = async (rows: RegisterRow[], asAt?: string): Promise<Register> => {
    const answer = await uploadFile<Register>(ruth, csvOf(rows), asAt);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const confirm = ({ id, version }: Register, importReadyRows = false): Promise<Answer<Register>> =>
    ruth.post(`/api/plan-registers/${id}/confirmation`, { version, importReadyRows });
  const confirmed = async (rows: RegisterRow[], asAt?: string): Promise<Register> => {
    const answer = await confirm(await upload(rows, asAt));
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const plan = async (ref: string): Promise<Record<string, unknown>> => {
    const rows = await service.database.asOwner<Record<string, unknown>>(
      `SELECT *, as_at_on::text AS as_at_on, ceased_on::text AS ceased_on FROM plans WHERE plan_ref = $1`,
      [ref],
    );
    return rows[0] ?? {};
  };

  it('makes new plans, changes changed ones and leaves the rest, and the numbers add up', async () => {
    const [same, other, fresh, wrong] = ['S-1', 'S-2', 'S-3', 'S-4'].map((plan_ref) =>
      aRow({ plan_ref }),
    ) as [RegisterRow, RegisterRow, RegisterRow, RegisterRow];
    await confirmed([same, other]);
    const before = await plan('S-1');
    service.clock.advance(60);
    const waiting = await upload([
      same,
      { ...other, team: 'South' },
      fresh,
      { ...wrong, age: 'x' },
    ]);
    const { body } = await confirm(waiting, true);
    expect(body).toMatchObject({
      ...{ status: 'confirmed', rowsInFile: 4, rowsReady: 3, rowsRejected: 1, firstRows: [] },
      outcome: { new: 1, changed: 1, unchanged: 1 },
    });
    expect(await plan('S-1')).toEqual(before);
    expect(await plan('S-2')).toMatchObject({ team: 'South', version: 2 });
    expect(await plan('S-3')).toMatchObject({ team: 'North', version: 1, as_at_on: '2026-09-01' });
    expect(await plan('S-4')).toEqual({});
    expect(await rowCounts(service.database)).toMatchObject({ waiting: 0 });
  });

  it('of the same file twice changes nothing', async () => {
    const rows = [aRow(), aRow({ primary_need: '' }), aRow({ year_group: '', age: '22' })];
    await confirmed(rows);
    const before = await plansIn(service.database);
    service.clock.advance(60);
    const { outcome } = await confirmed(rows);
    expect(outcome).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(await plansIn(service.database)).toEqual(before);
  });

  it('takes a year group for unchanged that has moved on since, and for changed one that has not', async () => {
    const [moving, staying] = [aRow({ plan_ref: 'Y-1' }), aRow({ plan_ref: 'Y-2' })];
    await confirmed([moving, staying], '2026-07-01');
    const { outcome } = await confirmed(
      [{ ...moving, year_group: '6', age: '10' }, staying],
      '2026-09-01',
    );
    expect(outcome).toMatchObject({ new: 0, changed: 1, unchanged: 1 });
    expect(await plan('Y-1')).toMatchObject({ year_group: 5, as_at_on: '2026-07-01', version: 1 });
    expect(await plan('Y-2')).toMatchObject({ year_group: 5, as_at_on: '2026-09-01', version: 2 });
  });

  it('lets a plan be in force again that had ceased', async () => {
    const row = aRow({ plan_ref: 'C-1' });
    await confirmed([{ ...row, ceased_on: '2026-08-31' }]);
    expect(await plan('C-1')).toMatchObject({ ceased_on: '2026-08-31' });
    await confirmed([row]);
    expect(await plan('C-1')).toMatchObject({ ceased_on: null, version: 2 });
  });

  it('is refused when some rows have a problem, unless Ruth wants the ready ones alone', async () => {
    const waiting = await upload([aRow({ plan_ref: 'R-1' }), aRow({ age: 'x' })]);
    expectProblem(await confirm(waiting), 'rule-broken', {
      detail: expect.stringMatching(/^Some rows have a problem/) as unknown as string,
    });
    expect(await plan('R-1')).toEqual({});
    expect((await confirm(waiting, true)).status).toBe(200);
    expect(await plan('R-1')).toMatchObject({ version: 1 });
  });

  it('is refused when no row is ready', async () => {
    const answer = await confirm(await upload([aRow({ age: 'x' })]), true);
    expectProblem(answer, 'rule-broken', {
      detail: 'No row of this upload is ready. Mend the file and upload it again.',
    });
  });

  it('at one moment by two people is done once, and the other is told', async () => {
    const waiting = await upload([aRow({ plan_ref: 'M-1' })]);
    const answers = await atOneMoment(
      service.database,
      `SELECT FROM plan_registers WHERE id = '${waiting.id}' FOR NO KEY UPDATE`,
      [1, 2].map(() => () => confirm(waiting)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await plan('M-1')).toMatchObject({ version: 1 });
  });

  it('of another file makes whoever looked at this one look again', async () => {
    const row = aRow({ plan_ref: 'O-1' });
    const [mine, theirs] = [await upload([row]), await upload([{ ...row, team: 'South' }])];
    const answers = await atOneMoment(
      service.database,
      `SELECT FROM plan_registers WHERE status = 'waiting' ORDER BY id FOR NO KEY UPDATE`,
      [mine, theirs].map((one) => () => confirm(one)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers[0]?.status === 409 ? mine : theirs;
    const { body } = await ruth.get<Register>(`/api/plan-registers/${lost.id}`);
    expect(body.outcome).toMatchObject({ new: 0, changed: 1 });
    expect((await confirm(body)).status).toBe(200);
  });

  it('is refused for an older day than that of the newest register', async () => {
    const older = await upload([aRow()], '2026-08-01');
    await confirmed([aRow()], '2026-09-01');
    const { body } = await ruth.get<Register>(`/api/plan-registers/${older.id}`);
    expectProblem(await confirm(body), 'rule-broken', {
      detail:
        'A register as at 1 September 2026 has been confirmed already. Upload one with that as-at date or a later one',
      path: 'asAt',
    });
  });

  it('is refused once done, and once discarded', async () => {
    const done = await confirmed([aRow()]);
    expectProblem(await confirm(done), 'rule-broken', {
      detail: 'This upload has been confirmed already.',
    });
    const { problems } = await rowCounts(service.database);
    const { id, version } = await upload([aRow({ age: 'x' })]);
    const { body: discarded } = await ruth.post<Register>(`/api/plan-registers/${id}/discarding`, {
      version,
    });
    expect(discarded).toMatchObject({ status: 'discarded', outcome: null });
    expect(await rowCounts(service.database)).toMatchObject({ waiting: 0, problems });
    expectProblem(await confirm(discarded), 'rule-broken', {
      detail: 'This upload was discarded. Upload the file again.',
    });
  });

  it('is refused after a day, when the upload and all that was read of it go', async () => {
    const waiting = await upload([aRow(), aRow({ age: 'x' })]);
    service.clock.advance(24 * HOUR - 1);
    await service.app.get(RemoveExpiredRegisters).remove();
    ruth = await service.signIn(people.ruth);
    expect(await rowCounts(service.database)).toMatchObject({ waiting: 2 });
    service.clock.advance(1);
    expectProblem(await confirm(waiting, true), 'rule-broken', {
      detail:
        'An upload waits for 24 hours, and this one has waited longer. Upload the file again.',
    });
    const [entry] = await addedToTrail(service.database, () =>
      service.app.get(RemoveExpiredRegisters).remove(),
    );
    expect(entry).toMatchObject({ act: 'plans.expire-register', subject_id: waiting.id });
    expect(await rowCounts(service.database)).toMatchObject({ waiting: 0, problems: 0 });
    const { body } = await ruth.get<Register>(`/api/plan-registers/${waiting.id}`);
    expect(body).toMatchObject({ status: 'expired', outcome: null });
  });

  it('goes on record with counts alone', async () => {
    const waiting = await upload([aRow({ plan_ref: 'T-REC-1' }), aRow({ age: 'x' })]);
    const entries = await addedToTrail(service.database, () => confirm(waiting, true));
    expect(entries).toEqual([
      expect.objectContaining({
        act: 'plans.confirm-register',
        details: {
          ...{ asAt: '2026-09-01', new: 1, changed: 0, unchanged: 0, absent: 1500, rejected: 1 },
        },
      }),
    ]);
  });

  it('of fifteen thousand plans takes seconds, and a repeated request does it once', async () => {
    const waiting = await upload(Array.from({ length: 15_000 }, () => aRow()));
    const key = randomUUID();
    const send = () =>
      ruth.post<Register>(
        `/api/plan-registers/${waiting.id}/confirmation`,
        { version: waiting.version, importReadyRows: false },
        { headers: { 'idempotency-key': key } },
      );
    const before = performance.now();
    const { body } = await send();
    expect(performance.now() - before).toBeLessThan(15_000);
    expect(body.outcome).toMatchObject({ new: 15_000 });
    expect((await send()).body).toEqual(body);
    expect(await rowCounts(service.database)).toMatchObject({ plans: 16_563 });
  });
});

describe('what waits for the audit lead', () => {
  let service: Service;

  beforeEach(async () => {
    service = await startService();
  });
  afterEach(() => service.stop());

  it('is an upload to confirm, and then plans that the register does not have', async () => {
    const ruth = await service.signIn(people.ruth);
    const waitingFor = async () => {
      const { body } = await ruth.get<{ waiting: { key: string }[] }>('/api/home');
      return body.waiting.filter(({ key }) => key.startsWith('plan'));
    };
    expect(await waitingFor()).toEqual([]);
    await aRegister(service).by(ruth).upload();
    expect(await waitingFor()).toEqual([
      expect.objectContaining({
        key: 'plan-registers-waiting',
        count: 1,
        link: '/plans/registers',
      }),
    ]);
    const { id } = await aRegister(service).by(ruth).confirm();
    expect(await waitingFor()).toContainEqual(
      expect.objectContaining({
        ...{ key: 'plans-absent', count: 1500, link: `/plans/registers/${id}/absent` },
      }),
    );
  });
});
