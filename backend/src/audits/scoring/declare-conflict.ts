import { Injectable } from '@nestjs/common';
import { Problem, type Declaration } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { DocumentRepository } from '../../programme/index.js';
import { AppendToTrail } from '../../trail/index.js';
import { ScoringRepository } from './scoring.repository.js';

export interface Declared {
  conflict: Declaration;
  mayScore: boolean;
  version: number;
}

/**
 * Declares, before a scoring is first opened, whether the auditor has a conflict of interest. With
 * none the form opens; with one the scoring is taken away and waits for another auditor.
 */
@Injectable()
export class DeclareConflict {
  constructor(
    private readonly scorings: ScoringRepository,
    private readonly documents: DocumentRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
  ) {}

  async declare(
    access: Access,
    id: string,
    wanted: { conflict: Declaration; version: number },
    key: string,
  ): Promise<Declared> {
    const accountId = access.account.id;
    const request = { act: 'declare-conflict', id, wanted };
    return this.transactions.once({ key, accountId, request }, async (manager) => {
      const scoring = await this.scorings.lock(access, manager, id);
      if (scoring.version !== wanted.version) throw Problem.stale('this scoring');
      if (scoring.state !== 'open') {
        throw new Problem('rule-broken', 'This scoring has ended, so there is nothing to declare.');
      }
      if (scoring.openedAt !== null) {
        throw new Problem(
          'rule-broken',
          'You have declared that you have no conflict of interest. Tell the audit lead if that has changed.',
        );
      }
      const { conflict } = wanted;
      const at = this.clock.now();
      if (conflict === 'none') {
        // The document first, because whoever takes it out meanwhile wins.
        if (scoring.documentId !== null) await this.documents.fix(manager, scoring.documentId, at);
        await this.scorings.open(manager, id, at);
      } else await this.scorings.takeAway(manager, scoring, { accountId, kind: conflict, at });
      await this.trail.append(manager, {
        act: 'audits.declare-conflict',
        actorId: accountId,
        subject: { type: 'scoring', id },
        details: { reference: scoring.reference, agency: scoring.agency, conflict },
        correlationId: access.correlationId,
      });
      return { conflict, mayScore: conflict === 'none', version: scoring.version + 1 };
    });
  }
}
