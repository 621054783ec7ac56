import { Injectable } from '@nestjs/common';
import { contrastMin, contrastWithWhite, Problem } from '@app/shared/domain';
import { AppendToTrail } from '../../trail/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { Access } from '../access.js';
import { PartnershipRepository, type Partnership } from './partnership.repository.js';

/** Changes the name and colour people see in the header and the address they write to for help. */
@Injectable()
export class ChangePartnership {
  constructor(
    private readonly partnership: PartnershipRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
  ) {}

  async change(access: Access, wanted: Partnership, key: string): Promise<Partnership> {
    const repeatable = {
      key,
      accountId: access.account.id,
      request: { act: 'change-partnership', wanted },
    };
    return this.transactions.once(repeatable, async (manager) => {
      const present = await this.partnership.lock(manager);
      if (present.version !== wanted.version) throw Problem.stale('the partnership’s details');
      if (contrastWithWhite(wanted.colour) < contrastMin) {
        throw Problem.ofFields('rule-broken', [
          {
            path: 'colour',
            message: 'White text cannot be read on this colour. Choose a darker one',
          },
        ]);
      }
      const content = {
        name: wanted.name,
        colour: wanted.colour.toLowerCase(),
        helpEmail: wanted.helpEmail,
      };
      await this.partnership.write(manager, content);
      await this.trail.append(manager, {
        act: 'accounts.change-partnership',
        actorId: access.account.id,
        details: { colour: content.colour },
        correlationId: access.correlationId,
      });
      return { ...content, version: present.version + 1 };
    });
  }
}
