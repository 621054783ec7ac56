import type { INestApplicationContext, Type } from '@nestjs/common';
import { startOfLondonDay } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import type { SetClock } from '../platform/clock/set-clock.js';
import { accessOf, requestKey } from './access.js';
import { demoPeople } from './people.js';

/** What everyone of the demonstration works with: the acts, the clock, and a key for each request. */
export class Demonstration {
  private requests = 0;

  /** @param accounts ids by full name */
  constructor(
    private readonly app: INestApplicationContext,
    readonly clock: SetClock,
    private readonly accounts: ReadonlyMap<string, string>,
  ) {}

  get<Act>(act: Type<Act>): Act {
    return this.app.get(act);
  }

  /** What a person asks with, at this moment. */
  as(fullName: string): Access {
    const role = demoPeople.find((person) => person.fullName === fullName)?.roles[0];
    const id = this.accounts.get(fullName);
    if (!role || !id) throw new Error(`${fullName} is not one of the demonstration's people`);
    return accessOf(id, role, this.clock.now());
  }

  /** The next request's key, a quarter of an hour after the one before. */
  nextRequest(minutes = 15): string {
    this.clock.advance(minutes * 60);
    this.requests += 1;
    return requestKey(this.requests);
  }

  /** @param hour in London, such as 13.5 for half past one */
  sitDown(day: string, hour: number): void {
    const at = startOfLondonDay(day).getTime() + hour * 60 * 60 * 1000;
    this.clock.set(new Date(at));
  }
}
