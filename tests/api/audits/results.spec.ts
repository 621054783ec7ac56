import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditResultRepository } from '@app/backend/testing';
import { aClosedAudit, aClosedRound, type Moderation } from '../../support/builders/moderation.js';
import { startService, type Service } from '../../support/service.js';

describe('the results that trends and reports read', () => {
  let service: Service;
  let closed: Moderation;

  beforeAll(async () => {
    service = await startService();
    // Of a round that is still open: it never shows.
    await aClosedAudit(service);
    const round = await aClosedRound(service);
    [closed] = round.closed as [Moderation];
  });
  afterAll(() => service.stop());

  it('are those of closed rounds, with what each stratum came to', async () => {
    const results = service.app.get(AuditResultRepository);
    const search = { frameworkKind: 'ehc-plan', roundKind: 'theme' } as const;
    const [result, ...more] = await results.ofQuarters('the-service', search);
    expect(more).toEqual([]);
    expect(result).toMatchObject({
      ...{
        auditId: closed.id,
        reference: closed.reference,
        quarter: '2026-27-Q2',
        phase: 'primary',
      },
      ...{
        roundKind: 'theme',
        status: 'graded',
        overallScore: 3,
        finalGrade: 3,
        calculatedGrade: 3,
      },
      ...{ agencies: ['education', 'health', 'social-care'], capsApplied: [] },
    });
    expect(result?.agreedGrades).toHaveLength(43);
    expect(result?.domainScores).toEqual(expect.arrayContaining([3]));
    expect(result?.agencyGrades.health).toHaveLength(43);
    const coverage = await results.coverageOf('the-service', search);
    const sum = (of: 'drawn' | 'notCompleted' | 'withdrawn') =>
      coverage.reduce((total, stratum) => total + stratum[of], 0);
    expect([sum('drawn'), sum('notCompleted'), sum('withdrawn')]).toEqual([2, 1, 0]);
    expect(coverage.every(({ population, drawn }) => population >= drawn)).toBe(true);
    expect((await results.closedQuarters('ehc-plan')).at(-1)).toBe('2026-27-Q2');
    expect(await results.closedQuarters('health-advice')).toEqual(['2026-27-Q1']);
    expect(await results.closedQuarters('social-care-advice')).toEqual([]);
    const outside = { ...search, from: '2026-27-Q3' };
    const routine = { ...search, roundKind: 'routine', from: '2026-27-Q2' } as const;
    expect(await results.ofQuarters('the-service', outside)).toEqual([]);
    expect(await results.ofQuarters('the-service', routine)).toEqual([]);
  });

  it('are given to nobody but leads, moderators and the service', async () => {
    const results = service.app.get(AuditResultRepository);
    const search = { frameworkKind: 'ehc-plan', roundKind: 'theme' } as const;
    const access = (...roles: string[]) => ({ account: { roles } }) as never;
    for (const role of ['audit-lead', 'moderator']) {
      expect(await results.ofQuarters(access(role), search)).toHaveLength(1);
    }
    for (const role of [
      'administrator',
      'auditor',
      'send-officer',
      'send-manager',
      'report-reader',
      'framework-editor',
    ]) {
      expect(await results.ofQuarters(access(role), search)).toEqual([]);
      expect(await results.coverageOf(access(role), search)).toEqual([]);
    }
  });
});

describe('the application’s role', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it.each([
    ...['moderation_decisions', 'profile_corrections', 'moderations'],
    ...['audit_results', 'round_closings', 'round_coverage'],
  ])('may neither change nor remove a row of %s', async (table) => {
    const [row] = await service.database.asOwner(
      `SELECT has_table_privilege('audit_app', $1, 'UPDATE') AS change, has_any_column_privilege('audit_app', $1, 'UPDATE') AS some,
              has_table_privilege('audit_app', $1, 'DELETE') AS remove, has_table_privilege('audit_app', $1, 'INSERT') AS add`,
      [table],
    );
    expect(row).toEqual({ change: false, some: false, remove: false, add: true });
  });
});
