import { requireCount, requireThat } from '../numbers/index.js';

import { FIRST_START, inOrderFrom, requirePosition } from './circle.js';
import { permanentNumbers, type PermanentNumber } from './permanent-numbers.js';

/** The plans of one stratum that can be drawn, and how many are wanted. */
export interface StratumFrame {
  id: string;
  /** In any order. */
  references: readonly string[];
  /** Plans wanted, 0 or more; a smaller stratum gives all it has. */
  size: number;
  /** Where on the circle the stratum starts, 16 hexadecimal digits; 0 when left out. */
  start?: string;
}

/** What was drawn from one stratum. */
export interface StratumDraw {
  id: string;
  /** N: plans in the stratum. */
  populationSize: number;
  start: string;
  /** The first n on the circle from the start, in that order. */
  selected: PermanentNumber[];
  /** All the others in order: an unusable plan's place goes to the first of them. */
  reserve: PermanentNumber[];
}

/** What late arrivals do to a stratum when the rule is run again. */
export interface StratumRedraw extends StratumDraw {
  /** Selected before and no more, in their former order. */
  displaced: PermanentNumber[];
}

/** Plans that reached the register after the frame of their stratum was listed. */
export interface LateArrivals {
  id: string;
  references: readonly string[];
}

/** The name under which the rule below is published; another rule gets another name. */
export const DRAW_RULE = 'HMAC-SHA-256 permanent random numbers, first n from the start, version 1';

/**
 * Draws a stratified random sample: in each stratum the plans in order of their permanent random
 * number from the start, of which the first n are selected and the rest are the reserve. This is
 * simple random sampling without replacement in each stratum ("sequential"), the same wherever and
 * whenever it is done: no list order, language setting or other stratum plays a part.
 *
 * @param seed kept secret while plans can still be polished; see `commitmentTo`
 * @param strata each plan in one stratum and once; ids differ
 * @returns in the order of the strata
 * @throws InvalidInput when an id or a reference comes twice, a size is not a count, a start is not
 *   16 hexadecimal digits, or the seed or a reference is not well-formed Unicode
 * @see Ohlsson 1995; Ernst, Valliant & Casady 2000, J. Off. Stat. 16:211
 * @example
 * drawSample('s', [{ id: 'tiny', references: ['T-0001', 'T-0002', 'T-0003'], size: 2 }])[0]
 *   .selected.map((plan) => plan.reference) // ['T-0003', 'T-0002']
 */
export function drawSample(seed: string, strata: readonly StratumFrame[]): StratumDraw[] {
  requireFrame(strata);
  return strata.map(({ id, references, size, start = FIRST_START }) => {
    const ordered = inOrderFrom(start, permanentNumbers(seed, references));
    return {
      id,
      populationSize: references.length,
      start,
      selected: ordered.slice(0, size),
      reserve: ordered.slice(size),
    };
  });
}

/**
 * The draw again with late arrivals and unchanged sizes. New plans displace at most as many as
 * there are new ones before the cut; everybody else stays. For use before fieldwork only: a plan
 * that is being reviewed is never dropped.
 *
 * @param arrivals for any of the strata, several lists for one stratum add up
 * @returns in the order of the strata
 * @throws InvalidInput as `drawSample` does, and when arrivals name a stratum that is not there
 * @example
 * redrawWithArrivals('s', [{ id: 'tiny', references: ['T-0001', 'T-0002'], size: 1 }], [
 *   { id: 'tiny', references: ['T-0003'] },
 * ])[0].displaced.map((plan) => plan.reference) // ['T-0002']
 */
export function redrawWithArrivals(
  seed: string,
  strata: readonly StratumFrame[],
  arrivals: readonly LateArrivals[],
): StratumRedraw[] {
  arrivals.forEach(({ id }, index) => {
    const isKnown = strata.some((stratum) => stratum.id === id);
    requireThat(isKnown, 'arrivals', 'must name a stratum of the draw', [index, 'id']);
  });
  const before = drawSample(seed, strata);
  const after = drawSample(seed, strata.map(joinedBy(arrivals)));
  return after.map((draw, index) => {
    const kept = new Set(draw.selected.map((plan) => plan.reference));
    const former = before[index]?.selected ?? [];
    return { ...draw, displaced: former.filter((plan) => !kept.has(plan.reference)) };
  });
}

const joinedBy = (arrivals: readonly LateArrivals[]) => (stratum: StratumFrame) => {
  const joining = arrivals.filter(({ id }) => id === stratum.id);
  return {
    ...stratum,
    references: [...stratum.references, ...joining.flatMap(({ references }) => references)],
  };
};

/**
 * Everything the draw depends on as one text, to be lodged by its SHA-256 (`commitmentTo`) before
 * the draw and published after it: rule, commitment to the seed, strata with size and start, sorted
 * references. Ids and references are written as JSON strings, so no two frames share a text.
 *
 * @param seedCommitment `commitmentTo(seed)`, which does not show the seed
 * @returns lines ended by a line feed, the same whatever the order of strata and references
 * @throws InvalidInput as `drawSample` does, and when the commitment is not 64 hexadecimal digits
 * @example
 * frameRecord([{ id: 'tiny', references: ['T-1'], size: 1 }], commitmentTo('s')).split('\n')[2]
 * // 'Stratum "tiny": 1 of 1 plans, start 0000000000000000'
 */
export function frameRecord(strata: readonly StratumFrame[], seedCommitment: string): string {
  requireFrame(strata);
  const isHash = /^[0-9a-f]{64}$/.test(seedCommitment);
  requireThat(isHash, 'seedCommitment', 'must be 64 hexadecimal digits in lower case');
  const sections = strata.map(({ id, references, size, start = FIRST_START }) => [
    `Stratum ${JSON.stringify(id)}: ${size} of ${references.length} plans, start ${start}`,
    ...references.map((reference) => JSON.stringify(reference)).toSorted(),
  ]);
  const sorted = sections.map((lines) => lines.join('\n')).toSorted();
  return [`Rule: ${DRAW_RULE}`, `Seed: SHA-256 ${seedCommitment}`, ...sorted, ''].join('\n');
}

function requireFrame(strata: readonly StratumFrame[]): void {
  const ids = new Set<string>();
  const references = new Set<string>();
  strata.forEach((stratum, at) => {
    requireNew(ids, stratum.id, 'must have an id of its own', [at, 'id']);
    requireCount('strata', stratum.size, 0, [at, 'size']);
    requirePosition('strata', stratum.start ?? FIRST_START, [at, 'start']);
    stratum.references.forEach((reference, index) => {
      const rule = 'must not be a reference that came before';
      requireNew(references, reference, rule, [at, 'references', index]);
    });
  });
}

function requireNew(
  known: Set<string>,
  value: string,
  rule: string,
  index: readonly (number | string)[],
): void {
  requireThat(!known.has(value), 'strata', rule, index);
  known.add(value);
}
