import {
  aDraft,
  aPublishedReport,
  AUTUMN_BEFORE,
  changeReport,
  closeTheQuarters,
  WINTER,
} from '../builders/reports.js';
import { people } from '../people.js';
import type { Service } from '../service.js';

/** Learning reports of every kind, for their pages. */
export interface ReportsPlace {
  /** The second edition of a quarter's report, which asks for a decision, and the first. */
  publishedReport: string;
  replacedReport: string;
  draftReport: string;
  /** A second edition that does not say yet what it changes. */
  unexplainedReport: string;
}

export async function reportsIn(service: Service): Promise<ReportsPlace> {
  await closeTheQuarters(service);
  const { id: replacedReport } = await aPublishedReport(service, AUTUMN_BEFORE);
  const { id: publishedReport } = await aPublishedReport(service, AUTUMN_BEFORE);
  const ruth = await service.signIn(people.ruth);
  const unexplained = await aDraft(ruth, AUTUMN_BEFORE);
  const draft = await aDraft(ruth, WINTER);
  const words = 'Health outcomes are in more plans than a year ago.\nThe template helped.';
  await changeReport(ruth, draft, { better: words });
  return {
    ...{ publishedReport, replacedReport, draftReport: draft.id },
    unexplainedReport: unexplained.id,
  };
}
