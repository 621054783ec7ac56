import { anAccount, type MadePerson } from '../builders/account.js';
import { aDrawnRound } from '../builders/round.js';
import {
  anAllocatedRound,
  everyAnswer,
  fillIn,
  open,
  progressOf,
  readScoring,
  save,
  scoringOf,
  submitWhole,
} from '../builders/scoring.js';
import { people } from '../people.js';
import type { Service } from '../service.js';
import type { Visitor } from '../visitor.js';

/** Audits in which something has happened, for the pages of allocation and scoring. */
export interface AuditsPlace {
  /** A round with its auditors, one with a sample and none, and one before its draw. */
  allocatedRound: string;
  unallocatedRound: string;
  /** An audit of the first round that is not due, and one that is. */
  audit: string;
  dueScoring: string;
  withdrawnScoring: string;
  /** Priya's scorings: before the declaration, half answered, all answered, and submitted. */
  undeclared: string;
  halfScored: string;
  wholeScored: string;
  submitted: string;
  /** One of Dev's, opened and not begun. */
  forEducation: string;
  /** A second auditor for health, who has no scoring. */
  ines: MadePerson;
}

const TODAY = '2026-09-15';

export async function auditsIn(service: Service): Promise<AuditsPlace> {
  const ruth = await service.signIn(people.ruth);
  const priya = await service.signIn(people.priya);
  const dev = await service.signIn(people.dev);
  const { id: allocatedRound } = await anAllocatedRound(ruth, { themeTitle: 'Year 6 to 7' });
  const { id: unallocatedRound } = await aDrawnRound(ruth);
  const { audits } = await progressOf(ruth, allocatedRound);
  const own = audits.map((audit) => scoringOf(audit, 'health').id);
  const [undeclared = '', halfScored = '', wholeScored = '', submitted = ''] = own;
  await scoreHalf(priya, halfScored);
  await fillIn(priya, wholeScored, 'health');
  await submitWhole(priya, submitted, 'health', { evidence: EVIDENCE });
  await declareConflict(priya, own[4] ?? '');
  const forEducation = audits[0] ? scoringOf(audits[0], 'education').id : '';
  await open(dev, forEducation);
  for (const audit of audits.slice(5, 7)) {
    await ruth.put(`/api/audits/${audit.id}/due-date`, { dueOn: TODAY, version: audit.version });
  }
  const withdrawnScoring = own[5] ?? '';
  await withdraw(ruth, allocatedRound, withdrawnScoring);
  const ines = await anAccount(service).named('Ines Duarte').forAuditor('health').make();
  return {
    ...{ allocatedRound, unallocatedRound, audit: audits[0]?.id ?? '', dueScoring: own[6] ?? '' },
    ...{ withdrawnScoring, undeclared, halfScored, wholeScored, submitted, forEducation, ines },
  };
}

const EVIDENCE =
  'Section B names autism and anxiety and says what they mean in lessons. It leaves out the sleep that the parents describe, and how noise in the dining hall ends most afternoons.';

/** Half of the first domain, one grade without its evidence, and one count. */
async function scoreHalf(auditor: Visitor, id: string): Promise<void> {
  const answers = everyAnswer(await open(auditor, id), 'health', { evidence: EVIDENCE });
  const graded = answers.filter(({ kind }) => kind === 'criterion').slice(0, 3);
  for (const answer of graded.filter((_, place) => place !== 1)) await save(auditor, id, answer);
  const third = graded[2];
  if (third) {
    const { kind, key } = third;
    await save(auditor, id, { kind, key, value: 'inadequate', seenVersion: 1 });
  }
  const fact = answers.find(({ kind }) => kind === 'fact');
  if (fact) await save(auditor, id, fact);
}

async function declareConflict(auditor: Visitor, id: string): Promise<void> {
  const { version } = await readScoring(auditor, id);
  await auditor.post(`/api/scorings/${id}/declaration`, { conflict: 'advised', version });
}

async function withdraw(ruth: Visitor, roundId: string, id: string): Promise<void> {
  const { audits } = await progressOf(ruth, roundId);
  const found = audits.flatMap(({ scorings }) => scorings).find((scoring) => scoring.id === id);
  const wanted = { reason: 'file-not-available', version: found?.version };
  await ruth.post(`/api/scorings/${id}/withdrawal`, wanted);
}
