import type {
  AuditListResponse,
  AuditProgressResponse,
  ScoringProgressResponse,
} from '@app/shared/contracts';
import type { ScoringProgress } from '@app/shared/domain';
import { describe, expect, it } from '@jest/globals';
import { allocationInWords, countsOf, filteredAudits, noteOf } from './round-audits-words';

const priya = { id: 'priya', fullName: 'Priya Nair' };

function scoring(
  agency: string,
  progress: ScoringProgress,
  part: Partial<ScoringProgressResponse> = {},
): ScoringProgressResponse {
  return {
    ...{ id: `${agency}-${progress}`, agency: { key: agency, title: agency }, progress },
    ...{ auditor: priya, unallocatedBecause: null, submittedAt: null, withdrawnBecause: null },
    version: 1,
    ...part,
  };
}

const audit = (
  reference: string,
  scorings: ScoringProgressResponse[],
  isDue = false,
): AuditProgressResponse => ({
  ...{ id: reference, reference, planId: 'p', planRef: 'AV-1', stratum: 'post-16' },
  document: null,
  ...{ state: 'open', dueOn: '2026-09-30', isDue, scorings, version: 1 },
});

const list: AuditListResponse = {
  ...{ plansWithoutAudit: 0, documents: null, scoringsWithoutAuditor: 1, auditors: [] },
  audits: [
    audit('first', [scoring('health', 'submitted'), scoring('education', 'in-progress')]),
    audit('second', [
      scoring('health', 'not-started', { auditor: null, unallocatedBecause: 'conflict-declared' }),
      scoring('education', 'withdrawn', { withdrawnBecause: 'auditor-left' }),
    ]),
    audit('third', [scoring('health', 'submitted'), scoring('education', 'not-started')], true),
  ],
};

const nothing = { agency: '', progress: '', auditor: '' };
const found = (filter: object) =>
  filteredAudits(list, { ...nothing, ...filter }).map(({ reference }) => reference);

describe('The audits of a round', () => {
  it('are counted for each agency', () => {
    expect(countsOf(list).map(({ key, total, counts }) => [key, total, counts.submitted])).toEqual([
      ['health', 3, 2],
      ['education', 3, 0],
    ]);
  });

  it('are found by one scoring that fits everything chosen', () => {
    expect(found({})).toEqual(['first', 'second', 'third']);
    expect(found({ agency: 'education', progress: 'in-progress' })).toEqual(['first']);
    expect(found({ agency: 'education', progress: 'submitted' })).toEqual([]);
    expect(found({ progress: 'no-auditor' })).toEqual(['second']);
    expect(found({ progress: 'due' })).toEqual(['third']);
    expect(found({ agency: 'health', auditor: 'priya' })).toEqual(['first', 'third']);
  });

  it('say why nobody scores, and why a scoring does not count', () => {
    const notes = list.audits.flatMap(({ scorings }) =>
      scorings.flatMap((one) => noteOf(one) ?? []),
    );
    expect(notes).toEqual([
      'The auditor declared a conflict of interest',
      'The auditor has left or is absent',
    ]);
  });

  it('are allocated with a sentence about what was done and what is left', () => {
    const done = { auditsMade: 1, scoringsAllocated: 2, unallocated: [] };
    expect(allocationInWords(done)).toBe('1 audit made, 2 scorings allocated, nobody is missing');
    const left = [{ reference: 'first', agency: 'health', reason: 'no-auditor' as const }];
    expect(allocationInWords({ ...done, unallocated: left })).toBe(
      '1 audit made, 2 scorings allocated, 1 scoring has nobody yet',
    );
  });
});
