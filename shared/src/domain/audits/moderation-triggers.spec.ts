import { describe, expect, it } from '@jest/globals';
import { gradesOpenTo } from './final-grade.js';
import { criterion, four, framework } from './framework.fixture.js';
import { moderationTriggers, proposedOutcomes } from './moderation-triggers.js';

/** By HMAC-SHA-256 under the seed "round": 0.236 for the first reference, 0.039 for the second. */
const notDrawn = { seed: 'round', reference: 'AUD-2026-27-Q2-0001' };
const drawn = { seed: 'round', reference: 'AUD-2026-27-Q2-0025' };

const definition = framework({
  voice: [50, [criterion('heard', 2, true), criterion('attributed')]],
  outcomes: [50, [criterion('smart'), criterion('steps')]],
});
const good = ['good', 'good', 'good'];
const allGood = { heard: good, attributed: good, smart: good, steps: good };

describe('an audit comes to moderation', () => {
  it('for no reason where agencies agree, away from a band’s edge', () => {
    expect(moderationTriggers(definition, allGood, notDrawn)).toEqual([]);
  });

  it('where two agencies lie two grades apart, for whichever criteria', () => {
    const outcomes = { ...allGood, smart: ['outstanding', 'requires-improvement', null] };
    expect(moderationTriggers(definition, outcomes, notDrawn)).toContainEqual({
      reason: 'grades-far-apart',
      criteria: ['smart'],
    });
  });

  it('where one agency finds a critical criterion at the lowest grade, though outvoted', () => {
    const outcomes = { ...allGood, heard: ['good', 'inadequate', 'good'] };
    expect(moderationTriggers(definition, outcomes, notDrawn)).toContainEqual({
      reason: 'critical-at-lowest',
      criteria: ['heard'],
    });
    const notCritical = { ...allGood, steps: ['inadequate'] };
    expect(
      moderationTriggers(definition, notCritical, notDrawn).map(({ reason }) => reason),
    ).not.toContain('critical-at-lowest');
  });

  it('within a tenth of a point of a band’s edge, above it and below it', () => {
    const lower = ['requires-improvement'];
    // Voice 3, outcomes 2.5: 2.75, which is the edge itself.
    const edge = moderationTriggers(definition, { ...allGood, smart: lower }, notDrawn);
    expect(edge).toEqual([{ reason: 'near-band-edge', score: 2.75, edge: 2.75 }]);
    // Voice 2.67, outcomes 3: 2.83, still within a tenth; voice 3 and outcomes 3 are not.
    const above = moderationTriggers(definition, { ...allGood, attributed: lower }, notDrawn);
    expect(above).toEqual([{ reason: 'near-band-edge', score: 2.83, edge: 2.75 }]);
  });

  it('by chance in a tenth of the rest, and chance is not asked where there is a reason', () => {
    expect(moderationTriggers(definition, allGood, drawn)).toEqual([{ reason: 'random-tenth' }]);
    const apart = { ...allGood, steps: ['outstanding', 'inadequate'] };
    expect(moderationTriggers(definition, apart, drawn).map(({ reason }) => reason)).not.toContain(
      'random-tenth',
    );
    const references = Array.from({ length: 2000 }, (_, index) => `AUD-2026-27-Q2-${index}`);
    const byChance = references.filter(
      (reference) => moderationTriggers(definition, allGood, { seed: 'any', reference }).length > 0,
    );
    expect(byChance.length / references.length).toBeGreaterThan(0.08);
    expect(byChance.length / references.length).toBeLessThan(0.12);
  });
});

describe('what moderation starts from', () => {
  it('is the proposal, "cannot tell" where nobody graded, and not applicable for the rest', () => {
    const outcomes = { heard: ['good', 'requires-improvement'], smart: ['cannot-tell', null] };
    expect(proposedOutcomes(definition, outcomes)).toEqual({
      heard: 'requires-improvement',
      attributed: 'not-applicable',
      smart: 'cannot-tell',
      steps: 'not-applicable',
    });
  });
});

describe('the overall grade that a moderator may settle on', () => {
  it('is the capped one or one beside it', () => {
    expect(gradesOpenTo('good', [], four)).toEqual(['outstanding', 'good', 'requires-improvement']);
    expect(gradesOpenTo('outstanding', [], four)).toEqual(['outstanding', 'good']);
    expect(gradesOpenTo('inadequate', [], four)).toEqual(['requires-improvement', 'inadequate']);
  });

  it('is never above the lowest ceiling', () => {
    const ceilings = ['good', 'requires-improvement'];
    expect(gradesOpenTo('requires-improvement', ceilings, four)).toEqual([
      'requires-improvement',
      'inadequate',
    ]);
    expect(gradesOpenTo('inadequate', ['requires-improvement'], four)).toEqual([
      'requires-improvement',
      'inadequate',
    ]);
  });
});
