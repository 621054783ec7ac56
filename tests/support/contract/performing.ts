import { randomUUID } from 'node:crypto';
import { anAccount, issueLink } from '../builders/account.js';
import { aDocumentEntered, aPlanWithoutDocument } from '../builders/documents-to-perform.js';
import { aFeedback } from '../builders/feedback.js';
import {
  aConsultation,
  aDraft,
  aKind,
  aPublishedKind,
  aWholeDraft,
  importAddress,
  ownAccountId,
} from '../builders/framework-draft.js';
import { planFramework } from '../builders/framework.js';
import { aPlan, aRegister } from '../builders/register.js';
import {
  aDecisionToRecord,
  aDraftToChange,
  aDraftToPublish,
  aQuarterToReport,
  aReportToRead,
} from '../builders/reports-to-perform.js';
import {
  aDrawnRound,
  aRound,
  aYearToFinish,
  aYearToOpen,
  openTheYear,
  theme,
} from '../builders/round.js';
import {
  anAllocatedAudit,
  anOpenedScoring,
  aScoringOf,
  aSubmittableScoring,
} from '../builders/scorings-to-perform.js';
import {
  aClosedAuditOnce,
  aCorrectionToMake,
  aDecisionToMake,
  anAuditToClose,
  aRoundToClose,
} from '../builders/moderations-to-perform.js';
import { people } from '../people.js';
import type { Service } from '../service.js';
import type { Answer, Visitor } from '../visitor.js';
import { resolved, roleFor, type InterfaceDocument, type Operation } from './operations.js';

/** A request that can be performed: who sends it, where to and with what. */
export interface Prepared {
  visitor: Visitor;
  path: string;
  body: Record<string, unknown> | undefined;
}

interface Arranged {
  /** Parts of the body that the examples of the document cannot know. */
  body?: Record<string, unknown>;
  as?: Visitor;
  /** The key of the record it is performed on, where the body speaks of that record. */
  key?: string;
  /** The address, where it has more keys than the record's. */
  path?: string;
}

/**
 * What has to happen before an operation can be performed with the examples of its document. An
 * operation that is not here is performed with its examples alone.
 */
const arrangements: Record<
  string,
  (service: Service, helen: Visitor, caller: () => Promise<Visitor>) => Promise<Arranged>
