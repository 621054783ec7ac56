import { daysOfQuarter, type DocumentFacts, type ScoringProgress } from '@app/shared/domain';
import { AllocateRound, AuditProgress, CloseRound, WithdrawScoring } from '../audits/index.js';
import { FrameworkRepository } from '../frameworks/index.js';
import { ConfirmRegister, UploadRegister } from '../plans/index.js';
import {
  DrawSample,
  EnterDocument,
  FinishDrawing,
  MarkPlanWithoutDocument,
  OpenProgramme,
  OpenRound,
  RoundRepository,
  SampleRepository,
  WithdrawPlan,
  type SampledPlan,
} from '../programme/index.js';
import type { Demonstration } from './demonstration.js';
import type { DemoRegister } from './plans.js';

/** Published, so that the demonstration draws the same plans every time. A real year's seed is left to chance. */
const seeds = {
  '2025-26': '5e0f5a3c9d1b47e28a6c04f7b3e91d2856cf0a7de4b8319c72f0a54e6d81b93c',
  '2026-27': 'c41d7e90a2b85f36e07c1948d5f2ab6390e8d47c1fa35b20689de4f71c0b3a52',
} as const;

export type DemoYear = keyof typeof seeds;

/** An audit as the lead sees it: which agencies, how far they are, nothing of what they record. */
export interface AuditAtWork {
  id: string;
  scorings: { id: string; agency: string; progress: ScoringProgress; version: number }[];
}

/** Ruth Osei at work, a quarter of an hour for each act. */
export class LeadAtWork {
  private readonly years = new Map<DemoYear, string>();

  constructor(private readonly demo: Demonstration) {}

  async confirmRegister({ asAt, file }: DemoRegister): Promise<void> {
    const upload = this.demo.get(UploadRegister);
    const id = await upload.upload(this.access, asAt, Buffer.from(file), this.demo.nextRequest());
    const wanted = { version: 1, importReadyRows: false };
    await this.demo.get(ConfirmRegister).confirm(this.access, id, wanted, this.demo.nextRequest());
  }

  async openYear(year: DemoYear): Promise<void> {
    const key = this.demo.nextRequest();
    const id = await this.demo.get(OpenProgramme).open(this.access, year, key, seeds[year]);
    this.years.set(year, id);
  }

  /** Opens a round, draws its sample and allocates the audits. */
  async startRound(wanted: {
    kind: 'routine' | 'theme' | 'advice';
    quarter: string;
    sampleSize: number;
    frameworkKind?: string;
    themeTitle?: string;
    isThemeLookedAfter?: boolean;
  }): Promise<string> {
    const { frameworkKind = 'ehc-plan', ...asked } = wanted;
    const versions = await this.demo.get(FrameworkRepository).overview();
    const frameworkVersionId = versions.find(({ kind }) => kind === frameworkKind)?.id ?? '';
    const dueOn = daysOfQuarter(wanted.quarter).to;
    const round = { ...asked, frameworkVersionId, dueOn };
    const id = await this.demo.get(OpenRound).open(this.access, round, this.demo.nextRequest());
    await this.demo.get(DrawSample).draw(this.access, id, 1, this.demo.nextRequest());
    return id;
  }

  /** A family has moved away since the draw. */
  async withdrawFirst(roundId: string): Promise<void> {
    const [plan] = await this.drawnIn(roundId);
    const { version } = await this.demo.get(RoundRepository).find(roundId);
    const withdrawal = { planId: plan?.planId ?? '', reason: 'moved' as const, version };
    const key = this.demo.nextRequest();
    await this.demo.get(WithdrawPlan).withdraw(this.access, roundId, withdrawal, key);
  }

  /** What is on the file of each plan, in the order of the draw; of some nothing was asked for. */
  async enterDocuments(
    roundId: string,
    ofPlans: readonly (readonly DocumentFacts[])[],
  ): Promise<void> {
    for (const [place, { planId }] of (await this.drawnIn(roundId)).entries()) {
      const documents = ofPlans[place] ?? [];
      for (const document of documents) {
        const entered = { ...document, planId };
        const key = this.demo.nextRequest(3);
        await this.demo.get(EnterDocument).enter(this.access, roundId, entered, key);
      }
      if (documents.length > 0) continue;
      const wanted = { planId, isNoneAsked: true };
      const key = this.demo.nextRequest(3);
      await this.demo.get(MarkPlanWithoutDocument).mark(this.access, roundId, wanted, key);
    }
  }

  async allocate(roundId: string): Promise<void> {
    const key = this.demo.nextRequest();
    await this.demo.get(AllocateRound).allocate(this.access, roundId, key);
  }

  /** In the order of their references. */
  async auditsOf(roundId: string): Promise<AuditAtWork[]> {
    const { audits } = await this.demo.get(AuditProgress).list(this.access, roundId);
    return audits.map(({ id, scorings }) => ({
      id,
      scorings: scorings.map((one) => ({ ...one, agency: one.agency.key })),
    }));
  }

  /** The quarter is over, and this scoring did not come. */
  async withdrawScoring(id: string, version: number): Promise<void> {
    const wanted = { reason: 'not-returned' as const, version };
    const key = this.demo.nextRequest();
    await this.demo.get(WithdrawScoring).withdraw(this.access, id, wanted, key);
  }

  async closeRound(id: string): Promise<void> {
    const { version } = await this.demo.get(RoundRepository).find(id);
    await this.demo.get(CloseRound).close(this.access, id, version, this.demo.nextRequest());
  }

  async finishDrawing(year: DemoYear): Promise<void> {
    const id = this.years.get(year) ?? '';
    await this.demo.get(FinishDrawing).finish(this.access, id, 1, this.demo.nextRequest());
  }

  private async drawnIn(roundId: string): Promise<SampledPlan[]> {
    const samples = this.demo.get(SampleRepository);
    const sample = await samples.ofRound(roundId);
    return samples.taken(this.access, sample?.id ?? '');
  }

  private get access() {
    return this.demo.as('Ruth Osei');
  }
}
