import { Injectable } from '@nestjs/common';
import { calendarDayInWords } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { AuditRepository } from './allocation/audit.repository.js';
import { ScoringRepository } from './scoring/scoring.repository.js';

interface Waiting {
  key: string;
  title: string;
  count: number;
  link: string;
}

/** What of the audits waits for a person on the home page. */
@Injectable()
export class WaitingAudits {
  constructor(
    private readonly scorings: ScoringRepository,
    private readonly audits: AuditRepository,
  ) {}

  async list(access: Access): Promise<Waiting[]> {
    const [own, unallocated] = await Promise.all([this.own(access), this.unallocated(access)]);
    return [...own, ...unallocated];
  }

  private async own(access: Access): Promise<Waiting[]> {
    const open = await this.scorings.list(access, 'open');
    const [first] = open;
    if (!first) return [];
    const title = `Audits that wait for your scoring, the first due on ${calendarDayInWords(first.dueOn)}`;
    return [{ key: 'audits-to-score', title, count: open.length, link: '/scorings' }];
  }

  private async unallocated(access: Access): Promise<Waiting[]> {
    const rounds = await this.audits.withoutAuditor(access);
    return rounds.map(({ roundId, count }) => ({
      key: `audits-without-auditor-${roundId}`,
      title: 'Scorings that need an auditor',
      count,
      link: `/programme/rounds/${roundId}/audits`,
    }));
  }
}