> = {
  'POST /api/session': () => {
    const { email, password } = people.tom;
    return Promise.resolve({ body: { email, password } });
  },
  'POST /api/password': async (service, helen) => {
    const { id } = await anAccount(service).by(helen).invited().make();
    return { body: { token: await issueLink(helen, id) } };
  },
  'PUT /api/account/password': async (service, helen) => {
    const person = await anAccount(service).by(helen).make();
    return { as: await service.signIn(person), body: { currentPassword: person.password } };
  },
  'POST /api/accounts': () => Promise.resolve({ body: oneOfItsKind() }),
  'PUT /api/accounts/{id}': () => Promise.resolve({ body: oneOfItsKind() }),
  'DELETE /api/session': async (service) => ({
    as: await service.signIn(people.tom),
  }),
  'POST /api/frameworks/{id}/retirement': async (service) => ({
    key: await aPublishedKind(service),
  }),
  'POST /api/framework-drafts/imports': () =>
    Promise.resolve({ path: importAddress({ kind: aKind() }) }),
  'POST /api/framework-drafts': () => Promise.resolve({ body: { kind: aKind() } }),
  'PUT /api/framework-drafts/{id}': async (service) => {
    const { id, version, definition } = await aDraft(service);
    return { key: id, body: { version, definition } };
  },
  'POST /api/framework-drafts/{id}/consultation': async (service, helen) => {
    const { id, version } = await aDraft(service);
    return { key: id, body: { version, reviewerIds: [await ownAccountId(helen)] } };
  },
  'POST /api/framework-drafts/{id}/editing': async (service, helen) => {
    const { id, version } = await aConsultation(service, await ownAccountId(helen));
    return { key: id, body: { version } };
  },
  'POST /api/framework-drafts/{id}/publication': async (service) => {
    const { id, version } = await aWholeDraft(service);
    return { key: id, body: { version } };
  },
  'POST /api/plan-registers/{id}/absent-plans': async (service) => {
    const { id, absent } = await aRegister(service).confirm();
    const [plan] = absent;
    const decisions = [{ planId: plan?.id, version: plan?.version, decision: 'keep' }];
    return { key: id, body: { decisions } };
  },
  'POST /api/programmes': async (service) => ({ body: { year: await aYearToOpen(service) } }),
  'POST /api/rounds': async (service) => {
    const ruth = await openTheYear(service);
    const frameworkVersionId = await planFramework(ruth);
    return { body: { frameworkVersionId, themeTitle: `Theme ${(made += 1)}` } };
  },
  'POST /api/rounds/{id}/withdrawals': async (service) => {
    const { id, sample } = await aDrawnRound(await openTheYear(service));
    return { key: id, body: { planId: sample?.plans[0]?.planId } };
  },
  'POST /api/rounds/{id}/documents': aPlanWithoutDocument,
  'PUT /api/rounds/{id}/plans-without-document': aPlanWithoutDocument,
  'PUT /api/documents/{id}': aDocumentEntered,
  'POST /api/documents/{id}/taking-out': aDocumentEntered,
  'POST /api/rounds/{id}/verification': async (service) => ({
    key: (await aDrawnRound(await openTheYear(service))).id,
  }),
  'POST /api/rounds/{id}/allocation': async (service) => ({
    key: (await aDrawnRound(await openTheYear(service), theme({ sampleSize: 2 }))).id,
  }),
  'PUT /api/audits/{id}/due-date': async (service) => {
    const { id, version } = await anAllocatedAudit(service);
    return { key: id, body: { version } };
  },
  'POST /api/scorings/{id}/reassignment': async (service, helen) => {
    const { id, version } = await aScoringOf(service);
    const auditor = await anAccount(service).by(helen).forAuditor('health').make();
    return { key: id, body: { version, auditorId: auditor.id } };
  },
  'POST /api/scorings/{id}/withdrawal': async (service) => {
    const { id, version } = await aScoringOf(service, 'due today');
    return { key: id, body: { version } };
  },
  'PUT /api/scorings/{id}/answers': async (service, _helen, caller) =>
    anOpenedScoring(service, await caller()),
  'PUT /api/scorings/{id}/answers/{kind}/{key}': async (service, _helen, caller) => {
    const { key, body } = await anOpenedScoring(service, await caller());
    const [{ kind, key: question, ...answer }] = body.answers;
    return { path: `/api/scorings/${key}/answers/${kind}/${question}`, body: answer };
  },
  'GET /api/scorings/{id}/check': async (service, _helen, caller) => ({
    key: (await anOpenedScoring(service, await caller())).key,
  }),
  'GET /api/trends/{kind}/measures/{key}/points.csv': () =>
    Promise.resolve({ path: '/api/trends/ehc-plan/measures/overall/points.csv' }),
  'GET /api/trends/{kind}/would-have-changed': async (_service, helen) => {
    const id = await planFramework(helen);
    return { path: `/api/trends/ehc-plan/would-have-changed?older=${id}&newer=${id}` };
  },
  'POST /api/scorings/{id}/submission': async (service, _helen, caller) => ({
    key: await aSubmittableScoring(service, await caller()),
  }),
  'POST /api/reports': async (service) => ({ body: { quarter: await aQuarterToReport(service) } }),
  'GET /api/reports/{id}/tables/{key}/table.csv': async (service) => ({
    path: `/api/reports/${(await aDraftToChange(service)).id}/tables/standard/table.csv`,
  }),
  'PUT /api/reports/{id}': async (service) => aDraftToChange(service),
  'POST /api/reports/{id}/recompiling': async (service) => aDraftToChange(service),
  'POST /api/reports/{id}/publication': async (service) => aDraftToPublish(service),
  'POST /api/reports/{id}/decisions/{number}': async (service) => {
    const { id, version } = await aDecisionToRecord(service);
    return { path: `/api/reports/${id}/decisions/1`, body: { version, decidedOn: '2026-09-14' } };
  },
  'PUT /api/feedback/{id}/replies/{key}': async (service, _helen, caller) => {
    const id = await feedbackFor(service, await caller());
    return { path: `/api/feedback/${id}/replies/needs-complete` };
  },
  'PUT /api/moderations/{id}/criteria/{key}': aDecisionToMake,
  'PUT /api/moderations/{id}/profile/{field}': aCorrectionToMake,
  'POST /api/moderations/{id}/closing': async (service) => ({
    key: await anAuditToClose(service),
    body: { finalGrade: null, finalGradeReason: null, feedbackPoints: null },
  }),
  'POST /api/rounds/{id}/closing': async (service) => ({ key: await aRoundToClose(service) }),
};

/** A record for each address with a key in it, by the beginning of the address. */
const records: Record<
  string,
  (service: Service, helen: Visitor, caller: Visitor) => Promise<string>
> = {
  '/api/accounts/{id}': async (service, helen) =>
    (await anAccount(service).by(helen).invited().make()).id,
  '/api/frameworks/{id}': (_service, helen) => planFramework(helen),
  '/api/framework-drafts/{id}': async (service) => (await aDraft(service)).id,
  '/api/framework-consultations/{id}': async (service, _helen, caller) =>
    (await aConsultation(service, await ownAccountId(caller))).id,
  '/api/plan-registers/{id}': (service) => aRegister(service).upload(),
  '/api/plans/{id}': (service) => aPlan(service),
  '/api/programmes/{id}': (service) => aYearToFinish(service),
  '/api/moderations/{id}': aClosedAuditOnce,
  '/api/documents/{id}': async (service) => (await aDocumentEntered(service)).key,
  '/api/rounds/{id}': async (service) => (await aRound(await openTheYear(service))).id,
  '/api/audits/{id}': async (service) => (await anAllocatedAudit(service)).id,
  '/api/trends/{kind}': () => Promise.resolve('ehc-plan'),
  '/api/scorings/{id}': async (service, _helen, caller) => (await aScoringOf(service, caller)).id,
  '/api/reports/{id}': (service) => aReportToRead(service),
  '/api/feedback/{id}': (service, _helen, caller) => feedbackFor(service, caller),
  '/api/account/sessions/{id}': async (_service, _helen, caller) => {
    const { body } = await caller.get<{ sessions: { id: string }[] }>('/api/account/sessions');
    return body.sessions[0]?.id ?? 'no-session';
  },
};

