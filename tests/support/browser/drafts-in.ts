import type { FrameworkDefinition } from '@app/shared/domain';
import { aWholeDraft, saved, type Draft } from '../builders/framework-draft.js';
import { people } from '../people.js';
import type { Service } from '../service.js';
import type { Office } from './office.js';
import type { Visit } from './visit.js';

/** Drafts for the pages on which they are written, beside those of `FrameworkLivesPlace`. */
export interface DraftsPlace {
  /** One with something to put right in many parts. */
  faultyDraft: string;
}

export async function draftsIn(service: Service): Promise<DraftsPlace> {
  const joan = await service.signIn(people.joan);
  const { id: faultyDraft, version, definition } = await aWholeDraft(service);
  const [voice, ...domains] = definition.domains;
  const [first, ...criteria] = voice?.criteria ?? [];
  if (!voice || !first) throw new Error('the plan audit has no criterion');
  const lacking = { ...first, question: '', descriptors: {}, agencies: [] };
  await saved(
    joan,
    { id: faultyDraft, version },
    {
      ...definition,
      ...{ purpose: '', profileFields: definition.profileFields.slice(1) },
      scale: { ...definition.scale, meetsFrom: 'fine' },
      domains: [{ ...voice, purpose: '', weight: 1, criteria: [lacking, ...criteria] }, ...domains],
    },
  );
  return { faultyDraft };
}

/** What a draft says now. */
export async function definitionOfDraft(
  service: Service,
  id: string,
): Promise<FrameworkDefinition> {
  const joan = await service.signIn(people.joan);
  const { body } = await joan.get<Draft>(`/api/framework-drafts/${id}`);
  return body.definition;
}

/** A draft that may be published, open for Joan at one of its pages. */
export async function draftAt(
  office: Office,
  steps: string,
): Promise<{ visit: Visit; id: string }> {
  const { id } = await aWholeDraft(office.service);
  const visit = await office.signedIn(people.joan);
  await visit.goTo(`/frameworks/drafts/${id}/${steps}`);
  return { visit, id };
}
