import {
  ConsultOnDraft,
  CommentOnDraft,
  DraftRepository,
  ImportFramework,
} from '../frameworks/index.js';
import type { Demonstration } from './demonstration.js';

/** Audits of another kind than those that come with the service: it needs a table and no code. */
const about = {
  kind: 'individual-support-plan',
  title: 'Individual support plan audit',
  purpose:
    'Shows whether the plan that a school keeps for a child does what the EHC plan asks for.',
  unit: 'document',
  unitTitle: 'one individual support plan',
} as const;

const table = `Domain,Criterion,Agencies,Weight,Critical,Sections,Question,Met in full,Mostly met,Partly met,Not met
The child's part,Own words,Education and SEND,3,yes,A,"Does the plan say, in words of the child or of somebody who knows them, what helps?","The child's own words, and what follows from them.","The child's own words.",What adults think the child would say.,Nothing from the child.
The child's part,Shared with the family,Education and SEND,2,no,A,Has the family had a say in the plan and a copy of it?,"Written together, with a copy.",Asked and answered.,Sent for information.,Not shared.
Steps and support,Steps to the outcomes,Education and SEND; Health,3,yes,E,Does every outcome of Section E have a step for this term?,"Every outcome, with a date and a person.","Every outcome, some without a date.",Some outcomes.,None.
Steps and support,Support as Section F says,Education and SEND; Health; Social care,3,yes,F; G; H1,"Is the support that Sections F, G and H1 specify planned for the week?","All of it, with times and names of roles.",Nearly all of it.,Some of it.,It cannot be seen.
Looking back,Progress told by evidence,Education and SEND,2,no,E,Is there evidence of what has changed since the last plan?,"Evidence for every step, and what it means.",Evidence for most steps.,Impressions only.,Nothing.
`;

/** Joan Kerr at work: a draft from a table, and the people who are asked about it. */
export async function askAboutDraft(demo: Demonstration): Promise<void> {
  const joan = demo.as('Joan Kerr');
  const file = { type: 'text/csv', bytes: Buffer.from(table) };
  const { id } = await demo.get(ImportFramework).import(joan, file, about, demo.nextRequest());
  const { version } = await demo.get(DraftRepository).find(joan, id);
  const reviewerIds = ['Tom Ellery', 'Nadia Rahman'].map((name) => demo.as(name).account.id);
  const consultation = { reviewerIds, closesOn: '2026-12-18', version };
  await demo.get(ConsultOnDraft).open(joan, id, consultation, demo.nextRequest());
  const said = {
    criterion: 'support-as-section-f-says',
    text: 'Say what counts where therapy comes every other week.',
  };
  const nadia = demo.as('Nadia Rahman');
  await demo.get(CommentOnDraft).comment(nadia, id, said, demo.nextRequest(60));
}
