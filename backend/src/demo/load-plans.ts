import type { INestApplicationContext } from '@nestjs/common';
import { ConfirmRegister, UploadRegister } from '../plans/index.js';
import type { SetClock } from '../platform/clock/set-clock.js';
import { accessOf, requestKey } from './access.js';
import { demoAsAt, demoRegister } from './plans.js';

/** The audit lead uploads the register and confirms it a quarter of an hour later. */
export async function loadPlans(
  app: INestApplicationContext,
  clock: SetClock,
  leadId: string,
): Promise<void> {
  const lead = accessOf(leadId, 'audit-lead', clock.now());
  const file = Buffer.from(demoRegister());
  const id = await app.get(UploadRegister).upload(lead, demoAsAt, file, requestKey(2));
  clock.advance(15 * 60);
  const wanted = { version: 1, importReadyRows: false };
  await app.get(ConfirmRegister).confirm(lead, id, wanted, requestKey(3));
}
