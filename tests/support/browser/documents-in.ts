import {
  adviceFramework,
  advice,
  aDrawnAdviceRound,
  enter,
  mark,
  plansOf,
} from '../builders/documents.js';
import { aRound } from '../builders/round.js';
import { allocate, open, progressOf, scoringOf } from '../builders/scoring.js';
import { people } from '../people.js';
import type { Service } from '../service.js';

/** An advice round in which something has happened, for the pages of documents. */
export interface DocumentsPlace {
  adviceRound: string;
  /** A plan of it without documents. */
  planOfDocuments: string;
  /** A document that can be changed, and one that an auditor has opened. */
  document: string;
  openedDocument: string;
  /** Dev's scoring of the opened document. */
  scoringOfDocument: string;
  /** An advice round whose sample is yet to be drawn. */
  plannedAdviceRound: string;
}

export async function documentsIn(service: Service): Promise<DocumentsPlace> {
  const ruth = await service.signIn(people.ruth);
  const { id: adviceRound } = await aDrawnAdviceRound(ruth);
  const planIds = (await plansOf(ruth, adviceRound)).map(({ planId }) => planId);
  const [first = '', second = '', third = '', fourth = ''] = planIds;
  await enter(ruth, adviceRound, first);
  // Allocated while there is one document, so that nobody's list grows long.
  await allocate(ruth, adviceRound);
  const [audit] = (await progressOf(ruth, adviceRound)).audits;
  const scoringOfDocument = audit ? scoringOf(audit, 'education').id : '';
  await open(await service.signIn(people.dev), scoringOfDocument);
  await enter(ruth, adviceRound, second, {
    title: 'Advice on communication, eating and drinking, and postural management at school',
    source: 'Children’s integrated therapies and continuing care, north and east localities',
    ...{ isNilReturn: true, requestedOn: null },
  });
  await mark(ruth, adviceRound, third, true);
  const listed = await plansOf(ruth, adviceRound);
  const keyOf = (planId: string) =>
    listed.find((plan) => plan.planId === planId)?.documents[0]?.id ?? '';
  const frameworkVersionId = await adviceFramework(ruth, 'social-care-advice');
  const planned = await aRound(ruth, advice({ frameworkVersionId }));
  return {
    ...{ adviceRound, planOfDocuments: fourth, scoringOfDocument },
    ...{ document: keyOf(second), openedDocument: keyOf(first) },
    plannedAdviceRound: planned.id,
  };
}
