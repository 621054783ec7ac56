import type { DocumentFacts } from '@app/shared/domain';
import { AuditorsAtWork } from './auditors-at-work.js';
import type { Demonstration } from './demonstration.js';
import type { LeadAtWork } from './lead-at-work.js';
import { ModeratorAtWork } from './moderator-at-work.js';
import type { PlanWriting } from './scored-answers.js';

const days = { scoredFrom: '2026-06-15', moderatedFrom: '2026-06-29' };
const SCORINGS_A_DAY = 6;

/** Advice is uneven: some services answer for this child, others send the letter they always send. */
const asAdviceIs: PlanWriting = {
  qualities: { strong: 25, usual: 40, weak: 35 },
  healthOutcomes: 50,
};

const speech = {
  title: 'Speech and language therapy advice',
  source: 'Community speech and language therapy',
};
const paediatric = { title: 'Paediatric advice', source: 'Community paediatrics' };
const occupational = { title: 'Occupational therapy advice', source: 'Children’s therapies' };
const physiotherapy = { title: 'Physiotherapy advice', source: 'Children’s therapies' };
const mentalHealth = {
  title: 'Mental health advice',
  source: 'Child and adolescent mental health service',
};

/**
 * The advice on the file of each drawn plan, in the order of the draw: what it is, the days on which
 * it was asked for and came, two of them not within the six weeks of regulation 8 of the SEND
 * Regulations 2014.
 */
const adviceOfPlans: readonly (readonly DocumentFacts[])[] = [
  [
    { ...speech, requestedOn: '2025-09-15', receivedOn: '2025-10-20', isNilReturn: false },
    { ...occupational, requestedOn: '2025-09-15', receivedOn: '2025-11-28', isNilReturn: false },
  ],
  [{ ...paediatric, requestedOn: '2025-10-06', receivedOn: '2025-11-10', isNilReturn: false }],
  [{ ...speech, requestedOn: '2025-11-03', receivedOn: '2025-12-12', isNilReturn: false }],
  [{ ...paediatric, requestedOn: '2025-11-10', receivedOn: '2025-11-17', isNilReturn: true }],
  [{ ...mentalHealth, requestedOn: '2025-10-13', receivedOn: '2026-01-19', isNilReturn: false }],
  [{ ...speech, requestedOn: '2025-12-01', receivedOn: '2026-01-09', isNilReturn: false }],
  [{ ...physiotherapy, requestedOn: '2025-12-08', receivedOn: '2026-01-16', isNilReturn: false }],
  [{ ...occupational, requestedOn: '2026-01-05', receivedOn: '2026-02-13', isNilReturn: false }],
  [{ ...paediatric, requestedOn: null, receivedOn: '2026-02-02', isNilReturn: false }],
  [{ ...mentalHealth, requestedOn: '2026-01-12', receivedOn: '2026-02-20', isNilReturn: false }],
  [{ ...speech, requestedOn: '2026-01-19', receivedOn: '2026-02-27', isNilReturn: false }],
  // Nobody was asked for health advice on the last plan.
  [],
];

/** A round of health advice, which goes on beside the routine round of one quarter. */
export class AdviceAtWork {
  static readonly quarter = '2026-27-Q1';
  private readonly auditors: AuditorsAtWork;
  private readonly moderator: ModeratorAtWork;
  private round = '';

  constructor(
    demo: Demonstration,
    private readonly lead: LeadAtWork,
  ) {
    this.auditors = new AuditorsAtWork(demo, days.scoredFrom, SCORINGS_A_DAY);
    this.moderator = new ModeratorAtWork(demo);
  }

  async start(): Promise<void> {
    const { quarter } = AdviceAtWork;
    this.round = await this.lead.startRound({
      ...{ kind: 'advice', quarter, sampleSize: adviceOfPlans.length },
      frameworkKind: 'health-advice',
    });
    await this.lead.enterDocuments(this.round, adviceOfPlans);
    await this.lead.allocate(this.round);
  }

  async score(): Promise<void> {
    for (const audit of await this.lead.auditsOf(this.round)) {
      await this.auditors.score(audit, asAdviceIs, () => 'submitted');
    }
  }

  moderate(): Promise<void> {
    return this.moderator.moderate(this.round, days.moderatedFrom);
  }

  close(): Promise<void> {
    return this.lead.closeRound(this.round);
  }
}
