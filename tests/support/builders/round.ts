import type {
  ProgrammeListResponse,
  ProgrammeResponse,
  RoundResponse,
} from '@app/shared/contracts';
import { randomUUID } from 'node:crypto';
import { planFramework } from './framework.js';
import { people } from '../people.js';
import type { Service } from '../service.js';
import type { Answer, Visitor } from '../visitor.js';

/** The quarter in which the tests' clock stands. */
export const SUMMER = '2026-27-Q2';
export const AUTUMN = '2026-27-Q3';
/** From here on the samples of the autumn can be drawn. */
export const LATE_SEPTEMBER = new Date('2026-09-21T08:30:00Z');

export type RoundFields = Record<string, unknown>;
/** A round as it is answered. */
export type Round = Pick<RoundResponse, keyof RoundResponse>;

const themeOfPrimary = {
  kind: 'theme',
  quarter: SUMMER,
  dueOn: '2026-09-30',
  sampleSize: 12,
  themeTitle: 'Primary schools',
  themePhase: 'primary',
};

/** A routine round for the autumn, but for what the test is about. */
export const routine = (fields: RoundFields = {}): RoundFields => ({
  kind: 'routine',
  quarter: AUTUMN,
  dueOn: '2026-12-18',
  sampleSize: 30,
  ...fields,
});

/** A theme round of this quarter, of which there may be any number, but for what the test is about. */
export const theme = (fields: RoundFields = {}): RoundFields => ({ ...themeOfPrimary, ...fields });

/** Opens a round as Ruth does. */
export async function openRound(ruth: Visitor, fields: RoundFields): Promise<Answer<Round>> {
  const frameworkVersionId = await planFramework(ruth);
  return ruth.post('/api/rounds', { frameworkVersionId, ...fields });
}

/** A round that was opened, and whose sample nobody has drawn. */
export async function aRound(ruth: Visitor, fields: RoundFields = theme()): Promise<Round> {
  const { status, body } = await openRound(ruth, fields);
  if (status !== 201) throw new Error(`no round: ${JSON.stringify(body)}`);
  return body;
}

export function draw(
  ruth: Visitor,
  { id, version }: Pick<Round, 'id' | 'version'>,
): Promise<Answer<Round>> {
  return ruth.post(`/api/rounds/${id}/draw`, { version });
}

/** A round with its sample. */
export async function aDrawnRound(ruth: Visitor, fields: RoundFields = theme()): Promise<Round> {
  const { status, body } = await draw(ruth, await aRound(ruth, fields));
  if (status !== 200) throw new Error(`not drawn: ${JSON.stringify(body)}`);
  return body;
}

export async function programmes(ruth: Visitor): Promise<ProgrammeResponse[]> {
  const { body } = await ruth.get<ProgrammeListResponse>('/api/programmes');
  return body.programmes;
}

export async function programmeOf(ruth: Visitor, year: string): Promise<ProgrammeResponse> {
  const found = (await programmes(ruth)).find((programme) => programme.year === year);
  if (!found) throw new Error(`the year ${year} is not open`);
  return found;
}

/** The round that the demonstration has under a reference. */
export async function roundCalled(ruth: Visitor, reference: string): Promise<Round> {
  const rounds = (await programmes(ruth)).flatMap((programme) => programme.rounds);
  const found = rounds.find((round) => round.reference === reference);
  const { body } = await ruth.get<Round>(`/api/rounds/${found?.id ?? 'none'}`);
  return body;
}

let made = 0;

/**
 * A year with a sample in it that can still be finished. Only two years can be opened on one day, so
 * the year is put straight into the database, under a name that no test uses.
 */
export async function aYearToFinish(service: Service): Promise<string> {
  made += 1;
  const year = `${2100 + made}-${String((1 + made) % 100).padStart(2, '0')}`;
  const ruth = await service.signIn(people.ruth);
  const id = randomUUID();
  const seed = 'ab'.repeat(32);
  await service.database.asOwner(
    `WITH lead AS (SELECT id FROM accounts WHERE email = $4),
          year AS (INSERT INTO programmes (id, year, seed, seed_commitment, opened_by, opened_at)
            SELECT $1, $2::text, $3::text, encode(sha256($3::bytea), 'hex'), id, now() FROM lead RETURNING id)
     INSERT INTO audit_rounds (id, programme_id, reference, kind, quarter, framework_version_id, framework_kind, state,
                               sample_size, due_on, opened_by, opened_at)
     SELECT gen_random_uuid(), $1, $2 || '-Q1-routine', 'routine', $2 || '-Q1', $5, 'ehc-plan', 'open', 30, '2100-06-30',
            lead.id, now() FROM lead`,
    [id, year, seed, people.ruth.email, await planFramework(ruth)],
  );
  return id;
}

/**
 * Makes room for opening a year anew, each time another one of the two that can be opened today: the
 * one that is open gets a name that no test uses.
 */
export async function aYearToOpen(service: Service): Promise<string> {
  made += 1;
  const year = made % 2 === 0 ? '2026-27' : '2027-28';
  await service.database.asOwner('ALTER TABLE programmes DISABLE TRIGGER programmes_never_change');
  await service.database.asOwner(`UPDATE programmes SET year = $1 WHERE year = $2`, [
    `${3000 + made}-00`,
    year,
  ]);
  await service.database.asOwner('ALTER TABLE programmes ENABLE TRIGGER programmes_never_change');
  return year;
}

/** Ruth, in a year that is open, whatever another test has done with it. */
export async function openTheYear(service: Service): Promise<Visitor> {
  const ruth = await service.signIn(people.ruth);
  const { body } = await ruth.get<ProgrammeListResponse>('/api/programmes');
  if (body.yearsToOpen.includes('2026-27')) await ruth.post('/api/programmes', { year: '2026-27' });
  return ruth;
}
