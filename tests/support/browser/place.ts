import { accountOf, anAccount, issueLink, type MadePerson } from '../builders/account.js';
import { planFramework } from '../builders/framework.js';
import { people } from '../people.js';
import type { Service } from '../service.js';

/** A partnership in which something has happened: people of every status, and a trail of pages. */
export interface Place {
  priya: MadePerson;
  invited: MadePerson;
  ended: MadePerson;
  /** Key of the published EHC plan audit. */
  planFramework: string;
  /** The secret part of a link that has not been used. */
  unusedLink: string;
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
  return {
    ...{ priya, invited, ended },
    planFramework: await planFramework(helen),
    unusedLink: await issueLink(helen, invited.id),
  };
}
