import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { FIRST_HASH, sealHash, type Seal } from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { TrailRepository } from './trail.repository.js';

/** One number for "the chain is being made longer", so that replicas take turns. */
const SEAL_LOCK = 7_250_002;
const BATCH = 500;

/**
 * Chains new entries straight after the commit that wrote them. No act waits for it; if the
 * process ends in between, the next start seals what was left.
 */
@Injectable()
export class SealTrail implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SealTrail.name);
  private running: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly repository: TrailRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.transactions.onCommit(() => void this.seal());
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.seal();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.seal();
  }

  /** Seals all that is committed by now; calls that come while one runs share its next turn. */
  async seal(): Promise<void> {
    this.again = true;
    this.running ??= this.turns().finally(() => (this.running = null));
    await this.running;
  }

  private async turns(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        let sealed: number;
        do sealed = await this.dataSource.transaction((manager) => this.sealBatch(manager));
        while (sealed === BATCH);
      } catch (error) {
        // The entries stay on the waiting list and the next commit or start seals them.
        this.logger.error({ err: error }, 'The trail could not be sealed');
      }
    }
  }

  private async sealBatch(manager: EntityManager): Promise<number> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [SEAL_LOCK]);
    const entries = await this.repository.waitingForSeal(manager, BATCH);
    if (entries.length === 0) return 0;
    const last = await this.repository.lastSeal(manager);
    let sequence = last?.sequence ?? 0;
    let hash = last?.hash ?? FIRST_HASH;
    // The database keeps microseconds and the clock gives milliseconds.
    const sealedAt = this.clock.now().toISOString().replace('Z', '000Z');
    const seals = entries.map((entry): Seal => {
      const previousHash = hash;
      sequence += 1;
      hash = sealHash({ sequence, previousHash, sealedAt }, entry);
      return { sequence, entryId: entry.id, previousHash, sealedAt, hash };
    });
    await manager.query(
      `INSERT INTO trail_seals (sequence, entry_id, previous_hash, hash, sealed_at)
       SELECT sequence, "entryId", "previousHash", hash, "sealedAt"
         FROM jsonb_to_recordset($1)
           AS s(sequence bigint, "entryId" uuid, "previousHash" text, hash text, "sealedAt" timestamptz)`,
      [JSON.stringify(seals)],
    );
    await manager.query(`DELETE FROM trail_unsealed WHERE entry_id = ANY ($1)`, [
      entries.map((entry) => entry.id),
    ]);
    // The head in the log is a copy outside the database: a chain cut short no longer matches it.
    this.logger.log({ sequence, hash }, 'trail sealed');
    return entries.length;
  }
}
