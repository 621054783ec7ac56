import { people } from '../people.js';
import type { Service } from '../service.js';
import { aDrawnAdviceRound, enter, plansOf } from './documents.js';
import { openTheYear } from './round.js';

/** The advice round of a service, of which a quarter has one for each kind of advice. */
const rounds = new WeakMap<Service, Promise<string>>();

/** A plan of a drawn advice round, of which no document was entered. */
export async function aPlanWithoutDocument(
  service: Service,
): Promise<{ key: string; body: { planId: string } }> {
  let round = rounds.get(service);
  if (!round) {
    round = openTheYear(service)
      .then((ruth) => aDrawnAdviceRound(ruth, { sampleSize: 200 }))
      .then(({ id }) => id);
    rounds.set(service, round);
  }
  const key = await round;
  const plans = await plansOf(await service.signIn(people.ruth), key);
  const found = plans.find(({ documents, isNoneAsked }) => documents.length === 0 && !isNoneAsked);
  if (!found) throw new Error('every plan of the advice round has a document');
  return { key, body: { planId: found.planId } };
}

/** A document that nobody has opened, as it was entered. */
export async function aDocumentEntered(
  service: Service,
): Promise<{ key: string; body: { version: number } }> {
  const {
    key: round,
    body: { planId },
  } = await aPlanWithoutDocument(service);
  const { body } = await enter(await service.signIn(people.ruth), round, planId);
  const [document] = body.plans.find((plan) => plan.planId === planId)?.documents ?? [];
  if (!document) throw new Error(`not entered: ${JSON.stringify(body)}`);
  return { key: document.id, body: { version: document.version } };
}
