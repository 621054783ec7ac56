import { requireCount } from '../numbers/index.js';
import { Circulation, type KnownFigure, type Range } from './circulation.js';
import { decidedTable, type DecidedTable } from './decide-table.js';
import { hidden, shown, type Disclosed } from './disclosed.js';
import { hiddenCounts, isSmall, type DisclosureRules } from './rules.js';
import { figureAt, isTotal, ledgerOf, totalsOf, type CountTable, type Ledger } from './table.js';

/** Counts are rounded to multiples of this, as Ofqual and NHS hospital statistics do. */
export const usualRoundingStep = 5;

/**
 * Rounds a count to the nearest multiple; a count half-way between two goes to the higher one,
 * which with a step of 5 never happens.
 *
 * @param count whole, 0 or more
 * @param step whole, 1 or more
 * @throws InvalidInput when one of them is not
 * @example roundCount(12) // 10
 */
export function roundCount(count: number, step = usualRoundingStep): number {
  requireCount('count', count);
  requireCount('step', step, 1);
  return Math.floor((2 * count + step) / (2 * step)) * step;
}

/**
 * The alternative to hiding partners, for publication: every count, totals included, is rounded for
 * itself, and small ones are hidden. Rounded counts do not add up to rounded totals, which the page
 * has to say. Rounding alone can still give a hidden count away (4 and 4 under a total of 8, printed
 * 10, can only be 4 and 4): then the totals of that row and column are hidden, and if that is not
 * enough, all totals that are not 0.
 *
 * @throws InvalidInput when the table, the rules or the step are wrong
 * @example roundTable({ cells: [[3, 22, 40, 16]] }, publicationRules).cells[0]
 * // too few, 20, 40, 15
 */
export function roundTable(
  table: CountTable,
  rules: DisclosureRules,
  step = usualRoundingStep,
): DecidedTable {
  requireCount('step', step, 1);
  const ledger = ledgerOf(table);
  const print = (count: number) => printed(count, rules, step);
  const givenAway = (withoutTotals: ReadonlySet<number>) =>
    figuresGivenAway(ledger, withoutTotals, rules, print);
  let withoutTotals = new Set<number>();
  let leaks = givenAway(withoutTotals);
  if (leaks.length > 0) {
    const totals = leaks.flatMap(({ position }) => totalsOf(position));
    withoutTotals = new Set(totals.map((position) => figureAt(ledger, position, 'cells')));
    leaks = givenAway(withoutTotals);
  }
  if (leaks.length > 0) {
    withoutTotals = new Set(
      ledger.figures.flatMap(({ position, count }, number) =>
        isTotal(position) && count > 0 ? number : [],
      ),
    );
  }
  return decidedTable(ledger, 'rounded', ({ count }, number) =>
    withoutTotals.has(number) ? hidden('too-few') : print(count),
  );
}

function printed(count: number, rules: DisclosureRules, step: number): Disclosed<number> {
  return isSmall(count, rules) ? hidden('too-few') : shown(roundCount(count, step));
}

/** The hidden figures that have one value only in all tables that would be printed the same. */
function figuresGivenAway(
  ledger: Ledger,
  withoutTotals: ReadonlySet<number>,
  rules: DisclosureRules,
  print: (count: number) => Disclosed<number>,
): KnownFigure[] {
  const { from, to } = hiddenCounts(rules);
  const figures = ledger.figures.map((figure, number): KnownFigure => {
    const decision = print(figure.count);
    if (figure.isPrinted && decision.shown && !withoutTotals.has(number)) {
      return { ...figure, ...countsPrintedAs(decision.value, figure.count, print) };
    }
    // A hidden total may be hidden because it is small or because it would give a cell away.
    const range = isTotal(figure.position)
      ? { least: 0, most: Infinity }
      : { least: from, most: to };
    return { ...figure, ...range };
  });
  const circulation = new Circulation(figures, ledger.lineCount);
  return figures.filter((figure) => {
    if (!figure.isPrinted || !isSmall(figure.count, rules)) return false;
    const { least, most } = circulation.boundsOf(figure);
    return least === most;
  });
}

/** All counts that look the same in print; `count` is one of them. */
function countsPrintedAs(
  value: number,
  count: number,
  print: (count: number) => Disclosed<number>,
): Range {
  const looksTheSame = (other: number) => {
    const decision = other < 0 ? hidden('too-few') : print(other);
    return decision.shown && decision.value === value;
  };
  let [least, most] = [count, count];
  while (looksTheSame(least - 1)) least -= 1;
  while (looksTheSame(most + 1)) most += 1;
  return { least, most };
}
