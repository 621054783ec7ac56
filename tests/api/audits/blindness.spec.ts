import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AuditProgressResponse,
  ModerationListResponse,
  RoundClosingResponse,
  RoundResponse,
} from '@app/shared/contracts';
import { anAccount } from '../../support/builders/account.js';
import {
  anAllocatedRound,
  fillIn,
  open,
  progressOf,
  readScoring,
  scoringOf,
  submitWhole,
} from '../../support/builders/scoring.js';
import { documentOf, type Operation } from '../../support/contract/operations.js';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

const MARKER = 'kingfisher over the weir';
/** Ends what the calls are made with. */
const signingOut = ['DELETE /api/session', 'DELETE /api/account/sessions/{id}'];
/** Says at what moment it answers. */
const progressList = 'GET /api/rounds/{id}/audits';

/** What each caller is told on each route, in the words that travel. */
type Told = ReadonlyMap<string, string>;

/**
 * Dev scores for education. Until every agency is in, nobody else may learn anything of it: not by
 * what an answer says, and not by how long it is.
 */
describe('before every scoring of an audit is in', () => {
  let service: Service;
  let operations: Operation[];
  let round: RoundResponse;
  let audit: AuditProgressResponse;
  let dev: Visitor;
  let others: Map<string, Visitor>;
  let beforeHeBegan: Told;

  const scoring = () => scoringOf(audit, 'education').id;

  beforeAll(async () => {
    service = await startService();
    ({ operations } = documentOf(service));
    const helen = await service.signIn(people.helen);
    const rita = await anAccount(service)
      .named('Rita Bell')
      .forAuditor('health')
      .withRoles('audit-lead', 'auditor', 'moderator')
      .by(helen)
      .make();
    dev = await service.signIn(people.dev);
    others = new Map();
    const everyone = Object.values(people).filter((person) => person !== people.dev);
    for (const person of [...everyone, rita]) {
      others.set(person.fullName, await service.signIn(person));
    }
    const ruth = others.get(people.ruth.fullName) as Visitor;
    round = await anAllocatedRound(ruth, { sampleSize: 6 });
    audit = await auditOf(ruth, people.dev.fullName);
    const health = scoringOf(audit, 'health');
    const { auditors } = await progressOf(ruth, round.id);
    const { id: auditorId } = auditors.find(({ fullName }) => fullName === 'Rita Bell') ?? {};
    if (health.auditor?.id !== auditorId) {
      const wanted = { auditorId, version: health.version };
      await ruth.post(`/api/scorings/${health.id}/reassignment`, wanted);
    }
    // After the allocation, which would give her what Dev is to score.
    const amira = await anAccount(service)
      .named('Amira Khan')
      .forAuditor('education')
      .by(helen)
      .make();
    others.set(amira.fullName, await service.signIn(amira));
    await fillIn(others.get('Rita Bell') as Visitor, health.id, 'health');
    await open(dev, scoring());
    beforeHeBegan = await everythingTold();
  });
  afterAll(() => service.stop());

  async function auditOf(ruth: Visitor, auditor: string): Promise<AuditProgressResponse> {
    const { audits } = await progressOf(ruth, round.id);
    const found = audits.find((one) => scoringOf(one, 'education').auditor?.fullName === auditor);
    if (!found) throw new Error(`${auditor} has no audit in the round`);
    return found;
  }

  /** Each address of an operation, with every key that has to do with the audit. */
  function addressesOf({ path }: Operation): string[] {
    if (!path.includes('{')) return [path];
    const ids = [round.id, audit.id, audit.planId, ...audit.scorings.map(({ id }) => id)];
    return ids.map((id) =>
      path
        .replace('{kind}', 'criterion')
        .replace('{key}', 'voice-own-words')
        .replace('{field}', 'health-need-evident')
        .replace('{id}', id),
    );
  }

  async function everythingTold(): Promise<Told> {
    const told = new Map<string, string>();
    for (const [name, visitor] of others) {
      for (const operation of operations.filter(({ method }) => method === 'GET')) {
        for (const address of addressesOf(operation)) {
          const { text } = await visitor.file(address);
          told.set(`${name}: ${operation.name} at ${address}`, withoutCorrelation(text));
        }
      }
    }
    return told;
  }

  /** Requests to change something, which are refused or change nothing; their answers may not tell either. */
  async function everyRefusal(): Promise<string[]> {
    const texts: string[] = [];
    const changing = operations.filter(
      ({ method, name }) => method !== 'GET' && !signingOut.includes(name),
    );
    const answer = { value: 'good', seenVersion: 0 };
    const answers = [{ kind: 'criterion', key: 'voice-own-words', ...answer }];
    for (const visitor of others.values()) {
      for (const operation of changing) {
        const isOfAnswers = operation.path.includes('/answers');
        const body = operation.path.endsWith('{key}') ? answer : { answers };
        const addresses = addressesOf(operation).filter(isTried(isOfAnswers));
        for (const address of addresses) {
          const sent = isOfAnswers ? body : {};
          const { body: got } = await visitor.send(operation.method, address, sent);
          texts.push(JSON.stringify(got));
        }
      }
    }
    return texts;
  }

  /** Answers are tried on Dev's scoring alone: on their own, people may save them. */
  function isTried(isOfAnswers: boolean): (address: string) => boolean {
    const ids = [scoring(), audit.id, round.id];
    return (address) =>
      isOfAnswers ? address.includes(scoring()) : ids.some((id) => address.includes(id));
  }

  const differing = (now: Told): string[] =>
    [...now].flatMap(([call, text]) => (text === beforeHeBegan.get(call) ? [] : [call]));

  it('is tried by everyone on every route', () => {
    expect(others.size).toBe(12);
    expect(beforeHeBegan.size).toBeGreaterThan(500);
  });

  it('nobody learns whether Dev has begun, but for the leads in their list of progress', async () => {
    await fillIn(dev, scoring(), 'education', { grade: 'inadequate', evidence: MARKER });
    const now = await everythingTold();
    const leads = [people.ruth.fullName, 'Rita Bell'];
    expect(differing(now).sort()).toEqual(
      leads.map((lead) => `${lead}: ${progressList} at /api/rounds/${round.id}/audits`).sort(),
    );
    expect([...now].filter(([, text]) => text.includes(MARKER))).toEqual([]);
  });

  it('nobody reads a word of it in what is refused', async () => {
    const refusals = await everyRefusal();
    expect(refusals.length).toBeGreaterThan(200);
    expect(refusals.filter((text) => text.includes(MARKER))).toEqual([]);
  });

  it('nobody reads a word or a grade of it when Dev has submitted and the others have not', async () => {
    const { version } = await readScoring(dev, scoring());
    await dev.post(`/api/scorings/${scoring()}/submission`, { version });
    const now = await everythingTold();
    expect([...now].filter(([, text]) => text.includes(MARKER))).toEqual([]);
    // Frameworks and forms hold the words of the scale, and feedback the grades of other audits.
    const gradesIn = (text = '') => text.split('"inadequate"').length;
    const tellers = [...now].filter(
      ([call, text]) => gradesIn(text) > gradesIn(beforeHeBegan.get(call)),
    );
    expect(tellers.map(([call]) => call)).toEqual([]);
  });

  it('no moderator finds the audit, and the lead who closes rounds counts scorings alone', async () => {
    const tom = others.get(people.tom.fullName) as Visitor;
    expect((await tom.get(`/api/moderations/${audit.id}`)).status).toBe(404);
    const { body } = await tom.get<ModerationListResponse>('/api/moderations');
    expect(body.moderations.map(({ id }) => id)).not.toContain(audit.id);
    const ruth = others.get(people.ruth.fullName) as Visitor;
    const { body: closing } = await ruth.get<RoundClosingResponse>(
      `/api/rounds/${round.id}/closing`,
    );
    expect(closing.notClosed.find(({ id }) => id === audit.id)).toEqual({
      ...{ id: audit.id, reference: audit.reference, planRef: audit.planRef, state: 'open' },
      ...{ scoringsIn: 1, scorings: 3, document: null },
    });
  });

  it('Dev himself reads what he wrote', async () => {
    const { text } = await dev.file(`/api/scorings/${scoring()}`);
    expect(text).toContain(MARKER);
    expect(await submitted('Sam Okafor', 'social-care')).toBe('open');
    expect(await submitted('Rita Bell', 'health')).toBe('awaiting-moderation');
  });

  it('once all are in, the moderator reads it without a name; Rita, who scored, never does', async () => {
    const tom = others.get(people.tom.fullName) as Visitor;
    const { text } = await tom.file(`/api/moderations/${audit.id}`);
    expect(text).toContain(MARKER);
    expect(text).not.toMatch(/Dev Patel|Rita Bell|Sam Okafor/);
    const now = await everythingTold();
    const readers = [...now].filter(([, words]) => words.includes(MARKER));
    expect(readers.map(([call]) => call)).toEqual([
      `Tom Ellery: GET /api/moderations/{id} at /api/moderations/${audit.id}`,
    ]);
  });

  async function submitted(name: string, agency: string): Promise<unknown> {
    const visitor = others.get(name) as Visitor;
    const { body } = await submitWhole(visitor, scoringOf(audit, agency).id, agency);
    return body.auditState;
  }
});

/** The correlation id is new with each request. */
function withoutCorrelation(text: string): string {
  return text.replace(/"instance":"[^"]*"/, '');
}
