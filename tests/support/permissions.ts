import { PERMISSIONS } from '@app/backend/testing';
import { permissionFor, roles, type PermissionRow, type Role } from '@app/shared/domain';
import { randomUUID } from 'node:crypto';
import { onePerRole, people } from './people.js';
import type { Service } from './service.js';
import type { Visitor } from './visitor.js';

type Table = Readonly<Record<string, PermissionRow>>;
export type Caller = Role | 'nobody';

export const everyCaller: readonly Caller[] = ['nobody', ...roles];

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/**
 * A record that belongs to none of the callers, for each route on which people reach only their
 * own. A route of that kind that is not here is a finding.
 */
const anothersRecord: Readonly<Record<string, (service: Service) => Promise<string>>> = {
  'DELETE /api/account/sessions/:id': async (service) => {
    const owen = await service.signIn(people.owen);
    const { body } = await owen.get<{ sessions?: { id: string }[] }>('/api/account/sessions');
    return body.sessions?.[0]?.id ?? 'no-session';
  },
  'GET /api/scorings/:id': samsScoring,
  'GET /api/scorings/:id/check': samsScoring,
  'POST /api/scorings/:id/declaration': samsScoring,
  'PUT /api/scorings/:id/answers': samsScoring,
  'PUT /api/scorings/:id/answers/:kind/:key': samsScoring,
  'POST /api/scorings/:id/submission': samsScoring,
  'GET /api/feedback/:id': owensFeedback,
  'POST /api/feedback/:id/opening': owensFeedback,
  'PUT /api/feedback/:id/replies/:key': owensFeedback,
  'GET /api/framework-consultations/:id': owensConsultation,
  'POST /api/framework-consultations/:id/comments': owensConsultation,
};

/** What is sent to another person's record, so that the refusal is about whose it is. */
const rightBody: Readonly<Record<string, unknown>> = {
  'POST /api/scorings/:id/declaration': { conflict: 'none', version: 2 },
  'PUT /api/scorings/:id/answers': {
    answers: [{ kind: 'criterion', key: 'voice-own-words', value: 'good', seenVersion: 0 }],
  },
  'PUT /api/scorings/:id/answers/:kind/:key': { value: 'good', seenVersion: 0 },
  'POST /api/scorings/:id/submission': { version: 3 },
  'PUT /api/feedback/:id/replies/:key': { answer: 'corrected-now', seenVersion: 0 },
  'POST /api/framework-consultations/:id/comments': { text: 'Clear and short.' },
};

/** Straight from the database, because the application may be one whose guards are taken out. */
async function samsScoring({ database }: Service): Promise<string> {
  const [found] = await database.asOwner<{ id: string }>(
    `SELECT s.id FROM scorings s JOIN accounts a ON a.id = s.auditor_id
      WHERE a.email = $1 AND s.state = 'open' AND s.opened_at IS NOT NULL LIMIT 1`,
    [people.sam.email],
  );
  return found?.id ?? 'no-scoring';
}

/** One that is put there where there is none, on an audit that may be open: only whose it is matters. */
async function owensFeedback({ database }: Service): Promise<string> {
  const find = () =>
    database.asOwner<{ id: string }>('SELECT id FROM feedback WHERE officer_ref = $1 LIMIT 1', [
      people.owen.staffRef,
    ]);
  const [found] = await find();
  if (found) return found.id;
  await database.asOwner(
    `INSERT INTO feedback (id, audit_id, reference, plan_ref, quarter, framework_kind, framework_title, officer_ref,
                           points, no_points_because, strengths, closed_at)
     SELECT gen_random_uuid(), a.id, a.reference, 'AV-1', a.quarter, 'ehc-plan', 'EHC plan audit', $1,
            '[]', 'none-below', '[]', now() FROM audits a LIMIT 1`,
    [people.owen.staffRef],
  );
  return (await find())[0]?.id ?? 'no-feedback';
}

/** A draft about which Owen alone is asked. */
async function owensConsultation({ database }: Service): Promise<string> {
  const id = randomUUID();
  await database.asOwner(
    `WITH owen AS (SELECT id FROM accounts WHERE email = $2),
          kind AS (INSERT INTO frameworks (id, kind, title) SELECT $1::uuid, 'kind-' || left($1::text, 8), 'Owen is asked' RETURNING id),
          draft AS (INSERT INTO framework_versions (id, framework_id, number, status, definition, hash, edited_by, edited_at,
                                                    consultation_closes_on)
            SELECT $1::uuid, kind.id, 1, 'consultation', v.definition, v.hash, owen.id, now(), '2100-01-01'
              FROM kind, owen, (SELECT definition, hash FROM framework_versions LIMIT 1) v RETURNING id)
     INSERT INTO framework_reviewers (framework_version_id, account_id, named_by, named_at)
     SELECT draft.id, owen.id, owen.id, now() FROM draft, owen`,
    [id, people.owen.email],
  );
  return id;
}

