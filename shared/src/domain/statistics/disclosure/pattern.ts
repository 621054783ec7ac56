import { sum } from '../numbers/index.js';
import type { Figure } from './table.js';

/** A figure in the search for partners. */
export interface Hideable extends Figure {
  /** Its number among the figures, in row order. */
  number: number;
  /** Hidden, it could be lower than it is; it can always be higher. */
  canFall: boolean;
}

/** Which figures must be guarded, and by hiding which others that may be done. */
export interface HidingProblem {
  lineCount: number;
  rowCount: number;
  primary: readonly Hideable[];
  /** In row order. */
  candidates: readonly Hideable[];
  /** Totals that are not printed at all. */
  unprinted: readonly Hideable[];
}

/** What lies around one end of an unsafe figure, where every ring through it must come by. */
export interface Surroundings {
  /** The end's line when nothing hidden leads on from it, otherwise null. */
  deadEnd: number | null;
  /** The candidates that lead out, of which at least one must be hidden. */
  exits: Hideable[];
}

/**
 * Hidden figures as a net of one-way and two-way streets between the lines of a table. A figure
 * can have another value exactly when a ring of streets leads through it (Gusfield 1988, SIAM J.
 * Comput. 17:552); a figure that cannot fall is a one-way street.
 */
export class Pattern {
  private readonly isHidden: boolean[] = [];
  private readonly around: Hideable[][];
  /** Streets looked at so far: what a search spends. */
  effort = 0;

  constructor(readonly problem: HidingProblem) {
    this.around = Array.from({ length: problem.lineCount }, () => []);
    const used = [...problem.primary, ...problem.unprinted, ...problem.candidates];
    for (const figure of used) {
      this.around[figure.tail]?.push(figure);
      this.around[figure.head]?.push(figure);
    }
    for (const figure of [...problem.primary, ...problem.unprinted]) this.hide(figure);
  }

  hide({ number }: Hideable): void {
    this.isHidden[number] = true;
  }

  show({ number }: Hideable): void {
    this.isHidden[number] = false;
  }

  hides({ number }: Hideable): boolean {
    return this.isHidden[number] ?? false;
  }

  streetsAt(line: number): readonly Hideable[] {
    return this.around[line] ?? [];
  }

  isSafe(figure: Hideable): boolean {
    const { tail, head } = figure;
    return (
      this.reach(head, figure, true, tail)[tail] === true ||
      (figure.canFall && this.reach(tail, figure, true, head)[head] === true)
    );
  }

  areAllSafe(): boolean {
    return this.problem.primary.every((figure) => this.isSafe(figure));
  }

  /**
   * @param atHead which end of the figure
   * @param banned candidates, by number, that are not to be hidden
   */
  surroundings(figure: Hideable, atHead: boolean, banned: readonly boolean[]): Surroundings {
    const line = atHead ? figure.head : figure.tail;
    // A ring that raises the figure leaves its head and comes back to its tail; lowering, the
    // other way round.
    const ways = figure.canFall ? [atHead, !atHead] : [atHead];
    const regions = ways.map((leaving) => ({
      leaving,
      inside: this.reach(line, figure, leaving),
    }));
    this.effort += this.problem.candidates.length;
    const exits = this.problem.candidates.filter(
      (candidate) =>
        !this.hides(candidate) &&
        banned[candidate.number] !== true &&
        regions.some(({ leaving, inside }) => leadsOut(candidate, leaving, inside)),
    );
    const isDeadEnd = regions.every(({ inside }) => Object.keys(inside).length === 1);
    return { deadEnd: isDeadEnd ? line : null, exits };
  }

  /**
   * The lines that can be reached from a line, or, with `leaving` false, from which it can be
   * reached, without the given figure; stops early at `until`.
   */
  reach(from: number, without: Hideable, leaving: boolean, until?: number): boolean[] {
    const reached: boolean[] = [];
    reached[from] = true;
    const open = [from];
    for (let line = open.pop(); line !== undefined && line !== until; line = open.pop()) {
      const streets = this.streetsAt(line);
      this.effort += streets.length;
      for (const street of streets) {
        if (street === without || !this.hides(street)) continue;
        const isTail = street.tail === line;
        const next = isTail ? street.head : street.tail;
        if (reached[next] || (isTail !== leaving && !street.canFall)) continue;
        reached[next] = true;
        open.push(next);
      }
    }
    return reached;
  }
}

function leadsOut(
  { tail, head, canFall }: Hideable,
  leaving: boolean,
  inside: readonly boolean[],
): boolean {
  const [from, to] = leaving ? [tail, head] : [head, tail];
  const starts = inside[from] === true;
  return starts !== (inside[to] === true) && (starts || canFall);
}

/**
 * The counts that readers lose when the figures are hidden.
 *
 * @returns 0 for none
 * @example sumOf([]) // 0
 */
export function sumOf(figures: readonly Hideable[]): number {
  return sum(figures.map(({ count }) => count));
}

/**
 * Whether a choice has fewer partners, or as few with a smaller sum, or as few of the same sum and
 * comes first in row order.
 *
 * @example
 * const figures = ledgerOf({ cells: [[3, 20]] }).figures;
 * const hideable = figures.map((figure, number) => ({ ...figure, number, canFall: true }));
 * isBetter(hideable.slice(0, 1), hideable.slice(1, 2)) // true: 3 is less than 20
 */
export function isBetter(chosen: readonly Hideable[], best: readonly Hideable[]): boolean {
  const [mine, theirs] = [chosen, best].map((figures) =>
    figures.map(({ number }) => number).sort((a, b) => a - b),
  );
  const differences = [
    chosen.length - best.length,
    sumOf(chosen) - sumOf(best),
    ...(mine ?? []).map((number, index) => number - (theirs?.[index] ?? 0)),
  ];
  return (differences.find((difference) => difference !== 0) ?? 0) < 0;
}
