import type { FrameworkDraftResponse, FrameworkVersionResponse } from '@app/shared/contracts';
import type { FrameworkDefinition } from '@app/shared/domain';
import { people } from '../people.js';
import type { Service } from '../service.js';
import type { Answer, Visitor } from '../visitor.js';
import { planFramework } from './framework.js';

/** A draft with the shapes that rules are written for. */
export type Draft = Omit<FrameworkDraftResponse, 'definition'> & {
  definition: FrameworkDefinition;
};

/** The day that most tests publish from: two weeks after the tests' clock. */
export const FIRST_DAY = '2026-10-01';

let made = 0;

/** A kind that no other test has. */
export function aKind(): string {
  made += 1;
  return `kind-${made}`;
}

/** Where a table is imported, with what no row of it can say. */
export function importAddress(about: { kind?: string; title?: string } = {}): string {
  const { kind = aKind(), title = 'Our plan audit' } = about;
  const query = { kind, title, unit: 'plan', unitTitle: 'one EHC plan' };
  return `/api/framework-drafts/imports?${new URLSearchParams(query).toString()}`;
}

/** What an import answers. */
export type Imported = {
  id: string;
  flags: { where: string; sentence: string }[];
  newAgencies: { key: string; title: string }[];
};

/** Sends a file to be imported. */
export function uploadTo(
  visitor: Visitor,
  address: string,
  file: string | Buffer,
  mediaType: string,
): Promise<Answer<Imported>> {
  const rawBody = typeof file === 'string' ? file : new Uint8Array(file);
  return visitor.post(address, undefined, { rawBody, headers: { 'content-type': mediaType } });
}

/** What the published EHC plan audit says. */
export async function planDefinition(visitor: Visitor): Promise<FrameworkDefinition> {
  const { body } = await visitor.get<FrameworkVersionResponse>(
    `/api/frameworks/${await planFramework(visitor)}`,
  );
  return body.definition as FrameworkDefinition;
}

/** A draft of a kind of its own with nothing in it. */
export async function aDraft(service: Service): Promise<Draft> {
  const joan = await service.signIn(people.joan);
  const { status, body } = await joan.post<Draft>('/api/framework-drafts', {
    ...{ kind: aKind(), title: 'Annual review audit', purpose: 'Shows what reviews change.' },
    ...{ unit: 'document', unitTitle: 'one annual review' },
  });
  if (status !== 201) throw new Error(`no draft: ${JSON.stringify(body)}`);
  return body;
}

/** A draft of a kind of its own that says what the EHC plan audit says, and may be published. */
export async function aWholeDraft(service: Service): Promise<Draft> {
  const joan = await service.signIn(people.joan);
  const { id, kind, version } = await aDraft(service);
  const definition = { ...(await planDefinition(joan)), kind };
  return saved(joan, { id, version }, definition);
}

/** The draft as it is after a definition was saved. */
export async function saved(
  visitor: Visitor,
  { id, version }: Pick<Draft, 'id' | 'version'>,
  definition: FrameworkDefinition,
): Promise<Draft> {
  const { status, body } = await visitor.put<Draft>(`/api/framework-drafts/${id}`, {
    ...{ definition, version },
  });
  if (status !== 200) throw new Error(`not saved: ${JSON.stringify(body)}`);
  return body;
}

/** A draft that is out for consultation with one person. */
export async function aConsultation(service: Service, reviewerId: string): Promise<Draft> {
  const joan = await service.signIn(people.joan);
  const { id, version } = await aWholeDraft(service);
  const { status, body } = await joan.post<Draft>(`/api/framework-drafts/${id}/consultation`, {
    ...{ reviewerIds: [reviewerId], closesOn: '2026-09-30', version },
  });
  if (status !== 200) throw new Error(`not open: ${JSON.stringify(body)}`);
  return body;
}

/** The key of a published version of a kind of its own. */
export async function aPublishedKind(service: Service, from = FIRST_DAY): Promise<string> {
  const joan = await service.signIn(people.joan);
  const { id, version } = await aWholeDraft(service);
  const { status } = await joan.post(`/api/framework-drafts/${id}/publication`, { from, version });
  if (status !== 204) throw new Error('not published');
  return id;
}

/** The key of a person's account. */
export async function ownAccountId(visitor: Visitor): Promise<string> {
  const { body } = await visitor.get<{ id: string }>('/api/account');
  return body.id;
}
