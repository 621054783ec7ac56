import type { INestApplicationContext } from '@nestjs/common';
import { daysOfQuarter } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { FrameworkRepository } from '../frameworks/index.js';
import type { SetClock } from '../platform/clock/set-clock.js';
import {
  DrawSample,
  FinishDrawing,
  OpenProgramme,
  OpenRound,
  RoundRepository,
  SampleRepository,
  WithdrawPlan,
} from '../programme/index.js';
import { requestKey } from './access.js';
import { confirmRegister } from './load-plans.js';
import { secondRegister } from './plans.js';

/** Published, so that the demonstration draws the same plans every time. A real year's seed is left to chance. */
const seeds = {
  '2025-26': '5e0f5a3c9d1b47e28a6c04f7b3e91d2856cf0a7de4b8319c72f0a54e6d81b93c',
  '2026-27': 'c41d7e90a2b85f36e07c1948d5f2ab6390e8d47c1fa35b20689de4f71c0b3a52',
} as const;

/** The morning on which the sample of each quarter is drawn. */
const draws = [
  ['2025-26-Q2', '2025-07-02'],
  ['2025-26-Q3', '2025-10-02'],
  ['2025-26-Q4', '2026-01-06'],
  ['2026-27-Q1', '2026-04-08'],
  ['2026-27-Q2', '2026-07-02'],
] as const;

/** The audit lead runs two programme years: a routine round each quarter, and a theme beside the last. */
export async function loadProgramme(
  app: INestApplicationContext,
  clock: SetClock,
  access: Access,
): Promise<void> {
  const lead = new Lead(app, clock, access);
  await lead.openYear('2025-26');
  for (const [quarter, day] of draws) {
    if (quarter === '2026-27-Q1') await lead.openYear('2026-27');
    if (quarter === '2026-27-Q2') {
      clock.set(new Date('2026-06-30T08:30:00Z'));
      await confirmRegister(app, clock, access, secondRegister(), 4);
    }
    clock.set(new Date(`${day}T08:30:00Z`));
    const round = await lead.openRound({ kind: 'routine', quarter, sampleSize: 30 });
    await lead.draw(round);
    if (quarter === '2025-26-Q4') {
      await lead.withdrawFirst(round);
      clock.set(new Date('2026-03-30T09:00:00Z'));
      await lead.finish('2025-26');
    }
  }
  const theme = await lead.openRound({
    kind: 'theme',
    quarter: '2026-27-Q2',
    sampleSize: 10,
    themeTitle: 'Looked after children',
    isThemeLookedAfter: true,
  });
  await lead.draw(theme);
}

/** The audit lead at work, a quarter of an hour for each act. */
class Lead {
  private readonly years = new Map<string, string>();
  private requests = 100;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: SetClock,
    private readonly access: Access,
  ) {}

  async openYear(year: keyof typeof seeds): Promise<void> {
    const id = await this.app.get(OpenProgramme).open(this.access, year, this.next(), seeds[year]);
    this.years.set(year, id);
  }

  async openRound(wanted: {
    kind: 'routine' | 'theme';
    quarter: string;
    sampleSize: number;
    themeTitle?: string;
    isThemeLookedAfter?: boolean;
  }): Promise<string> {
    const versions = await this.app.get(FrameworkRepository).overview();
    const frameworkVersionId = versions.find(({ kind }) => kind === 'ehc-plan')?.id ?? '';
    const dueOn = daysOfQuarter(wanted.quarter).to;
    const round = { ...wanted, frameworkVersionId, dueOn };
    return this.app.get(OpenRound).open(this.access, round, this.next());
  }

  async draw(roundId: string): Promise<void> {
    await this.app.get(DrawSample).draw(this.access, roundId, 1, this.next());
  }

  /** A family has moved away since the draw. */
  async withdrawFirst(roundId: string): Promise<void> {
    const sample = await this.app.get(SampleRepository).ofRound(roundId);
    const [plan] = await this.app.get(SampleRepository).taken(this.access, sample?.id ?? '');
    const { version } = await this.app.get(RoundRepository).find(roundId);
    const withdrawal = { planId: plan?.planId ?? '', reason: 'moved' as const, version };
    await this.app.get(WithdrawPlan).withdraw(this.access, roundId, withdrawal, this.next());
  }

  async finish(year: string): Promise<void> {
    await this.app
      .get(FinishDrawing)
      .finish(this.access, this.years.get(year) ?? '', 1, this.next());
  }

  private next(): string {
    this.clock.advance(15 * 60);
    this.requests += 1;
    return requestKey(this.requests);
  }
}
