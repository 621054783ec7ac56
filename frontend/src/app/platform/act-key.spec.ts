import { describe, expect, it } from '@jest/globals';
import { ActKey } from './act-key';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Performs an act and gives the key it was sent under. */
async function keyOf(key: ActKey, wanted: unknown, isAnswered = true): Promise<string> {
  let used = '';
  const act = (headers: Record<'Idempotency-Key', string>) => {
    used = headers['Idempotency-Key'];
    return isAnswered ? Promise.resolve() : Promise.reject(new Error('lost'));
  };
  await key.perform(wanted, act).catch(() => undefined);
  return used;
}

describe('The key of an act', () => {
  it('is a version 4 UUID', async () => {
    expect(await keyOf(new ActKey(), {})).toMatch(uuid);
  });

  it('stays when the answer was lost and the same is wanted again', async () => {
    const key = new ActKey();
    const first = await keyOf(key, { fullName: 'Grace Lin' }, false);
    expect(await keyOf(key, { fullName: 'Grace Lin' })).toBe(first);
  });

  it('is another when something else is wanted', async () => {
    const key = new ActKey();
    const first = await keyOf(key, { fullName: 'Grace Lin' }, false);
    expect(await keyOf(key, { fullName: 'Owen Price' })).not.toBe(first);
  });

  it('is another once the act was performed', async () => {
    const key = new ActKey();
    const first = await keyOf(key, { id: 1 });
    expect(await keyOf(key, { id: 1 })).not.toBe(first);
  });
});
