import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allocateScorings,
  auditReference,
  whyNot,
  type AvailableAuditor,
  type ScoringToAllocate,
} from './allocate.js';

const scoring = (id: string, more: Partial<ScoringToAllocate> = {}): ScoringToAllocate => ({
  ...{ id, agency: 'health', planId: `plan of ${id}`, officerRef: null, auditorsElsewhere: [] },
  ...more,
});
const auditor = (id: string, openScorings = 0, more: Partial<AvailableAuditor> = {}) => ({
  ...{ id, agency: 'health', staffRef: null, openScorings },
  ...more,
});
const given = (
  scorings: ScoringToAllocate[],
  auditors: AvailableAuditor[],
  conflicts = [] as { auditorId: string; planId: string }[],
) => allocateScorings(scorings, auditors, conflicts).map(({ auditorId }) => auditorId);

describe('allocation', () => {
  it('gives to the auditor with the fewest open scorings, then in turn', () => {
    const scorings = ['1', '2', '3', '4'].map((id) => scoring(id));
    expect(given(scorings, [auditor('amira', 2), auditor('priya', 0)])).toEqual([
      ...['priya', 'priya', 'amira', 'priya'],
    ]);
  });

  it('gives to the older account where two have as few, in whatever order they come', () => {
    const both = [auditor('b'), auditor('a')];
    expect(given([scoring('1')], both)).toEqual(['a']);
    expect(given([scoring('1')], both.toReversed())).toEqual(['a']);
  });

  it('gives to no auditor of another agency', () => {
    expect(
      allocateScorings([scoring('1')], [auditor('dev', 0, { agency: 'education' })], []),
    ).toEqual([{ scoringId: '1', auditorId: null, reason: 'no-auditor' }]);
  });

  it('passes over the officer of the plan, who declared a conflict, and who scores it elsewhere', () => {
    const officer = scoring('1', { officerRef: 'SO-014' });
    const auditors = [auditor('a', 0, { staffRef: 'SO-014' }), auditor('b', 9)];
    expect(given([officer], auditors)).toEqual(['b']);
    const conflicts = [{ auditorId: 'a', planId: 'plan of 2' }];
    expect(given([scoring('2'), scoring('3')], auditors, conflicts)).toEqual(['b', 'a']);
    expect(given([scoring('4', { auditorsElsewhere: ['a'] })], auditors)).toEqual(['b']);
  });

  it('lists what nobody can have, with the reason', () => {
    const only = [auditor('a', 0, { staffRef: 'SO-014' })];
    expect(allocateScorings([scoring('1', { officerRef: 'SO-014' })], only, [])).toEqual([
      { scoringId: '1', auditorId: null, reason: 'every-auditor-conflicted' },
    ]);
  });

  it('shares out evenly: nobody without a conflict ends two ahead of another', () => {
    const loads = fc.array(fc.nat(20), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(loads, fc.nat(60), (open, count) => {
        const auditors = open.map((openScorings, index) => auditor(`a${index}`, openScorings));
        const scorings = Array.from({ length: count }, (_, index) => scoring(`s${index}`));
        const ids = given(scorings, auditors);
        const loadOf = ({ id, openScorings }: AvailableAuditor) =>
          openScorings + ids.filter((one) => one === id).length;
        const most = Math.max(...auditors.filter(({ id }) => ids.includes(id)).map(loadOf), 0);
        const least = Math.min(...auditors.map(loadOf));
        expect(ids).not.toContain(null);
        expect(count === 0 || most - least <= 1).toBe(true);
      }),
    );
  });

  it('says why a person must not have a scoring', () => {
    const plan = { agency: 'health', planId: 'p', officerRef: 'SO-014', auditorsElsewhere: ['c'] };
    expect(whyNot(auditor('a'), plan, [])).toBeNull();
    expect(whyNot(auditor('a', 0, { agency: 'education' }), plan, [])).toMatch(/another agency/);
    expect(whyNot(auditor('a', 0, { staffRef: 'SO-014' }), plan, [])).toMatch(/keeps the plan/);
    expect(whyNot(auditor('a'), plan, [{ auditorId: 'a', planId: 'p' }])).toMatch(/declared/);
    expect(whyNot(auditor('c'), plan, [])).toMatch(/for another agency/);
    expect(whyNot(auditor('a'), { ...plan, officerRef: null }, [])).toBeNull();
  });
});

describe('the reference of an audit', () => {
  it('has four digits, and more when a quarter has more', () => {
    expect(auditReference('2026-27-Q2', 142)).toBe('AUD-2026-27-Q2-0142');
    expect(auditReference('2026-27-Q2', 12345)).toBe('AUD-2026-27-Q2-12345');
  });
});
