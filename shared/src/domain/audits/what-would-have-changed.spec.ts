import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cap, FrameworkDefinition } from '../frameworks/index.js';
import { drawing } from '../frameworks/drawing.fixture.js';
import { frameworkOf, recipes } from '../frameworks/generated-framework.fixture.js';
import { gradeNumber, type ResultGrade } from './audit-result.js';
import { criterion, framework } from './framework.fixture.js';
import { auditOf } from './generated-audit.fixture.js';
import { whatWouldHaveChanged, type WouldHaveChanged } from './what-would-have-changed.js';

const cap: Cap = {
  key: 'critical',
  when: { countOf: 'critical', atOrBelow: 'inadequate', atLeast: 1 },
  ceiling: 'requires-improvement',
  because: 'A critical criterion is inadequate.',
};
const version = (voice: number, health: number, caps: Cap[] = []): FrameworkDefinition =>
  framework(
    {
      voice: [voice, [criterion('heard', 1, true), criterion('attributed')]],
      health: [health, [criterion('needs')]],
    },
    { caps },
  );
const one = version(50, 50);

/** From the lowest grade, 1, to the best, 4. */
const results = (...lists: ResultGrade[][]) => lists.map((agreedGrades) => ({ agreedGrades }));

function compared(found: WouldHaveChanged) {
  if (!found.isComparable) throw new Error(found.because);
  return found;
}

describe('what a new version would have changed', () => {
  it('counts the audits that its weights would have moved', () => {
    const closed = results([4, 4, 2], [2, 2, 4], [3, 3, 3]);
    const found = compared(whatWouldHaveChanged(closed, one, version(80, 20)));
    expect(found.moves).toEqual({ up: 1, down: 1, same: 1, noGrade: 0, newlyGraded: 0 });
    expect(found.byGrade.map(({ grade, before, after }) => [grade, before, after])).toEqual([
      ['outstanding', 0, 1],
      ['good', 3, 1],
      ['requires-improvement', 0, 1],
      ['inadequate', 0, 0],
      [null, 0, 0],
    ]);
    expect(found.byGrade[1]).toMatchObject({ up: 1, down: 1, same: 1 });
  });

  it('counts the audits that its caps would have held down', () => {
    const closed = results([1, 4, 4], [4, 4, 4]);
    const found = compared(whatWouldHaveChanged(closed, one, version(50, 50, [cap])));
    expect(found.moves).toMatchObject({ up: 0, down: 1, same: 1 });
  });

  it('leaves out what is new in it, and what it has no more', () => {
    const two = framework({
      voice: [60, [criterion('attributed')]],
      outcomes: [40, [criterion('smart')]],
    });
    const found = compared(whatWouldHaveChanged(results([1, 4, 1]), one, two));
    expect(found.byGrade.find(({ after }) => after === 1)?.grade).toBe('outstanding');
    expect(found.criteria).toEqual({ same: 1, reworded: 0, new: 1, retired: 2 });
  });

  it('tells audits apart that have no overall grade by one of the two versions', () => {
    const isCritical = (critical: boolean): FrameworkDefinition => {
      const others = Array.from({ length: 10 }, (_, at) => criterion(`other-${at}`));
      return framework({ voice: [100, [criterion('heard', 1, critical), ...others]] });
    };
    const [from, to] = [isCritical(false), isCritical(true)];
    const closed = results([-1, ...Array.from({ length: 10 }, () => 3)]);
    expect(compared(whatWouldHaveChanged(closed, from, to)).moves.noGrade).toBe(1);
    expect(compared(whatWouldHaveChanged(closed, to, from)).moves.newlyGraded).toBe(1);
  });

  it('cannot be said over other grades, but over other bands', () => {
    const { scale } = one;
    const [best, ...others] = scale.grades;
    if (!best) throw new Error('there is no grade');
    const with5 = { ...scale, grades: [{ ...best, key: 'exceptional' }, ...others] };
    expect(whatWouldHaveChanged([], one, { ...one, scale: with5 })).toEqual({
      isComparable: false,
      because:
        'The two versions have different grades, so grades given on one say nothing on the other.',
    });
    const lower = { ...scale, grades: [{ ...best, from: 3.1 }, ...others] };
    const found = compared(whatWouldHaveChanged(results([4, 4, 3]), one, { ...one, scale: lower }));
    expect(found.moves.same).toBe(1);
    const edge = results([3, 4, 3]);
    expect(compared(whatWouldHaveChanged(edge, one, { ...one, scale: lower })).moves.up).toBe(1);
  });

  it('refuses a result of another version', () => {
    expect(() => whatWouldHaveChanged(results([4]), one, one)).toThrow('1 agreed grades');
  });
});

describe('what any new version would have changed', () => {
  it('is nothing where it changes nothing, adds up, and leaves results and versions as they are', () => {
    fc.assert(
      fc.property(recipes, fc.nat(), (recipe, seed) => {
        const older = frameworkOf(recipe);
        const draw = drawing(seed);
        const criteria = older.domains.flatMap((domain) => domain.criteria);
        const closed = Array.from({ length: 5 }, (_, at) => {
          const { outcomes } = auditOf(older, seed + at);
          const grades = criteria.map(({ key }) =>
            gradeNumber(outcomes[key] ?? null, older.scale.grades),
          );
          return { agreedGrades: grades };
        });
        const { up, down, newlyGraded } = compared(
          whatWouldHaveChanged(closed, older, older),
        ).moves;
        expect([up, down, newlyGraded]).toEqual([0, 0, 0]);

        const newer = frameworkOf(recipe);
        for (const domain of newer.domains) {
          for (const one of domain.criteria) {
            one.weight = draw.whole(1, 10);
            one.critical = draw.in100(30);
          }
          domain.criteria = domain.criteria.filter(() => draw.in100(80));
        }
        const given = JSON.stringify([closed, older, newer]);
        const found = compared(whatWouldHaveChanged(closed, older, newer));
        expect(JSON.stringify([closed, older, newer])).toBe(given);
        const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
        expect(sum(Object.values<number>({ ...found.moves }))).toBe(closed.length);
        expect(sum(found.byGrade.map(({ before }) => before))).toBe(closed.length);
        expect(sum(found.byGrade.map(({ after }) => after))).toBe(closed.length);
        expect(whatWouldHaveChanged(closed.toReversed(), older, newer)).toEqual(found);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
