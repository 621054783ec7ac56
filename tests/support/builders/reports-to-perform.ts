import { people } from '../people.js';
import type { Service } from '../service.js';
import {
  aDraft,
  aPublishedReport,
  AUTUMN_BEFORE,
  changeReport,
  closeTheQuarters,
  WINTER,
} from './reports.js';

/** Records for whoever performs any operation on learning reports, however often. */

let asked = 0;

/** A quarter of which the next edition can be drafted, another one each time. */
export async function aQuarterToReport(service: Service): Promise<string> {
  await closeTheQuarters(service);
  asked += 1;
  const quarter = asked % 2 === 0 ? WINTER : AUTUMN_BEFORE;
  await aPublishedReport(service, quarter);
  return quarter;
}

export async function aReportToRead(service: Service): Promise<string> {
  await closeTheQuarters(service);
  return (await aPublishedReport(service)).id;
}

interface ToChange {
  key: string;
  body: { version: number };
  id: string;
}

export async function aDraftToChange(service: Service): Promise<ToChange> {
  await closeTheQuarters(service);
  const { id, version } = await aDraft(await service.signIn(people.ruth));
  return { key: id, id, body: { version } };
}

export async function aDraftToPublish(service: Service): Promise<ToChange> {
  await closeTheQuarters(service);
  const ruth = await service.signIn(people.ruth);
  const whatChanged = 'One audit was counted twice.';
  const { body } = await changeReport(ruth, await aDraft(ruth), { whatChanged });
  return { key: body.id, id: body.id, body: { version: body.version } };
}

export async function aDecisionToRecord(
  service: Service,
): Promise<{ id: string; version: number }> {
  await closeTheQuarters(service);
  const { id, decisions } = await aPublishedReport(service);
  return { id, version: decisions[0]?.version ?? 1 };
}
