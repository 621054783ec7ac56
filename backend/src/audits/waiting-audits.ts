import { Injectable } from '@nestjs/common';
import { calendarDayInWords, londonDayOf, whyNotClosed } from '@app/shared/domain';
import type { Access, Waiting } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { RoundRepository } from '../programme/index.js';
import { AuditRepository } from './allocation/audit.repository.js';
import { ModerationRepository } from './moderation/moderation.repository.js';
import { ScoringRepository } from './scoring/scoring.repository.js';

/** What of the audits waits for a person on the home page. */
@Injectable()
export class WaitingAudits {
  constructor(
    private readonly scorings: ScoringRepository,
    private readonly audits: AuditRepository,
    private readonly moderations: ModerationRepository,
    private readonly rounds: RoundRepository,
    private readonly clock: Clock,
  ) {}

  async list(access: Access): Promise<Waiting[]> {
    const waiting = await Promise.all([
      this.own(access),
      this.unallocated(access),
      this.toModerate(access),
      this.roundsToClose(access),
    ]);
    return waiting.flat();
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

  private async toModerate(access: Access): Promise<Waiting[]> {
    const count = await this.moderations.countAwaiting(access);
    const title = 'Audits that wait for moderation';
    return count === 0 ? [] : [{ key: 'audits-to-moderate', title, count, link: '/moderations' }];
  }

  private async roundsToClose({ account }: Access): Promise<Waiting[]> {
    if (!account.roles.includes('audit-lead')) return [];
    const today = londonDayOf(this.clock.now());
    const rounds = (await this.rounds.list()).filter(
      (round) => whyNotClosed(round, today) === null,
    );
    return rounds.map(({ id, reference }) => ({
      key: `round-to-close-${id}`,
      title: `Round ${reference} is past its due date and can be closed`,
      ...{ count: 1, link: `/programme/rounds/${id}/closing` },
    }));
  }
}
