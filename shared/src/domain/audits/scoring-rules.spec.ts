import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FieldValue } from '../frameworks/index.js';
import { plan, yearNine } from './health-plan.fixture.js';
import type { ScoringAnswer } from './check-answer.js';
import { domainProgress, scoringFaults, type ScoringToCheck } from './scoring-rules.js';

const answer = (
  kind: ScoringAnswer['kind'],
  key: string,
  value: FieldValue,
  evidence: string | null = null,
): ScoringAnswer => ({ kind, key, value, evidence, sections: [] });

const complete = [
  answer('sweep', 'need', 'yes'),
  answer('sweep', 'provision', 'yes'),
  answer('criterion', 'voice', 'good'),
  answer('criterion', 'needs', 'outstanding'),
  answer('criterion', 'therapy', 'requires-improvement'),
  answer('criterion', 'draft', 'good'),
];
const scoring = (...answers: ScoringAnswer[]): ScoringToCheck => ({
  ...{ agency: 'health', register: yearNine, answers },
});
/** The complete answers with some in the place of others. */
const but = (...changed: ScoringAnswer[]): ScoringToCheck => {
  const kept = complete.filter(
    (one) => !changed.some(({ kind, key }) => kind === one.kind && key === one.key),
  );
  return scoring(...kept, ...changed);
};
const faults = (one: ScoringToCheck) => scoringFaults(plan, one, '2026-09-15');
const messages = (one: ScoringToCheck) => faults(one).map(({ message }) => message);

describe('a scoring', () => {
  it('may be submitted when every question that applies is answered', () => {
    expect(faults(scoring(...complete))).toEqual([]);
  });

  it('names what is missing in the order of the form, and where it is', () => {
    expect(faults(scoring())).toEqual([
      {
        ...{ kind: 'sweep', key: 'need', domain: null, path: 'sweep.need.value' },
        message: 'Answer “need” in the evidence sweep',
      },
      expect.objectContaining({ path: 'sweep.provision.value' }),
      {
        ...{ kind: 'criterion', key: 'voice', domain: 'voice', path: 'criterion.voice.value' },
        message: 'Grade “voice”, or record that you cannot tell',
      },
      expect.objectContaining({ path: 'criterion.needs.value', domain: 'health' }),
      expect.objectContaining({ path: 'criterion.therapy.value' }),
      expect.objectContaining({ path: 'criterion.draft.value' }),
    ]);
  });

  it('asks for no grade where the rule leaves a criterion out', () => {
    const noNeed = scoring(
      answer('sweep', 'need', 'no'),
      ...['voice', 'draft'].map((key) => answer('criterion', key, 'good')),
    );
    expect(faults(noNeed)).toEqual([]);
  });

  it('asks for evidence where the scale does', () => {
    expect(messages(but(answer('criterion', 'voice', 'inadequate')))).toEqual([
      'Give a line of evidence for “voice”, graded Inadequate',
    ]);
    expect(messages(but(answer('criterion', 'voice', 'cannot-tell')))).toEqual([
      'Give a line of evidence for “voice”, which you cannot tell',
    ]);
    expect(faults(but(answer('criterion', 'voice', 'inadequate', 'Section A is blank.')))).toEqual(
      [],
    );
  });

  it('asks why a criterion is not applicable, and refuses it where nobody may say so', () => {
    expect(messages(but(answer('criterion', 'draft', 'not-applicable')))).toEqual([
      'Say why “draft” is not applicable',
    ]);
    expect(
      faults(but(answer('criterion', 'draft', 'not-applicable', 'No draft was sent.'))),
    ).toEqual([]);
    expect(messages(but(answer('criterion', 'needs', 'not-applicable', 'None.')))).toEqual([
      '“needs” cannot be left out. Grade it, or record that you cannot tell',
    ]);
  });

  it('says when counted facts contradict each other', () => {
    expect(faults(but(answer('fact', 'outcomes', 3), answer('fact', 'smart', 4)))).toMatchObject([
      { kind: 'fact', key: 'smart', domain: null, path: 'fact.smart.value' },
    ]);
    expect(faults(but(answer('fact', 'gathered', '2026-10')))).toHaveLength(1);
    expect(faults(but(answer('fact', 'gathered', '2026-09')))).toEqual([]);
  });

  it('does not depend on the order in which it was answered', () => {
    const some = [...complete, answer('criterion', 'draft', null), answer('fact', 'smart', 2)];
    fc.assert(
      fc.property(fc.shuffledSubarray(some.slice(0, -2)), (answers) => {
        const turned = scoring(...answers.toReversed());
        expect(faults(turned)).toEqual(faults(scoring(...answers)));
      }),
    );
  });
});

describe('how far a domain is', () => {
  const progress = (one: ScoringToCheck) => domainProgress(plan, one, faults(one));

  it('counts the criteria that apply and those of them that are answered', () => {
    expect(progress(scoring())).toEqual([
      { domain: 'voice', applicable: 1, answered: 0, isComplete: false },
      { domain: 'health', applicable: 3, answered: 0, isComplete: false },
    ]);
    expect(progress(scoring(...complete)).every(({ isComplete }) => isComplete)).toBe(true);
  });

  it('is not complete as long as evidence is missing', () => {
    expect(progress(but(answer('criterion', 'voice', 'inadequate')))[0]).toEqual({
      ...{ domain: 'voice', applicable: 1, answered: 1, isComplete: false },
    });
  });
});
