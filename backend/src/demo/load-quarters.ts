import { AdviceAtWork } from './advice-at-work.js';
import { AuditorsAtWork, type HowFar } from './auditors-at-work.js';
import type { Demonstration } from './demonstration.js';
import { askAboutDraft } from './editor-at-work.js';
import { LeadAtWork, type AuditAtWork } from './lead-at-work.js';
import { ModeratorAtWork } from './moderator-at-work.js';
import { OfficersAtWork } from './officers-at-work.js';
import { firstRegister, secondRegister } from './plans.js';
import { demoReports, publishReport } from './reports-of-lead.js';
import type { PlanWriting } from './scored-answers.js';

/** The days of a quarter: Mondays for those who audit and moderate, any weekday for the others. */
interface DemoQuarter {
  quarter: string;
  drawnOn: string;
  scoredFrom: string;
  moderatedFrom: string;
  closedOn: string;
  /** When officers answer their feedback. */
  answeredOn: string;
}

const closedQuarters: readonly DemoQuarter[] = [
  {
    ...{ quarter: '2025-26-Q2', drawnOn: '2025-07-02', scoredFrom: '2025-07-07' },
    ...{ moderatedFrom: '2025-09-15', closedOn: '2025-10-01', answeredOn: '2025-10-02' },
  },
  {
    ...{ quarter: '2025-26-Q3', drawnOn: '2025-10-09', scoredFrom: '2025-10-13' },
    ...{ moderatedFrom: '2025-12-15', closedOn: '2026-01-05', answeredOn: '2026-01-06' },
  },
  {
    ...{ quarter: '2025-26-Q4', drawnOn: '2026-01-09', scoredFrom: '2026-01-12' },
    ...{ moderatedFrom: '2026-03-23', closedOn: '2026-04-01', answeredOn: '2026-04-02' },
  },
  {
    ...{ quarter: '2026-27-Q1', drawnOn: '2026-04-09', scoredFrom: '2026-04-13' },
    ...{ moderatedFrom: '2026-06-22', closedOn: '2026-07-01', answeredOn: '2026-07-02' },
  },
];

const openQuarter = { quarter: '2026-27-Q2', drawnOn: '2026-07-03', scoredFrom: '2026-07-06' };

/** Plans are written the same way all the time, so that what changes from quarter to quarter is noise. */
const asEver: PlanWriting = {
  qualities: { strong: 34, usual: 46, weak: 20 },
  healthOutcomes: 25,
};

/**
 * But for one thing, which truly changes: from spring 2026 a health need has its outcome. Training on
 * it had been an action of the winter.
 */
const sinceTheTraining: PlanWriting = { ...asEver, healthOutcomes: 90 };

/** How far each agency is with the open round, in the order of the references. */
const doneInOpenQuarter: Readonly<Record<string, { submitted: number; begun: number }>> = {
  education: { submitted: 20, begun: 24 },
  health: { submitted: 14, begun: 17 },
  'social-care': { submitted: 12, begun: 14 },
};

/** A partnership that has audited for a year: four closed quarters, one with a round of advice, and a fifth under way. */
export async function loadQuarters(demo: Demonstration): Promise<void> {
  const quarters = new Quarters(demo);
  await quarters.begin();
  for (const quarter of closedQuarters) await quarters.runWhole(quarter);
  await quarters.runOpen();
  await askAboutDraft(demo);
}

class Quarters {
  private readonly lead: LeadAtWork;
  private readonly auditors: AuditorsAtWork;
  private readonly moderator: ModeratorAtWork;
  private readonly officers: OfficersAtWork;
  private readonly advice: AdviceAtWork;

  constructor(private readonly demo: Demonstration) {
    this.lead = new LeadAtWork(demo);
    this.auditors = new AuditorsAtWork(demo, openQuarter.scoredFrom);
    this.moderator = new ModeratorAtWork(demo);
    this.officers = new OfficersAtWork(demo);
    this.advice = new AdviceAtWork(demo, this.lead);
  }

  async begin(): Promise<void> {
    await this.lead.confirmRegister(firstRegister());
    await this.lead.openYear('2025-26');
  }

