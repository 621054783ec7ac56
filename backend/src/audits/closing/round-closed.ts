import { Injectable } from '@nestjs/common';
import type { QuarterKey, RoundKind } from '@app/shared/domain';
import type { EntityManager } from 'typeorm';

/** A round at the moment it closes. */
export interface ClosedRound {
  roundId: string;
  kind: RoundKind;
  quarter: QuarterKey;
  frameworkKind: string;
  frameworkVersionId: string;
  closedAt: Date;
}

export type RoundClosedHandler = (closed: ClosedRound, manager: EntityManager) => Promise<void>;

/** Where higher features take up a round that closes, in the same transaction. */
@Injectable()
export class RoundClosed {
  private readonly handlers: RoundClosedHandler[] = [];

  register(handler: RoundClosedHandler): void {
    this.handlers.push(handler);
  }

  async announce(closed: ClosedRound, manager: EntityManager): Promise<void> {
    for (const handle of this.handlers) await handle(closed, manager);
  }
}
