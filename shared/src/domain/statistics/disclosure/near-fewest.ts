import { isBetter, Pattern, type HidingProblem, type Hideable } from './pattern.js';

/** How many streets the improvement may look at: a hundredth of a second or so. */
const effortForImproving = 1_000_000;

/**
 * A good choice of partners, found at once for any size of table: round each figure that is not
 * yet safe the ring with the fewest new partners, then partners that turned out to be superfluous
 * are shown again, then each partner in turn is tried without.
 *
 * @returns null when hiding every candidate would not be enough
 * @example
 * const nothing = { lineCount: 2, rowCount: 1, primary: [], candidates: [], unprinted: [] };
 * nearFewest(nothing) // []
 */
export function nearFewest(problem: HidingProblem): readonly Hideable[] | null {
  const everything = new Pattern(problem);
  problem.candidates.forEach((candidate) => everything.hide(candidate));
  if (!everything.areAllSafe()) return null;
  const orders = [problem.primary, problem.primary.toReversed()];
  let best = problem.candidates;
  let effort = 0;
  const improve = (kept: readonly Hideable[], banned: Hideable | null): boolean => {
    const before = best;
    for (const order of orders) {
      const attempt = build(problem, order, kept, banned);
      effort += attempt?.effort ?? 0;
      if (attempt && isBetter(attempt.chosen, best)) best = attempt.chosen;
    }
    return best !== before;
  };
  improve([], null);
  for (let next = 0; effort < effortForImproving;) {
    const partner = best[next];
    if (!partner) break;
    const kept = best.filter((other) => !sharesLine(other, partner));
    next = improve(kept, partner) ? 0 : next + 1;
  }
  return best;
}

const sharesLine = (one: Hideable, other: Hideable) =>
  [one.tail, one.head].some((line) => line === other.tail || line === other.head);

interface Attempt {
  chosen: Hideable[];
  effort: number;
}

function build(
  problem: HidingProblem,
  order: readonly Hideable[],
  kept: readonly Hideable[],
  banned: Hideable | null,
): Attempt | null {
  const pattern = new Pattern(problem);
  const chosen = new Set(kept);
  chosen.forEach((figure) => pattern.hide(figure));
  const search = { pattern, banned, settled: new Set<Hideable>() };
  for (const figure of order) {
    if (search.settled.has(figure)) continue;
    search.settled.add(figure);
    if (pattern.isSafe(figure)) continue;
    const ring = cheapestRing(search, figure);
    if (!ring) return null;
    for (const street of ring) {
      search.settled.add(street);
      if (pattern.hides(street)) continue;
      pattern.hide(street);
      chosen.add(street);
    }
  }
  for (const partner of [...chosen].sort((a, b) => b.count - a.count)) {
    pattern.show(partner);
    if (pattern.areAllSafe()) chosen.delete(partner);
    else pattern.hide(partner);
  }
  return { chosen: [...chosen], effort: pattern.effort };
}

interface RingSearch {
  pattern: Pattern;
  banned: Hideable | null;
  /** Figures that lie on a ring already. */
  settled: ReadonlySet<Hideable>;
}

function cheapestRing(search: RingSearch, figure: Hideable): Hideable[] | null {
  const { tail, head } = figure;
  const rising = cheapestWay(search, [head, tail], figure);
  const falling = figure.canFall ? cheapestWay(search, [tail, head], figure) : null;
  const cheaper = rising && falling && falling.price < rising.price ? falling : rising;
  return (cheaper ?? falling)?.streets ?? null;
}

interface Way {
  price: number;
  streets: Hideable[];
}

/** Dijkstra's shortest path between two lines. */
function cheapestWay(
  search: RingSearch,
  [from, to]: readonly [number, number],
  without: Hideable,
): Way | null {
  const { pattern, banned } = search;
  const ways = new Map<number, Way>([[from, { price: 0, streets: [] }]]);
  const done = new Set<number>();
  for (;;) {
    const [line, way] = nearest(ways, done);
    if (!way || line === to) return way;
    done.add(line);
    const streets = pattern.streetsAt(line);
    pattern.effort += streets.length;
    for (const street of streets) {
      const leaves = street.tail === line;
      if (street === without || street === banned || !(leaves || street.canFall)) continue;
      const next = leaves ? street.head : street.tail;
      const price = way.price + priceOf(street, search);
      if (price >= (ways.get(next)?.price ?? Infinity)) continue;
      ways.set(next, { price, streets: [...way.streets, street] });
    }
  }
}

function nearest(ways: Map<number, Way>, done: Set<number>): [number, Way | null] {
  let best: [number, Way | null] = [-1, null];
  for (const [line, way] of ways) {
    if (!done.has(line) && way.price < (best[1]?.price ?? Infinity)) best = [line, way];
  }
  return best;
}

/**
 * One for each new partner. Ties go to the ring that makes more unsafe figures safe, then to the
 * one that takes less away from the readers.
 */
function priceOf(street: Hideable, { pattern, settled }: RingSearch): number {
  if (pattern.hides(street)) return settled.has(street) ? 0.001 : 0;
  return 1 + (0.0005 * street.count) / (street.count + 1000);
}
