import { registerValues, type ConflictKind } from '@app/shared/domain';
import { DeclareConflict, SaveAnswers, ScoringRepository, SubmitScoring } from '../audits/index.js';
import { FrameworkRepository } from '../frameworks/index.js';
import type { Demonstration } from './demonstration.js';
import type { AuditAtWork } from './lead-at-work.js';
import { planAsWritten, scoredAnswers, type PlanWriting } from './scored-answers.js';
import { SeededChance } from './seeded-chance.js';

const auditors: Readonly<Record<string, string>> = {
  education: 'Dev Patel',
  health: 'Priya Nair',
  'social-care': 'Sam Okafor',
};

/** How far an agency gets with an audit. */
export type HowFar = 'submitted' | 'begun' | 'not-begun';

const SEED = 142;

/** The auditors at work, some scorings each weekday: a plan takes half a day, a letter less. */
export class AuditorsAtWork {
  private readonly chance = new SeededChance(SEED);
  private scorings = 0;

  constructor(
    private readonly demo: Demonstration,
    private firstDay: string,
    private readonly scoringsADay = 2,
  ) {}

  /** The scorings of another quarter begin on a day of their own. */
  begin(firstDay: string): void {
    this.firstDay = firstDay;
    this.scorings = 0;
  }

  async score(
    { scorings }: AuditAtWork,
    writing: PlanWriting,
    howFar: (agency: string) => HowFar,
  ): Promise<void> {
    const plan = planAsWritten(writing, this.chance);
    for (const { id, agency, version } of scorings) {
      const far = howFar(agency);
      if (far === 'not-begun') continue;
      this.sitDown();
      const access = this.demo.as(auditors[agency] ?? '');
      const open = { conflict: 'none' as const, version };
      await this.demo.get(DeclareConflict).declare(access, id, open, this.demo.nextRequest(1));
      const scoring = await this.demo.get(ScoringRepository).find(access, id);
      const framework = this.demo.get(FrameworkRepository);
      const { definition } = await framework.version(scoring.frameworkVersionId);
      const register = registerValues(scoring.registerFacts);
      const all = scoredAnswers({ definition, agency, register }, plan, this.chance);
      const answers = far === 'submitted' ? all : all.slice(0, Math.ceil(all.length / 2));
      const wanted = answers.map((answer) => ({ ...answer, seenVersion: 0 }));
      await this.demo.get(SaveAnswers).save(access, id, wanted, this.demo.nextRequest(40));
      if (far !== 'submitted') continue;
      const submit = this.demo.get(SubmitScoring);
      await submit.submit(access, id, version + 1, this.demo.nextRequest(5));
    }
  }

  /** One auditor knows a family, and the audit waits for somebody else. */
  async declare({ scorings }: AuditAtWork, agency: string, conflict: ConflictKind): Promise<void> {
    const scoring = scorings.find((one) => one.agency === agency);
    const access = this.demo.as(auditors[agency] ?? '');
    const wanted = { conflict, version: scoring?.version ?? 0 };
    const key = this.demo.nextRequest();
    await this.demo.get(DeclareConflict).declare(access, scoring?.id ?? '', wanted, key);
  }

  /** From nine on, over the day. */
  private sitDown(): void {
    const weekdays = Math.floor(this.scorings / this.scoringsADay);
    const days = weekdays + 2 * Math.floor(weekdays / 5);
    const hour = 9 + (9 / this.scoringsADay) * (this.scorings % this.scoringsADay);
    this.demo.sitDown(this.firstDay, days * 24 + hour);
    this.scorings += 1;
  }
}
