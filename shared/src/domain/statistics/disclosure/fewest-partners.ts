import { nearFewest } from './near-fewest.js';
import {
  isBetter,
  Pattern,
  sumOf,
  type HidingProblem,
  type Hideable,
  type Surroundings,
} from './pattern.js';

/** The chosen partners in row order, and what is known about how few there can be. */
export interface Partners {
  chosen: Hideable[];
  sum: number;
  /** No choice has fewer partners than this. */
  atLeast: number;
  /** No choice has fewer partners, nor as few with a smaller sum. */
  isProven: boolean;
}

/**
 * The fewest partners that make every primary figure safe; among as few the smallest sum; among
 * those the first in row order. Tries sizes from none upwards: whatever is unsafe must be given a
 * way out of its surroundings, so only the figures on the narrowest border are tried in turn.
 *
 * @param effort how many streets may be looked at before the near-fewest choice must do
 * @returns null when no choice is safe
 * @example
 * const nothing = { lineCount: 2, rowCount: 1, primary: [], candidates: [], unprinted: [] };
 * fewestPartners(nothing, Infinity)
 * // { chosen: [], sum: 0, atLeast: 0, isProven: true }
 */
export function fewestPartners(problem: HidingProblem, effort: number): Partners | null {
  const near = nearFewest(problem);
  if (!near) return null;
  const search = new Search(problem, near, effort);
  let size = 0;
  while (size <= search.best.length && !search.isExhausted) {
    search.explore(size);
    size += 1;
  }
  const chosen = search.best.toSorted((a, b) => a.number - b.number);
  return {
    chosen,
    sum: sumOf(chosen),
    atLeast: search.isExhausted ? size - 1 : chosen.length,
    isProven: !search.isExhausted,
  };
}

class Search {
  private readonly pattern: Pattern;
  private readonly banned: boolean[] = [];
  private readonly chosen: Hideable[] = [];
  private size = 0;
  isExhausted = false;

  constructor(
    private readonly problem: HidingProblem,
    public best: readonly Hideable[],
    private readonly effort: number,
  ) {
    this.pattern = new Pattern(problem);
  }

  /** Looks at every choice of this size that could be better than the best one so far. */
  explore(size: number): void {
    this.size = size;
    this.extend(0);
  }

  private extend(sum: number): void {
    if (this.pattern.effort > this.effort) this.isExhausted = true;
    if (this.isExhausted || this.isHopeless(sum)) return;
    const unsafe = this.problem.primary.filter((figure) => !this.pattern.isSafe(figure));
    if (unsafe.length === 0) {
      if (isBetter(this.chosen, this.best)) this.best = [...this.chosen];
      return;
    }
    const room = this.size - this.chosen.length;
    if (room === 0) return;
    const borders = unsafe.flatMap((figure) =>
      [true, false].map((atHead) => this.pattern.surroundings(figure, atHead, this.banned)),
    );
    if (this.partnersNeeded(borders) > room) return;
    const narrowest = borders.reduce((one, other) =>
      other.exits.length < one.exits.length ? other : one,
    );
    this.tryEach(narrowest.exits, sum);
  }

  /** Hides one after the other; what has been tried stays shown, so that no choice comes twice. */
  private tryEach(exits: readonly Hideable[], sum: number): void {
    for (const candidate of exits.toSorted((a, b) => a.count - b.count)) {
      this.pattern.hide(candidate);
      this.chosen.push(candidate);
      this.extend(sum + candidate.count);
      this.chosen.pop();
      this.pattern.show(candidate);
      this.banned[candidate.number] = true;
    }
    for (const candidate of exits) this.banned[candidate.number] = false;
  }

  /**
   * In a choice without superfluous partners all figures lie on rings, and rings have no more lines
   * than figures.
   */
  private isHopeless(sum: number): boolean {
    if (this.size === this.best.length && sum > sumOf(this.best)) return true;
    const { primary, unprinted } = this.problem;
    const lines = new Set([...primary, ...this.chosen].flatMap(({ tail, head }) => [tail, head]));
    return lines.size > primary.length + unprinted.length + this.size;
  }

  /** Each dead end needs a partner, and a partner helps one row and one column. */
  private partnersNeeded(borders: readonly Surroundings[]): number {
    const deadEnds = new Set(borders.flatMap(({ deadEnd }) => deadEnd ?? []));
    for (const { tail, head } of this.chosen) {
      for (const line of [tail, head]) {
        const streets = this.pattern.streetsAt(line);
        if (streets.filter((street) => this.pattern.hides(street)).length === 1) deadEnds.add(line);
      }
    }
    const rows = [...deadEnds].filter((line) => line <= this.problem.rowCount).length;
    return Math.max(rows, deadEnds.size - rows);
  }
}
