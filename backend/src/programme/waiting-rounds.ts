import { Injectable } from '@nestjs/common';
import { londonDayOf, quarterMonths, quarterOfDay, yearOf } from '@app/shared/domain';
import type { Access, Waiting } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { DocumentRepository } from './documents/document.repository.js';
import { RoundRepository } from './rounds/round.repository.js';
import { ProgrammeRepository } from './years/programme.repository.js';

/** What of the programme waits for the audit lead on the home page. */
@Injectable()
export class WaitingRounds {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: RoundRepository,
    private readonly documents: DocumentRepository,
    private readonly clock: Clock,
  ) {}

  async list({ account }: Access): Promise<Waiting[]> {
    if (!account.roles.includes('audit-lead')) return [];
    const quarter = quarterOfDay(londonDayOf(this.clock.now()));
    const year = yearOf(quarter);
    const programmes = await this.programmes.list();
    if (!programmes.some((programme) => programme.year === year)) {
      const title = `Programme year ${year} to open`;
      return [{ key: 'programme-year', title, count: 1, link: '/programme' }];
    }
    const months = quarterMonths(quarter);
    const hasRoutine = await this.rounds.hasRoutine(quarter);
    return [
      {
        key: 'programme-round',
        title: `No routine round is open for ${months}`,
        count: hasRoutine ? 0 : 1,
        link: `/programme/rounds/new?quarter=${quarter}`,
      },
      {
        key: 'programme-draw',
        title: `Samples to draw for ${months}`,
        count: await this.rounds.countToDraw([quarter]),
        link: `/programme/${year}`,
      },
      ...(await this.documentsToEnter()),
    ];
  }

  private async documentsToEnter(): Promise<Waiting[]> {
    const rounds = await this.documents.roundsToEnter();
    return rounds.map(({ roundId, reference, count }) => ({
      key: `programme-documents-${roundId}`,
      title: `Plans of ${reference} whose documents are to be entered`,
      ...{ count, link: `/programme/rounds/${roundId}/documents` },
    }));
  }
}
