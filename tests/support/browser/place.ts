import { accountOf, anAccount, issueLink, type MadePerson } from '../builders/account.js';
import { planFramework } from '../builders/framework.js';
import { aRegister, aRow } from '../builders/register.js';
import { aRound, roundCalled } from '../builders/round.js';
import { people } from '../people.js';
import type { Service } from '../service.js';
import { auditsIn, type AuditsPlace } from './audits-in.js';
import { documentsIn, type DocumentsPlace } from './documents-in.js';
import { frameworkLivesIn, type FrameworkLivesPlace } from './framework-lives-in.js';
import { draftsIn, type DraftsPlace } from './drafts-in.js';
import { feedbackIn, type FeedbackPlace } from './feedback-in.js';
import { moderationsIn, type ModerationsPlace } from './moderations-in.js';
import { reportsIn, type ReportsPlace } from './reports-in.js';

/** A partnership in which something has happened: people of every status, and a trail of pages. */
export interface Place
  extends
    AuditsPlace,
    DocumentsPlace,
    DraftsPlace,
    FeedbackPlace,
    FrameworkLivesPlace,
    ModerationsPlace,
    ReportsPlace {
  priya: MadePerson;
  invited: MadePerson;
  ended: MadePerson;
  /** Key of the published EHC plan audit. */
  planFramework: string;
  /** The secret part of a link that has not been used. */
  unusedLink: string;
  /** A plan about which the register says everything. */
  planId: string;
  /** An upload with problems of several kinds. */
  waitingRegister: string;
  /** The newest register, which had few of the plans there. */
  confirmedRegister: string;
  discardedRegister: string;
  /** A round with its sample, and a plan in it. */
  drawnRound: string;
  sampledPlan: string;
  /** A round whose sample is yet to be drawn. */
  plannedRound: string;
}

const LONG_NAME = 'Wilhelmina Featherstonehaugh-Cholmondeley';
const LINKS_FOR_A_SECOND_PAGE_OF_THE_TRAIL = 25;

export async function furnish(service: Service): Promise<Place> {
  const helen = await service.signIn(people.helen);
  const invited = await anAccount(service)
    .named(LONG_NAME)
    .withRoles('moderator', 'framework-editor', 'send-manager')
    .withEmail('wilhelmina.featherstonehaugh-cholmondeley@health-and-care.ashbourne-vale.example')
    .invited()
    .by(helen)
    .make();
  const ended = await anAccount(service).named('Ellen Ward').ended().by(helen).make();
  const priya = await accountOf(helen, people.priya);
  for (let made = 0; made < LINKS_FOR_A_SECOND_PAGE_OF_THE_TRAIL; made += 1) {
    service.clock.advance(60);
    await issueLink(helen, invited.id);
  }
  const unusedLink = await issueLink(helen, invited.id);
  const accounts = { priya, invited, ended, unusedLink };
  const plans = await furnishPlans(service);
  const rounds = await furnishProgramme(service);
  // Before there is a second auditor for health, so that everyone knows whose the scorings are.
  const moderations = await moderationsIn(service);
  const audits = await auditsIn(service);
  const feedback = await feedbackIn(service);
  const reports = await reportsIn(service);
  const documents = await documentsIn(service);
  const lives = { ...(await frameworkLivesIn(service)), ...(await draftsIn(service)) };
  const framework = { planFramework: await planFramework(helen) };
  return {
    ...{ ...accounts, ...framework, ...lives, ...plans, ...rounds },
    ...{ ...audits, ...documents, ...moderations, ...feedback, ...reports },
  };
}

const LONG_TEAM = 'Preparing for adulthood and supported internships';
const ROWS_FOR_A_SECOND_PAGE_OF_PROBLEMS = 60;

async function furnishPlans(
  service: Service,
): Promise<Pick<Place, 'planId' | 'waitingRegister' | 'confirmedRegister' | 'discardedRegister'>> {
  const ruth = await service.signIn(people.ruth);
  const known = aRow({ plan_ref: 'AV-900001', team: LONG_TEAM });
  const { id: confirmedRegister } = await aRegister(service).by(ruth).of(known).confirm();
  const { body } = await ruth.get<{ plans: { id: string }[] }>('/api/plans?ref=AV-900001');
  const discardedRegister = await aRegister(service).by(ruth).upload();
  await ruth.post(`/api/plan-registers/${discardedRegister}/discarding`, { version: 1 });
  const wrong = [
    aRow({ plan_ref: '943 476 5919' }),
    aRow({ primary_need: 'SPCH', first_issued_on: '31/02/2025' }),
    aRow({ primary_need: '' }),
    ...Array.from({ length: ROWS_FOR_A_SECOND_PAGE_OF_PROBLEMS }, () => aRow({ age: 'nine' })),
  ];
  const waitingRegister = await aRegister(service)
    .by(ruth)
    .of(known, aRow(), ...wrong)
    .withColumns('Date of birth', 'URN')
    .upload();
  return { planId: body.plans[0]?.id ?? '', waitingRegister, confirmedRegister, discardedRegister };
}

async function furnishProgramme(
  service: Service,
): Promise<Pick<Place, 'drawnRound' | 'sampledPlan' | 'plannedRound'>> {
  const ruth = await service.signIn(people.ruth);
  const drawn = await roundCalled(ruth, '2026-27-Q2-routine');
  return {
    drawnRound: drawn.id,
    sampledPlan: drawn.sample?.plans[0]?.planId ?? '',
    plannedRound: (await aRound(ruth)).id,
  };
}