/** Feedback on a plan of whoever performs the operation. */
async function feedbackFor(service: Service, caller: Visitor): Promise<string> {
  const { body } = await caller.get<{ staffRef?: string | null }>('/api/account');
  return aFeedback(service, { officerRef: body.staffRef ?? null });
}

let made = 0;

function oneOfItsKind(): Record<string, unknown> {
  made += 1;
  return { email: `one.of.its.kind.${made}@example.org`, staffRef: `KIND-${made}` };
}

/** Prepares requests from the document, by people who may send them. */
export class Performing {
  private readonly callers = new Map<string, Visitor>();
  private helen: Visitor | null = null;

  constructor(
    private readonly service: Service,
    private readonly document: InterfaceDocument,
  ) {}

  /** A request that the service is to answer with success. */
  async prepare(operation: Operation): Promise<Prepared> {
    const arranged =
      (await arrangements[operation.name]?.(this.service, await this.administrator(), () =>
        this.callerFor(operation),
      )) ?? {};
    const visitor = arranged.as ?? (await this.callerFor(operation));
    const path = arranged.path ?? (await this.addressOf(operation, visitor, arranged.key));
    if (operation.body === null) return { visitor, path, body: undefined };
    const body = { ...this.examplesOf(operation), ...arranged.body };
    const isVersionOpen = 'version' in body && arranged.body?.version === undefined;
    const version = isVersionOpen ? { version: await versionAt(visitor, path) } : {};
    return { visitor, path, body: { ...body, ...version } };
  }

  /** The address with a real record's key, or with another one. */
  async addressOf(operation: Operation, visitor: Visitor, key?: string): Promise<string> {
    const { path, parameters } = operation;
    if (!path.includes('{')) return withNeededQuery(path, parameters);
    const start = Object.keys(records).find((beginning) => path.startsWith(beginning));
    const record = start ? records[start] : undefined;
    if (!record) throw new Error(`say in records how to make what ${path} is about`);
    const known = key ?? (await record(this.service, await this.administrator(), visitor));
    const address = path.replaceAll(/\{\w+\}/g, encodeURIComponent(known));
    return withNeededQuery(address, parameters);
  }

  /** Someone whose role may perform it, signed in, and the same one as long as the session lasts. */
  private async callerFor(operation: Operation): Promise<Visitor> {
    const role = roleFor(operation);
    if (role === null) return this.service.visitor();
    const known = this.callers.get(role);
    if (known && (await known.get('/api/session')).body.signedIn === true) return known;
    const builder = anAccount(this.service).forAuditor('health').forOfficer().withRoles(role);
    const caller = await this.service.signIn(await builder.make());
    this.callers.set(role, caller);
    return caller;
  }

  private async administrator(): Promise<Visitor> {
    this.helen ??= await this.service.signIn(people.helen);
    return this.helen;
  }

  private examplesOf(operation: Operation): Record<string, unknown> {
    const { properties = {} } = resolved(operation.body ?? {}, this.document);
    return Object.fromEntries(
      Object.entries(properties).map(([name, { example }]) => {
        if (example === undefined) throw new Error(`${operation.name}: ${name} has no example`);
        return [name, example];
      }),
    );
  }
}

/** The address with an example of each filter it cannot do without. */
function withNeededQuery(path: string, parameters: Operation['parameters']): string {
  const needed = parameters.filter((one) => one.in === 'query' && one.required);
  const pairs = needed.map(({ name, schema }) => [name, String(schema.example)]);
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs).toString()}` : path;
}

/** The present version of what an address is about, read there or at the address above it. */
async function versionAt(visitor: Visitor, path: string): Promise<unknown> {
  for (let at = path; at.length > 4; at = at.slice(0, at.lastIndexOf('/'))) {
    const { status, body } = await visitor.get(at);
    if (status === 200 && 'version' in body) return body.version;
  }
  throw new Error(`nothing at ${path} or above it has a version`);
}

export function send(
  operation: Operation,
  { visitor, path, body }: Omit<Prepared, 'body'> & { body: unknown },
  options: { key?: string; headers?: Record<string, string>; rawBody?: string } = {},
): Promise<Answer> {
  const { key = randomUUID(), headers } = options;
  const rawBody = options.rawBody ?? operation.csvBody ?? undefined;
  return visitor.send(operation.method, path, body, {
    headers: {
      ...(operation.method === 'GET' ? {} : { 'idempotency-key': key }),
      ...(operation.csvBody === null ? {} : { 'content-type': 'text/csv' }),
      ...headers,
    },
    ...(rawBody === undefined ? {} : { rawBody }),
  });
}
