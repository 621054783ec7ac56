import { ChangeReport, MakeReport, PublishReport, RecordDecision } from '../reports/index.js';
import type { Demonstration } from './demonstration.js';

/** What a quarter's report asked its readers, and what they decided. */
export interface DemoReport {
  quarter: string;
  publishedOn: string;
  asks: { text: string; owner: string };
  decided: { outcome: 'agreed' | 'deferred'; note: string; on: string };
}

/** The learning reports of the demonstration. The latest closed quarter's is left to whoever tries it out. */
export const demoReports: readonly DemoReport[] = [
  {
    ...{ quarter: '2025-26-Q2', publishedOn: '2025-10-06' },
    asks: {
      text: 'Ask health and social care for an outcome wherever their advice names a need',
      owner: 'Designated Clinical Officer',
    },
    decided: { outcome: 'deferred', note: 'Guidelines are with the ICB', on: '2025-10-08' },
  },
  {
    ...{ quarter: '2025-26-Q3', publishedOn: '2026-01-07' },
    asks: {
      text: 'Train every plan writer on health outcomes before the spring',
      owner: 'Head of SEND',
    },
    decided: { outcome: 'agreed', note: 'Six sessions by the end of March', on: '2026-01-08' },
  },
  {
    ...{ quarter: '2025-26-Q4', publishedOn: '2026-04-07' },
    asks: {
      text: 'Keep one page of worked examples of Section F beside the plan template',
      owner: 'SEND manager',
    },
    decided: { outcome: 'agreed', note: 'From the first of May', on: '2026-04-08' },
  },
];

/** Ruth Osei compiles, publishes and records what the subgroup decided. */
export async function publishReport(demo: Demonstration, report: DemoReport): Promise<void> {
  const { quarter, publishedOn, asks, decided } = report;
  const ruth = () => demo.as('Ruth Osei');
  demo.sitDown(publishedOn, 9.5);
  const wanted = { frameworkKind: 'ehc-plan', quarter };
  const { id } = await demo.get(MakeReport).make(ruth(), wanted, demo.nextRequest());
  const words = { headline: null, better: null, notBetter: null };
  const decisions = [{ ...asks, section: null }];
  const change = { words, decisions, whatChanged: null, version: 1 };
  await demo.get(ChangeReport).change(ruth(), id, change, demo.nextRequest());
  await demo.get(PublishReport).publish(ruth(), id, 2, demo.nextRequest());
  demo.sitDown(decided.on, 16);
  const { outcome, note, on: decidedOn } = decided;
  const taken = { outcome, note, decidedOn, version: 1 };
  await demo.get(RecordDecision).record(ruth(), id, 1, taken, demo.nextRequest());
}