  async runWhole({ quarter, drawnOn, ...days }: DemoQuarter): Promise<void> {
    this.demo.sitDown(drawnOn, 9.5);
    const round = await this.lead.startRound({ kind: 'routine', quarter, sampleSize: 30 });
    if (quarter === awkward.movedAway) await this.lead.withdrawFirst(round);
    await this.lead.allocate(round);
    const beside = quarter === AdviceAtWork.quarter ? this.advice : undefined;
    await beside?.start();
    this.auditors.begin(days.scoredFrom);
    const writing = quarter === awkward.sinceTraining ? sinceTheTraining : asEver;
    for (const [place, audit] of (await this.lead.auditsOf(round)).entries()) {
      await this.auditors.score(audit, writing, (agency) => howFarGot(quarter, place, agency));
    }
    await beside?.score();
    await this.moderator.moderate(round, days.moderatedFrom);
    await beside?.moderate();
    if (quarter === awkward.notReturned.quarter) await this.goOnWithout(round);
    if (quarter === awkward.yearEnds) await this.finishDrawing();
    this.demo.sitDown(days.closedOn, 9.5);
    await this.lead.closeRound(round);
    await beside?.close();
    if (quarter === awkward.yearEnds) await this.lead.openYear('2026-27');
    await this.officers.answer(quarter, days.answeredOn);
    const report = demoReports.find((one) => one.quarter === quarter);
    if (report) await publishReport(this.demo, report);
  }

  /** The quarter's last day is over for one scoring; the audit goes on without it. */
  private async goOnWithout(round: string): Promise<void> {
    const { agency, withdrawnOn, moderatedOn } = awkward.notReturned;
    this.demo.sitDown(withdrawnOn, 10);
    const audits = await this.lead.auditsOf(round);
    const missing = audits.flatMap(({ scorings }) => scorings).filter(isMissing(agency));
    for (const { id, version } of missing) await this.lead.withdrawScoring(id, version);
    await this.moderator.moderate(round, moderatedOn);
  }

  private async finishDrawing(): Promise<void> {
    this.demo.sitDown('2026-03-30', 10);
    await this.lead.finishDrawing('2025-26');
  }

  /** The fifth quarter: a new register, the routine round half scored, and a theme beside it. */
  async runOpen(): Promise<void> {
    const { quarter, drawnOn, scoredFrom } = openQuarter;
    this.demo.sitDown(drawnOn, 8.5);
    await this.lead.confirmRegister(secondRegister());
    const round = await this.lead.startRound({ kind: 'routine', quarter, sampleSize: 30 });
    await this.lead.startRound({
      ...{ kind: 'theme', quarter, sampleSize: 10 },
      ...{ themeTitle: 'Looked after children', isThemeLookedAfter: true },
    });
    await this.lead.allocate(round);
    this.auditors.begin(scoredFrom);
    for (const [place, audit] of (await this.lead.auditsOf(round)).entries()) {
      await this.auditors.score(audit, sinceTheTraining, (agency) => {
        const { submitted = 0, begun = 0 } = doneInOpenQuarter[agency] ?? {};
        if (place >= begun) return 'not-begun';
        return place < submitted ? 'submitted' : 'begun';
      });
      if (place === 27) await this.auditors.declare(audit, 'health', 'knows-family');
    }
  }
}

/** What goes otherwise than planned, as it does in any partnership. */
const awkward = {
  /** From here on plans are written by those who were trained. */
  sinceTraining: '2026-27-Q1',
  /** A family moved away between the draw and the audit. */
  movedAway: '2025-26-Q4',
  yearEnds: '2025-26-Q4',
  /** One agency never returned a scoring: the lead withdraws it, and the audit closes without it. */
  notReturned: {
    ...{ quarter: '2025-26-Q3', place: 4, agency: 'social-care' },
    ...{ withdrawnOn: '2025-12-31', moderatedOn: '2026-01-02' },
  },
  /** One scoring was begun and never submitted: the audit counts as not completed. */
  notCompleted: { quarter: '2025-26-Q4', place: 20, agency: 'health' },
} as const;

function howFarGot(quarter: string, place: number, agency: string): HowFar {
  const is = (one: { quarter: string; place: number; agency: string }) =>
    one.quarter === quarter && one.place === place && one.agency === agency;
  if (is(awkward.notReturned)) return 'not-begun';
  return is(awkward.notCompleted) ? 'begun' : 'submitted';
}

function isMissing(agency: string) {
  return (scoring: AuditAtWork['scorings'][number]): boolean =>
    scoring.agency === agency && scoring.progress === 'not-started';
}
