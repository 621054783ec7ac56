import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  agenciesThatScore,
  applicabilityOfAudit,
  applicabilityOfForm,
  criteriaOf,
  mayBeLeftOut,
  partsOfAgency,
  profileOfAudit,
  type SweptBy,
} from './applicability.js';
import { plan, yearNine } from './health-plan.fixture.js';
import { sweepFields } from './sweep.js';

const out = (list: { criterion: string; applies: boolean }[]): string[] =>
  list.filter(({ applies }) => !applies).map(({ criterion }) => criterion);
const health = (answers: SweptBy['answers'], isSubmitted = true): SweptBy => ({
  ...{ agency: 'health', isSubmitted, answers },
});
const education = (answers: SweptBy['answers']): SweptBy => ({
  ...{ agency: 'education', isSubmitted: true, answers },
});
const outOfAudit = (...scorings: SweptBy[]): string[] =>
  out(applicabilityOfAudit(plan, profileOfAudit(plan, yearNine, scorings)));

describe('which criteria apply in an agency’s form', () => {
  it('leaves one out by its rule, with the reason in the framework’s words', () => {
    const found = applicabilityOfForm(plan, 'health', yearNine, { need: 'no' });
    expect(found).toEqual([
      { criterion: 'voice', applies: true, because: null },
      { criterion: 'needs', applies: false, because: 'No health need.' },
      { criterion: 'therapy', applies: false, because: 'No provision.' },
      { criterion: 'draft', applies: true, because: null },
    ]);
  });

  it('never leaves one out for what is unclear or not answered', () => {
    for (const answers of [{}, { need: 'unclear' }, { need: null, provision: 'unclear' }]) {
      expect(out(applicabilityOfForm(plan, 'health', yearNine, answers))).toEqual([]);
    }
  });

  it('is the same from the agency’s own parts of the framework as from the whole', () => {
    const answer = fc.constantFrom('yes', 'no', 'unclear', null);
    fc.assert(
      fc.property(
        fc.record({
          need: answer,
          provision: answer,
          disability: answer,
          'views-left-out': answer,
        }),
        fc.constantFrom('health', 'education'),
        fc.constantFrom(3, 9, 12, null),
        (answers, agency, year) => {
          const parts = partsOfAgency(plan, agency);
          const register = { year_group: year };
          expect(applicabilityOfForm(parts, agency, register, answers)).toEqual(
            applicabilityOfForm(plan, agency, register, answers),
          );
          expect(sweepFields(parts, agency)).toEqual(sweepFields(plan, agency));
        },
      ),
    );
  });
});

describe('which criteria apply to the audit', () => {
  it('is decided by the owner of each answer, whatever the others recorded', () => {
    const answers = { provision: 'no', disability: 'no' };
    expect(outOfAudit(health({ need: 'yes', provision: 'yes' }), education(answers))).toEqual([]);
    expect(
      outOfAudit(health({ need: 'yes', provision: 'no' }), education({ provision: 'yes' })),
    ).toEqual(['therapy']);
  });

  it('counts what was pre-set in the owner’s form', () => {
    expect(outOfAudit(health({ need: 'no' }))).toEqual(['needs', 'therapy']);
  });

  it('leaves nothing out when the owner’s scoring was withdrawn: its answers are unclear', () => {
    const withdrawn = health({ need: 'no', provision: 'no' }, false);
    expect(outOfAudit(withdrawn, education({ provision: 'no' }))).toEqual([]);
    expect(profileOfAudit(plan, yearNine, [withdrawn])).toMatchObject({
      ...{ need: 'unclear', provision: 'unclear', care: 'unclear', year: 9, adult: 'no' },
    });
  });
});

describe('what an agency scores', () => {
  it('may be left out by the auditor only where the framework says so', () => {
    const may = criteriaOf(plan, 'health').filter(mayBeLeftOut);
    expect(may.map(({ key }) => key)).toEqual(['therapy', 'draft']);
  });

  it('is its own criteria and facts, without domains that have none of them', () => {
    const parts = partsOfAgency(plan, 'education');
    expect(parts.domains.map(({ key, criteria }) => [key, criteria.length])).toEqual([
      ['voice', 2],
      ['health', 1],
    ]);
    expect(parts.facts.map(({ key }) => key)).toEqual(['of-education']);
    expect(agenciesThatScore(plan)).toEqual(['education', 'health']);
  });
});