/** Where the log notes each request and passes it on; it answers nothing. */
const REQUEST_LOG = '/api{/*splat}';

/** Every route the running application answers, as the permission table writes them. */
export function routesOf(service: Service): string[] {
  const express = service.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  return express.router.stack.flatMap(({ route }) =>
    route && route.path !== REQUEST_LOG
      ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`)
      : [],
  );
}

/** Where routes and rows do not match one to one. */
export function rowFindings(routes: readonly string[], table: Table): string[] {
  return [
    ...routes.filter((route) => !table[route]).map((route) => `${route} has no row`),
    ...Object.keys(table)
      .filter((route) => !routes.includes(route))
      .map((route) => `${route} has a row and no route`),
  ];
}

/**
 * Everything in which the running application departs from its permission table: each route is
 * called by nobody and by each role, also without the page's token, and from another site.
 */
export async function findings(
  service: Service,
  callers: readonly Caller[] = everyCaller,
): Promise<string[]> {
  const table = service.app.get<Table>(PERMISSIONS);
  const routes = routesOf(service);
  const found = rowFindings(routes, table);
  const ids = new Map<string, string>();
  for (const [route, record] of Object.entries(anothersRecord))
    ids.set(route, await record(service));
  for (const caller of callers) {
    const calls = new Calls(service, caller, ids);
    for (const route of routes) {
      const row = table[route];
      if (row) found.push(...(await calls.findingsOf(route, row)));
    }
  }
  return found;
}

/** One caller who tries each route. */
class Calls {
  private visitor: Visitor | null = null;
  /** Whether the call before changed something, which may have been the session. */
  private isChanged = false;

  constructor(
    private readonly service: Service,
    private readonly caller: Caller,
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  async findingsOf(route: string, row: PermissionRow): Promise<string[]> {
    const [method = '', path = ''] = route.split(' ');
    const expected = permissionFor(row, this.caller === 'nobody' ? null : [this.caller]);
    const status = await this.call(method, path, this.ids.get(route));
    const found = isAsExpected(status, expected, path)
      ? []
      : [`answers ${status}, not ${expected ?? 401}`];
    if (expected === 'own' && path.includes(':id') && !this.ids.has(route))
      found.push('no record of another person is known to try it with');
    if (method !== 'GET') found.push(...(await this.fenceFindings(method, path, row)));
    return found.map((finding) => `${route} as ${this.caller}: ${finding}`);
  }

  /** A change needs the token of the session's own page and must not come from another site. */
  private async fenceFindings(method: string, path: string, row: PermissionRow): Promise<string[]> {
    const found: string[] = [];
    const crossSite = await this.call(method, path, undefined, { 'sec-fetch-site': 'cross-site' });
    if (crossSite !== 403) found.push(`answers ${crossSite} to another site`);
    const needsToken = this.caller !== 'nobody' && !row.anyone;
    const noToken = needsToken
      ? await this.call(method, path, undefined, { 'x-csrf-token': '' })
      : 403;
    if (noToken !== 403 && row.byRole[this.caller as Role] !== 404)
      found.push(`answers ${noToken} without the token`);
    return found;
  }

  private async call(
    method: string,
    path: string,
    id: string = randomUUID(),
    headers: Record<string, string> = {},
  ): Promise<number> {
    const visitor = await this.present();
    const hasBody = method !== 'GET' && method !== 'DELETE';
    const body = hasBody ? (rightBody[`${method} ${path}`] ?? {}) : undefined;
    const address = path.replace(':kind/:key', 'criterion/voice-own-words').replaceAll(/:\w+/g, id);
    const { status } = await visitor.send(method, address, body, { headers });
    this.isChanged = method !== 'GET' && status < 300;
    return status;
  }

  /** The caller's session, begun anew when the call before ended it. */
  private async present(): Promise<Visitor> {
    if (this.caller === 'nobody') return this.service.visitor();
    if (this.visitor && !this.isChanged) return this.visitor;
    const person = onePerRole.find(({ roles: held }) => held.includes(this.caller as Role));
    if (!person) throw new Error(`nobody among the people is ${this.caller}`);
    const isSignedIn = (await this.visitor?.get('/api/session'))?.body.signedIn === true;
    if (this.visitor && isSignedIn) return this.visitor;
    const before = this.visitor;
    this.visitor = this.service.visitor();
    const { status } = await this.visitor.signIn(person);
    if (status !== 200 && before === null) throw new Error(`${person.fullName} cannot sign in`);
    return this.visitor;
  }
}

/** An unknown record is answered 404 by whoever may ask for it, so only 401 and 403 speak of permission. */
function isAsExpected(status: number, expected: unknown, path: string): boolean {
  if (expected === null) return status === 401;
  if (expected === 403 || expected === 404) return status === expected;
  if (expected === 'own' && path.includes(':id')) return status === 404;
  return status < 500 && status !== 401 && status !== 403;
}
