/**
 * The word most like another, for "did you mean": by the letters to change, put in, take out or swap
 * with the next (Levenshtein's distance with Damerau's swaps).
 *
 * @returns null when even the nearest differs in more than half of its letters
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const changes = changesBetween(word, candidate);
    if (changes < fewest && changes * 2 <= Math.max(word.length, candidate.length)) {
      best = candidate;
      fewest = changes;
    }
  }
  return best;
}

function changesBetween(from: string, to: string): number {
  let earlier: number[] = [];
  let before = Array.from({ length: to.length + 1 }, (_, place) => place);
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    for (let place = 1; place <= to.length; place += 1) {
      const isSame = from[row - 1] === to[place - 1];
      const isSwapped = from[row - 1] === to[place - 2] && from[row - 2] === to[place - 1];
      now.push(
        Math.min(
          (before[place] ?? 0) + 1,
          (now[place - 1] ?? 0) + 1,
          (before[place - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (earlier[place - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    [earlier, before] = [before, now];
  }
  return before[to.length] ?? 0;
}
