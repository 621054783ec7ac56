import { people } from '../people.js';
import type { Service } from '../service.js';
import {
  aClosedAudit,
  aScoredAudit,
  criterionIn,
  decideTheRest,
  readModeration,
  type Moderation,
} from './moderation.js';
import { openTheYear } from './round.js';
import { anAllocatedRound } from './scoring.js';

/*
 * Audits and rounds for tests that perform every operation of the interface. Scoring one takes a
 * while, so one is used again until something has closed it.
 */

const CRITERION = 'voice-own-words';
const FIELD = 'health-need-evident';

type Made = Map<'to moderate' | 'to close' | 'closed', Promise<string>>;
const made = new WeakMap<Service, Made>();

function once(
  service: Service,
  what: 'to moderate' | 'to close' | 'closed',
  make: () => Promise<string>,
): Promise<string> {
  const known = made.get(service) ?? (new Map() as Made);
  made.set(service, known);
  const id = known.get(what) ?? make();
  known.set(what, id);
  return id;
}

async function anAuditToModerate(service: Service): Promise<Moderation> {
  const id = await once(service, 'to moderate', () => scored(service));
  return readModeration(await service.signIn(people.tom), id);
}

async function scored(service: Service): Promise<string> {
  await openTheYear(service);
  return (await aScoredAudit(service)).id;
}

/** A decision on what is decided now. */
export async function aDecisionToMake(
  service: Service,
): Promise<{ path: string; body: { seenVersion: number } }> {
  const moderation = await anAuditToModerate(service);
  const seenVersion = criterionIn(moderation, CRITERION).decision?.version ?? 0;
  return { path: `/api/moderations/${moderation.id}/criteria/${CRITERION}`, body: { seenVersion } };
}

/** A correction that changes something, each time another way. */
export async function aCorrectionToMake(
  service: Service,
): Promise<{ path: string; body: { value: string } }> {
  const { id, form } = await anAuditToModerate(service);
  const present = form.profile.find(({ field }) => field === FIELD)?.value;
  const value = present === 'unclear' ? 'no' : 'unclear';
  return { path: `/api/moderations/${id}/profile/${FIELD}`, body: { value } };
}

/** With nothing left to decide. */
export async function anAuditToClose(service: Service): Promise<string> {
  const make = () => decided(service);
  const id = await once(service, 'to close', make);
  const { state } = await readModeration(await service.signIn(people.tom), id);
  if (state !== 'closed') return id;
  made.get(service)?.delete('to close');
  return once(service, 'to close', make);
}

async function decided(service: Service): Promise<string> {
  const id = await scored(service);
  await decideTheRest(await service.signIn(people.tom), id);
  return id;
}

/** An audit to read, for the lead too. */
export function aClosedAuditOnce(service: Service): Promise<string> {
  return once(service, 'closed', async () => {
    await openTheYear(service);
    return (await aClosedAudit(service)).id;
  });
}

/** Past its due date, which the clock cannot be: whoever is signed in would be signed out. */
export async function aRoundToClose(service: Service): Promise<string> {
  const { id } = await anAllocatedRound(await openTheYear(service), { sampleSize: 2 });
  await service.database.asOwner(`UPDATE audit_rounds SET due_on = '2026-09-14' WHERE id = $1`, [
    id,
  ]);
  return id;
}
