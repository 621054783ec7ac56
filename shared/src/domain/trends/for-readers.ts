import { yearOf, type QuarterKey } from '../calendar/index.js';
import {
  decideOnBase,
  decideShare,
  hiddenCounts,
  partnershipRules,
  type Interval,
} from '../statistics/index.js';
import type { CompiledQuarter, PrintedPoint } from './compiled-quarter.js';
import { pointOf, type PointCounts, type RoundResults } from './measure-points.js';
import type { Measure } from './measures.js';

/** What of a point may be read by everyone but lead and moderator. */
type ReadablePoint = Pick<PrintedPoint, 'base' | 'met' | 'counted' | 'share' | 'documents'>;

const { from: fewest, to: mostHidden } = hiddenCounts(partnershipRules);
const isSmall = (plans: number) => plans >= fewest && plans <= mostHidden;

/**
 * Whether a share of these counts may be shown: at least ten plans, and neither what meets it nor
 * the rest 1 to 4. Of a ratio the same holds for what was counted, and of documents for the plans
 * behind them.
 */
export function mayShowShare({ base, met, items, plans }: PointCounts): boolean {
  if (!decideOnBase(base, base, partnershipRules).shown) return false;
  // Behind ten documents may stand two children.
  if (plans && !decideOnBase(plans.base, plans.base, partnershipRules).shown) return false;
  if (plans && (isSmall(plans.met) || isSmall(plans.rest))) return false;
  const part = items ?? { met: met ?? 0, counted: base };
  if (part.met > part.counted) return true;
  return decideShare({ numerator: part.met, base: part.counted }, partnershipRules).shown;
}

/**
 * A point as readers get it. Every reader knows how many audits closed, from measures that count
 * them all. Where a measure leaves out 1 to 4 of them, its exact base would give that count away;
 * then it is printed as "at least", and the share in whole per cent without the number behind it.
 * Where the share is hidden its base is too, or it could be taken from that of the year.
 */
export function readable(counts: PointCounts, full: PrintedPoint): ReadablePoint {
  const { audited, base, items, plans } = counts;
  const isExact = !isSmall(audited - base) && !(plans && isSmall(plans.left));
  const shownBase = isExact ? base : atLeast(counts);
  const share = mayShowShare(counts) ? full.share : null;
  return {
    base: share && { plans: shownBase, isExact },
    met: share && (isExact || items !== null) ? full.met : null,
    counted: share ? full.counted : null,
    ...(plans && { documents: { plans: null } }),
    share: share && !isExact ? inWholePercent(share) : share,
  };
}

/**
 * Whether quarters may be shown as one figure. Where each is shown by itself, always. Otherwise only
 * a whole programme year, whose figure may be shown, and what is left when the quarters shown by
 * themselves are taken from it too: the difference would give away what is hidden. Years never
 * overlap, so that no two such figures differ by a quarter or two.
 *
 * @param rounds of one framework version
 * @param shownAlone quarters whose share is shown
 */
export function mayShowTogether(
  measure: Measure,
  rounds: readonly RoundResults[],
  shownAlone: ReadonlySet<QuarterKey>,
): boolean {
  const rest = rounds.filter(({ quarter }) => !shownAlone.has(quarter));
  if (rest.length === 0) return true;
  return (
    isWholeYear(rounds.map(({ quarter }) => quarter)) &&
    [rounds, rest].every((some) => mayShowShare(pointOf(measure, some).counts))
  );
}

/** @param quarters each once, from the earliest on */
function isWholeYear(quarters: readonly QuarterKey[]): boolean {
  const [first, ...others] = quarters.map(yearOf);
  return quarters.length === 4 && others.every((year) => year === first);
}

/** The quarters in which readers got a share of the measure by itself. */
export function quartersShown(
  key: string,
  compiled: readonly CompiledQuarter[],
): ReadonlySet<QuarterKey> {
  return new Set(
    compiled.flatMap(({ quarter, measures }) =>
      measures.some((one) => one.key === key && one.point.share !== null) ? [quarter] : [],
    ),
  );
}

/** What a base that is not exact is at least. A few plans may have left out any number of documents. */
function atLeast({ audited, base, plans }: PointCounts): number {
  return plans === null ? Math.max(0, audited - mostHidden) : Math.floor(base / 10) * 10;
}

function inWholePercent(share: { estimate: number | null; interval: Interval | null }) {
  // What is not 0 and not all does not become it.
  const whole = (value: number) =>
    value <= 0 || value >= 1
      ? value
      : Math.min(0.99, Math.max(0.01, Math.round(value * 100) / 100));
  return {
    estimate: share.estimate === null ? null : whole(share.estimate),
    interval: share.interval && {
      lower: whole(share.interval.lower),
      upper: whole(share.interval.upper),
    },
  };
}
