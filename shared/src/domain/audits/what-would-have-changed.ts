import {
  compareVersions,
  type CriterionChange,
  type FrameworkDefinition,
} from '../frameworks/index.js';
import { outcomeOfNumber, type AuditResult } from './audit-result.js';
import { rankOf, scoreAudit, type Outcomes } from './score-audit.js';

/** What became of the audits, or of those of one grade. The five add up to all of them. */
export interface GradeMoves {
  up: number;
  down: number;
  same: number;
  /** Without an overall grade by the newer version. */
  noGrade: number;
  /** Without one by the older version, with one by the newer. */
  newlyGraded: number;
}

export interface MovesOfGrade extends GradeMoves {
  /** Key of the grade by the older version; null for audits that had none. */
  grade: string | null;
  /** How many audits have this grade by either version. */
  before: number;
  after: number;
}

/** What a newer version would have made of audits, or why that cannot be said. */
export type WouldHaveChanged =
  | { isComparable: false; because: string }
  | {
      isComparable: true;
      audits: number;
      moves: GradeMoves;
      /** From the best grade to the lowest, then the audits without one. */
      byGrade: MovesOfGrade[];
      /** How many criteria could be carried over: same and reworded ones were. */
      criteria: Record<CriterionChange, number>;
    };

/**
 * What a newer version of a framework would have done to the grades of audits already closed: their
 * agreed grades scored by its weights, critical criteria, bands and caps.
 *
 * Only criteria of both versions count, reworded ones with the grade they had; a new criterion has
 * none and a retired one drops out. Both versions are compared after caps and before the step a
 * moderator may take, which no arithmetic repeats. Nothing is changed: a closed audit stays on its
 * version. Counts may be small; what readers other than the audit lead see goes through disclosure.
 *
 * @param results of audits on the older version
 * @param newer published or a draft
 * @returns not comparable when the two scales have other grades or another order of them
 * @throws RangeError when a result does not have a grade for each criterion of the older version
 * @example whatWouldHaveChanged(results, versionOne, draft)
 */
export function whatWouldHaveChanged(
  results: readonly Pick<AuditResult, 'agreedGrades'>[],
  older: FrameworkDefinition,
  newer: FrameworkDefinition,
): WouldHaveChanged {
  const { grades } = older.scale;
  const keysOf = ({ scale }: FrameworkDefinition) => scale.grades.map(({ key }) => key);
  if (keysOf(older).join() !== keysOf(newer).join()) {
    const because =
      'The two versions have different grades, so grades given on one say nothing on the other.';
    return { isComparable: false, because };
  }
  const shared = sharedPart(newer, older);
  const pairs = results.map(({ agreedGrades }): [string | null, string | null] => {
    const outcomes = outcomesOf(agreedGrades, older);
    return [gradeBy(older, outcomes), gradeBy(shared, outcomes)];
  });
  const rank = (grade: string) => rankOf(grade, grades);
  return {
    isComparable: true,
    audits: results.length,
    moves: movesOf(pairs, rank),
    byGrade: [...keysOf(older), null].map((grade) => ({
      grade,
      before: pairs.filter(([before]) => before === grade).length,
      after: pairs.filter(([, after]) => after === grade).length,
      ...movesOf(
        pairs.filter(([before]) => before === grade),
        rank,
      ),
    })),
    criteria: compareVersions(older, newer).counts,
  };
}

/** The newer version without the criteria that the older one does not have. */
function sharedPart(newer: FrameworkDefinition, older: FrameworkDefinition): FrameworkDefinition {
  const known = new Set(older.domains.flatMap(({ criteria }) => criteria.map(({ key }) => key)));
  const domains = newer.domains.map((domain) => ({
    ...domain,
    criteria: domain.criteria.filter(({ key }) => known.has(key)),
  }));
  return { ...newer, domains };
}

function outcomesOf(
  agreedGrades: AuditResult['agreedGrades'],
  { domains, scale }: FrameworkDefinition,
): Outcomes {
  const criteria = domains.flatMap((domain) => domain.criteria);
  if (agreedGrades.length !== criteria.length) {
    throw new RangeError(
      `a result has ${agreedGrades.length} agreed grades, and its version ${criteria.length} criteria`,
    );
  }
  return Object.fromEntries(
    criteria.map(({ key }, at) => [key, outcomeOfNumber(agreedGrades[at] ?? null, scale.grades)]),
  );
}

function gradeBy(definition: FrameworkDefinition, outcomes: Outcomes): string | null {
  return scoreAudit(definition, outcomes).overall?.cappedGrade ?? null;
}

function movesOf(
  pairs: readonly (readonly [string | null, string | null])[],
  rank: (grade: string) => number,
): GradeMoves {
  const moves: GradeMoves = { up: 0, down: 0, same: 0, noGrade: 0, newlyGraded: 0 };
  for (const [before, after] of pairs) moves[moveOf(before, after, rank)] += 1;
  return moves;
}

function moveOf(
  before: string | null,
  after: string | null,
  rank: (grade: string) => number,
): keyof GradeMoves {
  if (after === null) return 'noGrade';
  if (before === null) return 'newlyGraded';
  if (before === after) return 'same';
  return rank(after) < rank(before) ? 'up' : 'down';
}
