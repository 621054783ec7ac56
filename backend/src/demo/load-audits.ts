import type { INestApplicationContext } from '@nestjs/common';
import { registerValues, startOfLondonDay, type ConflictKind } from '@app/shared/domain';
import { AccountRepository, type Access } from '../accounts/index.js';
import {
  AllocateRound,
  AuditProgress,
  DeclareConflict,
  SaveAnswers,
  ScoringRepository,
  SubmitScoring,
} from '../audits/index.js';
import { FrameworkRepository } from '../frameworks/index.js';
import type { SetClock } from '../platform/clock/set-clock.js';
import { RoundRepository } from '../programme/index.js';
import { accessOf, requestKey } from './access.js';
import { scoredAnswers, type Quality } from './scored-answers.js';
import { SeededChance } from './seeded-chance.js';

const ROUND = '2026-27-Q2-routine';
const FIRST_DAY = '2026-07-06';
const SEED = 142;

/** How far each agency is with each audit of the open round, in the order of the references. */
const done: Readonly<Record<string, { submitted: number; begun: number }>> = {
  education: { submitted: 20, begun: 24 },
  health: { submitted: 14, begun: 17 },
  'social-care': { submitted: 12, begun: 14 },
};

/** One auditor knows a family, and the audit waits for somebody else. */
const known = { agency: 'health', place: 27, kind: 'knows-family' } as const satisfies {
  agency: string;
  place: number;
  kind: ConflictKind;
};

/** The lead allocates the open round, and its auditors score some of it. */
export async function loadAudits(
  app: INestApplicationContext,
  clock: SetClock,
  lead: Access,
): Promise<void> {
  const rounds = await app.get(RoundRepository).list();
  const round = rounds.find(({ reference }) => reference === ROUND);
  await app.get(AllocateRound).allocate(lead, round?.id ?? '', requestKey(1000));
  const { audits } = await app.get(AuditProgress).list(lead, round?.id ?? '');
  const work = new Work(app, clock);
  for (const [place, audit] of audits.entries()) {
    const quality = work.qualityOfAudit();
    for (const { id, agency } of audit.scorings) {
      const { submitted = 0, begun = 0 } = done[agency.key] ?? {};
      if (place < begun) await work.score(id, agency.key, quality, place < submitted);
      if (agency.key === known.agency && place === known.place) await work.declare(id, known.kind);
    }
  }
}

/** The auditors at work, two scorings each weekday. */
class Work {
  private readonly chance = new SeededChance(SEED);
  private readonly auditors = new Map<string, string>();
  private scorings = 0;
  private requests = 1000;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: SetClock,
  ) {}

  qualityOfAudit(): Quality {
    return this.chance.drawn({ strong: 30, usual: 45, weak: 25 });
  }

  async declare(id: string, conflict: ConflictKind): Promise<void> {
    const access = await this.accessTo(known.agency);
    await this.app.get(DeclareConflict).declare(access, id, { conflict, version: 2 }, this.next());
  }

  async score(id: string, agency: string, quality: Quality, isWhole: boolean): Promise<void> {
    this.sitDown();
    const access = await this.accessTo(agency);
    const open = { conflict: 'none' as const, version: 2 };
    await this.app.get(DeclareConflict).declare(access, id, open, this.next());
    const scoring = await this.app.get(ScoringRepository).find(access, id);
    const { definition } = await this.app
      .get(FrameworkRepository)
      .version(scoring.frameworkVersionId);
    const register = registerValues(scoring.registerFacts);
    const all = scoredAnswers({ definition, agency, register }, quality, this.chance);
    const answers = isWhole ? all : all.slice(0, Math.ceil(all.length / 2));
    const wanted = answers.map((answer) => ({ ...answer, seenVersion: 0 }));
    this.clock.advance(40 * 60);
    await this.app.get(SaveAnswers).save(access, id, wanted, this.next());
    if (!isWhole) return;
    this.clock.advance(5 * 60);
    await this.app.get(SubmitScoring).submit(access, id, 3, this.next());
  }

  /** At nine, or at half past one. */
  private sitDown(): void {
    const weekdays = Math.floor(this.scorings / 2);
    const days = weekdays + 2 * Math.floor(weekdays / 5);
    const hours = days * 24 + (this.scorings % 2 === 0 ? 9 : 13.5);
    this.clock.set(new Date(startOfLondonDay(FIRST_DAY).getTime() + hours * 60 * 60 * 1000));
    this.scorings += 1;
  }

  private async accessTo(agency: string): Promise<Access> {
    if (this.auditors.size === 0) {
      const people = await this.app.get(AccountRepository).list({ role: 'auditor' });
      for (const { id, agency: of } of people) this.auditors.set(of?.key ?? '', id);
    }
    return accessOf(this.auditors.get(agency) ?? '', 'auditor', this.clock.now());
  }

  private next(): string {
    this.requests += 1;
    return requestKey(this.requests);
  }
}
