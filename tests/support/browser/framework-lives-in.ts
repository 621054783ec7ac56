import {
  aDraft,
  aWholeDraft,
  ownAccountId,
  planDefinition,
  saved,
  type Draft,
} from '../builders/framework-draft.js';
import { onePerRole, people } from '../people.js';
import type { Service } from '../service.js';

/** Drafts at each stage of their life, for the pages on which it is decided. */
export interface FrameworkLivesPlace {
  /** Version 2 of its kind, different from version 1 in every way that is told. */
  draftToPublish: string;
  /** A version 2 that is published, of another kind. */
  secondVersion: string;
  unfinishedDraft: string;
  /** Everyone is asked about it, and Priya has said something. */
  consultation: string;
}

export async function frameworkLivesIn(service: Service): Promise<FrameworkLivesPlace> {
  const joan = await service.signIn(people.joan);
  const publish = ({ id, version }: Draft) =>
    joan.post(`/api/framework-drafts/${id}/publication`, { version, from: '2026-09-15' });
  const changed = async (): Promise<Draft> => {
    const first = await aWholeDraft(service);
    await publish(first);
    const { body } = await joan.post<Draft>('/api/framework-drafts', { basedOn: first.id });
    return saved(joan, body, otherwise(body.definition));
  };
  const { id: draftToPublish } = await changed();
  const second = await changed();
  await publish(second);
  const { id: unfinishedDraft } = await aDraft(service);
  return {
    ...{ draftToPublish, secondVersion: second.id, unfinishedDraft },
    consultation: await consultationOfEveryone(service),
  };
}

/** A criterion reworded, one retired, and weights moved from one domain to another. */
function otherwise(definition: Draft['definition']): Draft['definition'] {
  const changed = structuredClone(definition);
  const [first, second] = changed.domains;
  const criterion = first?.criteria[0];
  if (!first || !second || !criterion) throw new Error('the plan audit has two domains');
  criterion.question = `${criterion.question} Say where it is found.`;
  first.criteria.pop();
  first.weight -= 2;
  second.weight += 2;
  return changed;
}

async function consultationOfEveryone(service: Service): Promise<string> {
  const joan = await service.signIn(people.joan);
  const draft = await aDraft(service);
  const plan = await planDefinition(joan);
  const { kind, title, unit, unitTitle } = draft.definition;
  const { id, version } = await saved(joan, draft, { ...plan, kind, title, unit, unitTitle });
  const reviewerIds: string[] = [];
  for (const person of onePerRole)
    reviewerIds.push(await ownAccountId(await service.signIn(person)));
  await joan.post(`/api/framework-drafts/${id}/consultation`, {
    ...{ version, reviewerIds, closesOn: '2026-12-31' },
  });
  const priya = await service.signIn(people.priya);
  await priya.post(`/api/framework-consultations/${id}/comments`, {
    ...{ criterion: 'voice-own-words', text: 'Say how a child who signs is heard.' },
  });
  return id;
}
