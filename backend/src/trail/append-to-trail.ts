import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { Ids } from '../platform/ids/ids.js';

export interface TrailEntry {
  /** Feature and act, such as `accounts.make-account`. */
  act: string;
  actorId: string | null;
  subject?: { type: string; id: string };
  /** Names of fields, words of lists and keys; never a name, an address or free text. */
  details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  correlationId: string | null;
}

/** Writes what was done, in the act's own transaction: no act without its entry, no entry without its act. */
@Injectable()
export class AppendToTrail {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async append(manager: EntityManager, entry: TrailEntry): Promise<void> {
    await manager.query(
      `INSERT INTO trail_entries (id, happened_at, act, actor_id, subject_type, subject_id, details, correlation_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        this.ids.next(),
        this.clock.now(),
        entry.act,
        entry.actorId,
        entry.subject?.type ?? null,
        entry.subject?.id ?? null,
        JSON.stringify(entry.details ?? {}),
        entry.correlationId,
      ],
    );
  }
}
