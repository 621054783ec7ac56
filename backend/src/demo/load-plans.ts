import type { INestApplicationContext } from '@nestjs/common';
import type { Access } from '../accounts/index.js';
import { ConfirmRegister, UploadRegister } from '../plans/index.js';
import type { SetClock } from '../platform/clock/set-clock.js';
import { requestKey } from './access.js';
import type { DemoRegister } from './plans.js';

/**
 * The audit lead uploads a register and confirms it a quarter of an hour later.
 *
 * @param request the number of the first of the two requests
 */
export async function confirmRegister(
  app: INestApplicationContext,
  clock: SetClock,
  lead: Access,
  { asAt, file }: DemoRegister,
  request: number,
): Promise<void> {
  const content = Buffer.from(file);
  const id = await app.get(UploadRegister).upload(lead, asAt, content, requestKey(request));
  clock.advance(15 * 60);
  const wanted = { version: 1, importReadyRows: false };
  await app.get(ConfirmRegister).confirm(lead, id, wanted, requestKey(request + 1));
}
