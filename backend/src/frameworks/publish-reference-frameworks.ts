import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../platform/database/transactions.js';
import { AppendToTrail } from '../trail/index.js';
import { FrameworkRepository } from './framework.repository.js';
import { referenceDefinitions } from './reference/reference-definitions.js';

/**
 * Gives a fresh installation the frameworks and contribution sets that come with the service, as
 * published version 1. Does nothing where there is any framework: from then on they are the
 * partnership's own. Servers that start together wait for one another at the first row.
 */
@Injectable()
export class PublishReferenceFrameworks {
  constructor(
    private readonly frameworks: FrameworkRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
  ) {}

  async publish(): Promise<void> {
    await this.transactions.run(async (manager) => {
      if (await this.frameworks.hasAny(manager)) return;
      const { frameworks, contributionSets } = referenceDefinitions();
      for (const definition of frameworks) {
        const id = await this.frameworks.addPublished(manager, definition);
        await this.note(manager, 'framework-version', id, definition.kind);
      }
      for (const set of contributionSets) {
        const id = await this.frameworks.addContributionSet(manager, set);
        await this.note(manager, 'contribution-set', id, set.kind);
      }
    });
  }

  private async note(
    manager: EntityManager,
    type: 'framework-version' | 'contribution-set',
    id: string | null,
    kind: string,
  ): Promise<void> {
    if (id === null) return;
    await this.trail.append(manager, {
      act: `frameworks.publish-${type}`,
      actorId: null,
      subject: { type, id },
      details: { kind, version: 1 },
      correlationId: null,
    });
  }
}
