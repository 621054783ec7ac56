import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportResponse, TrendsResponse } from '@app/shared/contracts';
import { readFileSync } from 'node:fs';
import { anAccount } from '../../support/builders/account.js';
import {
  aKind,
  importAddress,
  saved,
  uploadTo,
  type Draft,
} from '../../support/builders/framework-draft.js';
import {
  closeAudit,
  closeRound,
  decideTheRest,
  FIRST_OF_OCTOBER,
} from '../../support/builders/moderation.js';
import { aDrawnRound, openTheYear, routine, SUMMER } from '../../support/builders/round.js';
import { allocate, progressOf, submitWhole } from '../../support/builders/scoring.js';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';
import type { Visitor } from '../../support/visitor.js';

/**
 * Brackendale's own framework, with five grades, six domains, two agencies and other words, goes from
 * its spreadsheet to a learning report. Nothing of it is in the code.
 */
describe('the framework of another council', () => {
  const kind = aKind();
  let service: Service;
  let ruth: Visitor;
  let version: string;
  let round: string;

  beforeAll(async () => {
    service = await startService();
    ruth = await openTheYear(service);
  });
  afterAll(() => service.stop());

  it('is imported by Ruth, finished and published', async () => {
    const file = readFileSync(new URL('../../support/councils/brackendale.csv', import.meta.url));
    const address = importAddress({ kind, title: 'Brackendale plan audit' });
    const { body: imported } = await uploadTo(ruth, address, file, 'text/csv');
    const { body: draft } = await ruth.get<Draft>(`/api/framework-drafts/${imported.id}`);
    const { definition } = draft;
    const finished = await saved(ruth, draft, {
      ...definition,
      purpose: 'Shows how good Brackendale’s plans are.',
      domains: definition.domains.map((domain) => ({
        ...domain,
        criteria: domain.criteria.map((one) => ({
          ...one,
          descriptors: { ...one.descriptors, 'not-yet-evident': 'Nothing can be seen of it.' },
        })),
      })),
    });
    expect(finished.faults).toEqual([]);
    const published = await ruth.post(`/api/framework-drafts/${draft.id}/publication`, {
      ...{ from: '2026-09-15', version: finished.version },
    });
    expect(published.status).toBe(204);
    version = draft.id;
  });

  it('is audited with by its two agencies, one of them new to the partnership', async () => {
    const ola = await anAccount(service)
      .named('Ola Berg')
      .forAuditor('community-health-trust')
      .make();
    const drawn = await aDrawnRound(
      ruth,
      routine({
        ...{ quarter: SUMMER, dueOn: '2026-09-30', sampleSize: 12, frameworkVersionId: version },
      }),
    );
    round = drawn.id;
    await allocate(ruth, round);
    const { audits } = await progressOf(ruth, round);
    expect(audits).toHaveLength(12);
    const auditors = new Map([
      ['education', people.dev],
      ['community-health-trust', ola],
    ]);
    for (const [place, audit] of audits.entries()) {
      expect(audit.scorings.map(({ agency }) => agency.title)).toEqual([
        'Education',
        'Community Health Trust',
      ]);
      for (const { id, agency } of audit.scorings) {
        const auditor = await service.signIn(auditors.get(agency.key) ?? people.dev);
        const grade = place < 8 ? 'strong' : 'emerging';
        const { status } = await submitWhole(auditor, id, agency.key, { grade });
        expect(status).toBe(200);
      }
      const tom = await service.signIn(people.tom);
      await decideTheRest(tom, audit.id);
      expect((await closeAudit(tom, audit.id)).status).toBe(200);
    }
  });

  it('is reported on in its own words', async () => {
    service.clock.set(FIRST_OF_OCTOBER);
    ruth = await service.signIn(people.ruth);
    await closeRound(ruth, round);
    const { body: trends } = await ruth.get<TrendsResponse>(`/api/trends/${kind}`);
    const overall = trends.measures.find(({ key }) => key === 'overall');
    expect(overall?.title).toBe('Overall, Strong or better');
    expect(overall?.points.at(-1)).toMatchObject({
      quarter: SUMMER,
      point: { met: 8, base: { plans: 12 } },
    });
    const wanted = { frameworkKind: kind, quarter: SUMMER };
    const { status, body } = await ruth.post<ReportResponse>('/api/reports', wanted);
    expect(status).toBe(201);
    const words = JSON.stringify(body.report);
    for (const word of ['Strong or better', 'Hearing the child', 'Support matches the need'])
      expect(words).toContain(word);
    expect(words).not.toMatch(/Good or better|Requires improvement/);
  });
});
