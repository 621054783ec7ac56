import type { Figure } from './table.js';

/** What a reader knows of a figure: both ends included, `most` Infinity when nothing limits it. */
export interface Range {
  least: number;
  most: number;
}

/** A figure and what is known of it; a visible one has `least` equal to `most`. */
export type KnownFigure = Figure & Range;

interface Step {
  figure: KnownFigure;
  rises: boolean;
}

interface Route {
  from: number;
  to: number;
  /** The figure that the route must not use. */
  without: KnownFigure;
  atMost: number;
}

/**
 * Every table that fits what a reader knows, held as one such table and the ways to change it. A
 * change keeps all sums when it goes round a ring of figures, so the highest value of a figure is
 * its value plus the largest flow from its head back to its tail through all others, and the
 * lowest likewise the other way round: exact, in whole numbers (Cox 1995, J. Am. Stat. Assoc.
 * 90:1453; Ford & Fulkerson 1962).
 */
export class Circulation {
  private counts: Map<KnownFigure, number>;
  private readonly around: KnownFigure[][];
  /** False when no table at all fits what the reader is said to know. */
  readonly isPossible: boolean;

  constructor(figures: readonly KnownFigure[], lineCount: number) {
    const movable = figures.filter(({ least, most }) => least < most);
    this.counts = new Map(movable.map((figure) => [figure, figure.count]));
    this.around = Array.from({ length: lineCount }, () => []);
    for (const figure of movable) {
      this.around[figure.tail]?.push(figure);
      this.around[figure.head]?.push(figure);
    }
    // A zero hidden from readers who take hidden figures for 1 or more: start from their tables.
    this.isPossible = movable.every((figure) => {
      const missing = figure.least - this.countOf(figure);
      if (missing <= 0) return true;
      const added = this.push({ ...raising(figure), atMost: missing });
      this.counts.set(figure, this.countOf(figure) + added);
      return added === missing;
    });
  }

  /** The lowest and the highest value that the figure takes in any table that fits. */
  boundsOf(figure: KnownFigure): Range {
    if (!this.counts.has(figure)) return { least: figure.count, most: figure.count };
    const count = this.countOf(figure);
    const up = this.probe({ ...raising(figure), atMost: figure.most - count });
    const down = this.probe({ ...lowering(figure), atMost: count - figure.least });
    return { least: count - down, most: count + up };
  }

  private probe(route: Route): number {
    const before = new Map(this.counts);
    const pushed = this.push(route);
    this.counts = before;
    return pushed;
  }

  /** Moves as much as fits along the route, a shortest path at a time (Edmonds & Karp 1972). */
  private push(route: Route): number {
    let pushed = 0;
    while (pushed < route.atMost) {
      const path = this.shortestPath(route);
      if (!path) return pushed;
      const room = Math.min(route.atMost - pushed, ...path.map((step) => this.roomOf(step)));
      if (room === Infinity) return Infinity;
      for (const { figure, rises } of path) {
        this.counts.set(figure, this.countOf(figure) + (rises ? room : -room));
      }
      pushed += room;
    }
    return pushed;
  }

  private shortestPath({ from, to, without }: Route): Step[] | null {
    const arrivals = new Map<number, { line: number; step: Step } | null>([[from, null]]);
    for (const line of arrivals.keys()) {
      if (line === to) break;
      for (const figure of this.around[line] ?? []) {
        const rises = figure.tail === line;
        const next = rises ? figure.head : figure.tail;
        if (figure === without || arrivals.has(next)) continue;
        const step = { figure, rises };
        if (this.roomOf(step) > 0) arrivals.set(next, { line, step });
      }
    }
    if (!arrivals.has(to)) return null;
    const path: Step[] = [];
    for (let last = arrivals.get(to); last; last = arrivals.get(last.line)) path.push(last.step);
    return path;
  }

  private roomOf({ figure, rises }: Step): number {
    const count = this.countOf(figure);
    return Math.max(0, rises ? figure.most - count : count - figure.least);
  }

  private countOf(figure: KnownFigure): number {
    return this.counts.get(figure) ?? figure.count;
  }
}

const raising = (figure: KnownFigure) => ({
  from: figure.head,
  to: figure.tail,
  without: figure,
});

const lowering = (figure: KnownFigure) => ({
  from: figure.tail,
  to: figure.head,
  without: figure,
});
