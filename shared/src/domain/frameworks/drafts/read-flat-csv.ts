import type { FrameworkDefinition, Titled } from '../definition.js';
import { frameworkLimits as limits } from '../limits.js';
import { draftFromRows, type AboutDraft } from './draft-from-rows.js';
import { type FlatFlag, type FlatProblem } from './flat-columns.js';
import { keyFromTitle } from './key-from-title.js';
import { readFlatHeader } from './read-flat-header.js';
import { readFlatRow, type FlatRow, type KnownAgencies } from './read-flat-row.js';
import { named, spelling } from './spelling.js';

export interface FlatReading {
  /** Null as long as there are problems. */
  draft: FrameworkDefinition | null;
  /** What the file does not say and the draft decided, to be looked at. */
  flags: FlatFlag[];
  /** Agencies of the file that the partnership does not have. */
  newAgencies: Titled[];
  /** Every refusal, by row and cell. */
  problems: FlatProblem[];
}

/** Rows of a file; a framework cannot have as many criteria. */
export const flatRowsMax = limits.domainsMax * limits.criteriaMax;

/**
 * Reads a framework from a flat file, one criterion a row, as councils keep them in spreadsheets.
 * Columns are known by their names in any order; each column of another name is a grade, the best
 * first. What the flat form cannot say is decided and flagged; what it says wrongly is refused, cell
 * by cell, all at once.
 *
 * The draft need not be fit to be published: blank descriptors stay blank, and `checkFramework` says
 * what is left to write.
 *
 * @param header the first record of the file
 * @param rows the records below it; a record without any text is passed over but counted
 * @param about what no row can say: kind, titles and purpose
 * @param agencies those that the partnership has
 * @example readFlatCsv(['Domain', 'Criterion', …], [['Voice', 'Own words', …]], about, agencies)
 */
export function readFlatCsv(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  about: AboutDraft,
  agencies: readonly Titled[],
): FlatReading {
  const columns = readFlatHeader(header);
  const met = new MetAgencies(agencies);
  if (columns.problems.length > 0) {
    return { draft: null, flags: [], newAgencies: [], problems: columns.problems };
  }
  const problems: FlatProblem[] = [];
  const read: FlatRow[] = [];
  rows.forEach((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const reading = readFlatRow(columns, cells, at + 2, met);
    problems.push(...reading.problems);
    read.push(reading.read);
  });
  if (read.length === 0) {
    const message = 'There is no criterion below the header. Give one a row';
    problems.push({ row: 2, column: '', value: '', rule: 'no-rows', message });
  }
  problems.push(...comparedRows(read));
  problems.sort((a, b) => a.row - b.row);
  const newAgencies = met.unknown;
  if (problems.length > 0) return { draft: null, flags: [], newAgencies, problems };
  return { ...draftFromRows(columns.grades, read, about), newAgencies, problems };
}

/** Agencies by the spelling in which they were first met. */
class MetAgencies implements KnownAgencies {
  /** Those that the partnership does not have. */
  readonly unknown: Titled[] = [];
  private readonly keys: Set<string>;

  constructor(private readonly known: readonly Titled[]) {
    this.keys = new Set(known.map(({ key }) => key));
  }

  find(title: string): Titled {
    const there = named(title, this.known) ?? named(title, this.unknown);
    if (there) return there;
    const made = { key: keyFromTitle(title, this.keys, 'agency'), title };
    this.unknown.push(made);
    return made;
  }
}

/** What is wrong only beside other rows. */
function comparedRows(rows: readonly FlatRow[]): FlatProblem[] {
  return [
    ...repeatedCriteria(rows),
    ...otherDomainWeights(rows),
    ...tooMany(rows, 'domain', limits.domainsMax, ({ domain }) => [spelling(domain)]),
    ...tooMany(rows, 'agencies', limits.agenciesMax, ({ agencies }) =>
      agencies.map(({ key }) => key),
    ),
    ...[...byDomain(rows).values()].flatMap((same) =>
      tooMany(same, 'criterion', limits.criteriaMax, ({ row }) => [String(row)]),
    ),
  ];
}

function byDomain(rows: readonly FlatRow[]): Map<string, FlatRow[]> {
  return Map.groupBy(
    rows.filter(({ domain }) => domain !== ''),
    ({ domain }) => spelling(domain),
  );
}

function repeatedCriteria(rows: readonly FlatRow[]): FlatProblem[] {
  return [...byDomain(rows).values()].flatMap((same) => {
    const first = new Map<string, number>();
    return same.flatMap(({ row, criterion }): FlatProblem[] => {
      const earlier = first.get(spelling(criterion));
      if (criterion === '') return [];
      if (earlier === undefined) {
        first.set(spelling(criterion), row);
        return [];
      }
      const message = `Row ${earlier} has the same criterion in the same domain. Keep one, or word one otherwise`;
      return [{ row, column: 'criterion', value: criterion, rule: 'repeated-criterion', message }];
    });
  });
}

function otherDomainWeights(rows: readonly FlatRow[]): FlatProblem[] {
  return [...byDomain(rows).values()].flatMap((same) => {
    const given = same.filter(({ domainWeight }) => domainWeight !== null);
    const [first] = given;
    return given.flatMap(({ row, domain, domainWeight }): FlatProblem[] => {
      if (!first || domainWeight === first.domainWeight) return [];
      const message = `Row ${first.row} gives “${domain}” the weight ${String(first.domainWeight)}. A domain has one weight`;
      const value = String(domainWeight);
      return [{ row, column: 'domain weight', value, rule: 'other-domain-weight', message }];
    });
  });
}

/** Told once, where the first one too many stands. */
function tooMany(
  rows: readonly FlatRow[],
  column: 'domain' | 'agencies' | 'criterion',
  max: number,
  keysOf: (row: FlatRow) => string[],
): FlatProblem[] {
  const seen = new Set<string>();
  for (const row of rows) {
    for (const key of keysOf(row)) if (key !== '') seen.add(key);
    if (seen.size <= max) continue;
    const what = { domain: 'domains', agencies: 'agencies', criterion: 'criteria in one domain' };
    const message = `A framework has at most ${max} ${what[column]}. This row has the next one`;
    const value =
      column === 'agencies' ? row.agencies.map(({ title }) => title).join('; ') : row[column];
    return [{ row: row.row, column, value, rule: 'too-many', message }];
  }
  return [];
}
