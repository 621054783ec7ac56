import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criterion, framework } from './framework.fixture.js';
import { auditRecipes, generatedAudit } from './generated-audit.fixture.js';
import { scoreAudit, type Outcomes } from './score-audit.js';
import { workingInWords } from './working-in-words.js';

const plan = framework(
  {
    voice: [60, [criterion('heard', 2, true), criterion('attributed', 1)]],
    health: [30, [criterion('needs')]],
    care: [10, [criterion('support')]],
  },
  {
    caps: [
      {
        key: 'critical',
        when: { countOf: 'critical', atOrBelow: 'inadequate', atLeast: 1 },
        ceiling: 'requires-improvement',
        because: 'A critical criterion is inadequate.',
      },
      {
        key: 'voice',
        when: { domain: 'voice', atOrBelow: 'inadequate' },
        ceiling: 'inadequate',
        because: 'The child cannot be heard.',
      },
    ],
  },
);
const sentences = (outcomes: Outcomes) =>
  workingInWords(plan, scoreAudit(plan, outcomes)).map(({ sentence }) => sentence);

describe('the working of a score', () => {
  it('goes from criteria to domains to the whole, the caps and the grade', () => {
    const outcomes = {
      ...{ heard: 'inadequate', attributed: 'outstanding' },
      ...{ needs: 'outstanding', support: 'not-applicable' },
    };
    expect(sentences(outcomes)).toEqual([
      'heard: Inadequate, 1 point, weight 2.',
      'attributed: Outstanding, 4 points, weight 1.',
      'voice: (2 × 1 + 1 × 4) ÷ 3 = 2.00, RI.',
      'needs: Outstanding, 4 points, weight 1.',
      'health: (1 × 4) ÷ 1 = 4.00, Outstanding.',
      'support: Not applicable. It does not count.',
      'care: nothing was graded, so it has no grade, and its weight of 10 falls to the others in proportion.',
      'Overall: (60 × 2.00 + 30 × 4.00) ÷ 90 = 2.67, with each domain unrounded. That is RI.',
      'At most RI when any critical criterion is Inadequate: applies.',
      'At most Inadequate when the domain “voice” is Inadequate: does not apply.',
      'The grade is RI.',
    ]);
  });

  it('says which grade the lowest ceiling leaves', () => {
    const low = { heard: 'inadequate', attributed: 'inadequate' };
    const high = { needs: 'outstanding', support: 'outstanding' };
    expect(sentences({ ...low, ...high }).at(-1)).toBe('The lowest ceiling makes RI Inadequate.');
  });

  it('ends with why there is no overall grade', () => {
    expect(sentences({ heard: 'cannot-tell', attributed: 'good', needs: 'good' }).at(-1)).toBe(
      'No overall grade: 2 of 4 criteria that apply are graded, and 90% must be; 1 critical criterion is not graded, and each must be.',
    );
  });

  it('has a sentence for each part of any audit', () => {
    fc.assert(
      fc.property(auditRecipes, (recipe) => {
        const { definition, outcomes } = generatedAudit(recipe);
        const score = scoreAudit(definition, outcomes);
        const steps = workingInWords(definition, score);
        const keys = (step: string) =>
          steps.filter((one) => one.step === step).map(({ key }) => key);
        expect(keys('criterion')).toEqual(
          definition.domains.flatMap(({ criteria }) => criteria.map(({ key }) => key)),
        );
        expect(keys('domain')).toEqual(definition.domains.map(({ key }) => key));
        expect(keys('cap')).toEqual(score.overall ? definition.caps.map(({ key }) => key) : []);
        expect(keys('grade')).toEqual([null]);
        for (const { sentence } of steps) {
          expect(sentence).not.toMatch(/undefined|null|NaN|grade-|domain-/);
          expect(sentence).toMatch(/\.$/);
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
