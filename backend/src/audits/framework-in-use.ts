import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FrameworkRepository, type FrameworkVersion } from '../frameworks/index.js';

/**
 * Published versions by key. A published version never changes, so each process reads it once: it is
 * large, and every answer that is saved is checked against it.
 */
@Injectable()
export class FrameworkInUse {
  private readonly known = new Map<string, FrameworkVersion>();

  constructor(private readonly frameworks: FrameworkRepository) {}

  /** @param manager of the transaction, where there is one */
  async version(id: string, manager?: EntityManager): Promise<FrameworkVersion> {
    const known = this.known.get(id);
    if (known) return known;
    const read = await this.frameworks.version(id, manager);
    this.known.set(id, read);
    return read;
  }
}
