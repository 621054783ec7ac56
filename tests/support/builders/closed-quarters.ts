import {
  compileQuarter,
  gradeNumber,
  quarterAfter,
  scoreAudit,
  stratumKeys,
  type AuditResult,
  type CompiledQuarter,
  type FieldValue,
  type FrameworkDefinition,
  type RoundResults,
  type StratumKey,
} from '@app/shared/domain';
import type { Service } from '../service.js';

/*
 * Two years of closed rounds. Scoring and moderating 250 audits by hand would take longer than all
 * other tests together, so results are made here, from a fixed seed and by the rules that make real
 * ones, and put straight into the database. `aClosedRound` of ./moderation.ts performs a closing.
 */

/** Of each stratum: its plans, and how many are drawn each quarter. */
const register: Record<StratumKey, [number, number]> = {
  'early-years': [90, 2],
  'primary-mainstream': [320, 6],
  'primary-special': [180, 4],
  'secondary-mainstream': [380, 8],
  'secondary-special': [240, 5],
  'post-16': [290, 6],
};

/** Before the demonstration's own rounds, and the end of a year: then whole years are compared. */
export const LAST_CLOSED = '2024-25-Q4';

export interface ClosedQuarters {
  definition: FrameworkDefinition;
  /** From the earliest on. */
  rounds: RoundResults[];
  full: CompiledQuarter[];
  forReaders: CompiledQuarter[];
}

export interface QuartersWanted {
  count?: number;
  last?: string;
  seed?: number;
  /** Whether the quarters are compiled too, as they are by closing; true when left out. */
  isCompiled?: boolean;
}

/**
 * Rounds of the EHC plan audit with one true change: in the second year far more plans with a health
 * need have a health outcome. Everything else is chance.
 */
export function roundsOfResults(
  definition: FrameworkDefinition,
  frameworkVersionId: string,
  { count = 8, last = LAST_CLOSED, seed = 2026 }: QuartersWanted = {},
): RoundResults[] {
  const chance = seeded(seed);
  return Array.from({ length: count }, (_, at) => {
    const quarter = quarterAfter(last, at - count + 1);
    const roundId = keyMadeOf(chance);
    const isLater = at >= count - 4 && count > 4;
    const one = (stratum: StratumKey): AuditResult => ({
      ...{ auditId: keyMadeOf(chance), reference: '', frameworkVersionId },
      ...{ frameworkKind: definition.kind, quarter, roundId, roundKind: 'routine', stratum },
      ...{ stratumPopulation: register[stratum][0], stratumSampleSize: register[stratum][1] },
      ...keysOf(stratum),
      closedOn: '2026-06-30',
      ...scored(definition, chance, isLater ? 0.75 : 0.35),
    });
    const results = stratumKeys
      .flatMap((stratum) => Array.from({ length: register[stratum][1] }, () => one(stratum)))
      .map((result, place) => ({
        ...result,
        reference: `AUD-${quarter}-${String(place + 1).padStart(4, '0')}`,
      }));
    const strata = stratumKeys.map((key) => ({ key, populationSize: register[key][0] }));
    return { quarter, frameworkVersionId, strata, results };
  });
}

const closed = new WeakMap<Service, Promise<ClosedQuarters>>();

/** Puts closed rounds with their results and their compiled quarters into the database, once. */
export function closeQuarters(
  service: Service,
  wanted: QuartersWanted = {},
): Promise<ClosedQuarters> {
  const made = closed.get(service) ?? make(service, wanted);
  closed.set(service, made);
  return made;
}

/** As before the first round closed: the demonstration's compiled quarters are taken away. */
export async function withoutQuarters({ database }: Service): Promise<void> {
  await database.asOwner(
    'BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM quarter_measures; COMMIT;',
  );
}

async function make(service: Service, wanted: QuartersWanted): Promise<ClosedQuarters> {
  const [version] = await service.database.asOwner<{ id: string; definition: FrameworkDefinition }>(
    `SELECT v.id, v.definition FROM framework_versions v JOIN frameworks f ON f.id = v.framework_id
      WHERE f.kind = 'ehc-plan' AND v.status = 'published' ORDER BY v.number DESC LIMIT 1`,
  );
  if (!version) throw new Error('the EHC plan audit has no published version');
  const { id, definition } = version;
  const rounds = roundsOfResults(definition, id, wanted);
  const full: CompiledQuarter[] = [];
  const forReaders: CompiledQuarter[] = [];
  for (const at of rounds.keys()) {
    const upToIt = rounds.slice(0, at + 1).slice(-8);
    const compiled = compileQuarter({
      ...{ definition, rounds: upToIt, earlierForReaders: forReaders },
    });
    full.push(compiled.full);
    forReaders.push(compiled.forReaders);
  }
  await insert(service, { definition, rounds, full, forReaders }, wanted.isCompiled ?? true);
  return { definition, rounds, full, forReaders };
}

/**
 * As a replica, so that no plan, sample and account has to be made for each audit: keys to other
 * tables are not checked then, everything else is. The quarters take the place of the demonstration's.
 */
async function insert(
  { database }: Service,
  made: ClosedQuarters,
  isCompiled: boolean,
): Promise<void> {
  const audits = made.rounds.flatMap(({ results }) => results).map(asRow);
  const compiled = (isCompiled ? made.full : []).map((full, at) => ({
    ...{ frameworkKind: full.frameworkKind, quarter: full.quarter },
    ...{ frameworkVersionId: full.frameworkVersionId, compiledAt: '2026-07-01T09:00:00Z' },
    ...{ compiled: full, forReaders: made.forReaders[at] },
  }));
  await database.asOwner(`
    BEGIN;
    SET LOCAL session_replication_role = replica;
    DELETE FROM quarter_measures WHERE quarter < '2026-27-Q2';
    DELETE FROM round_coverage c USING audit_rounds r WHERE r.id = c.round_id AND r.quarter < '2026-27-Q2';
    DELETE FROM round_closings WHERE quarter < '2026-27-Q2';
    DELETE FROM audit_results WHERE quarter < '2026-27-Q2';
    CREATE TEMPORARY TABLE made ON COMMIT DROP AS
      SELECT r.* FROM jsonb_populate_recordset(NULL::audit_results, ${literal(audits)}) r;
    INSERT INTO audit_results SELECT * FROM made;
    INSERT INTO audits (id, reference, round_id, quarter, sample_id, plan_id, stratum, framework_version_id, register_facts,
                        state, due_on, made_at)
      SELECT audit_id, reference, round_id, quarter, gen_random_uuid(), gen_random_uuid(), stratum, framework_version_id,
             '{}', 'closed', closed_on, now() FROM made;
    INSERT INTO audit_rounds (id, programme_id, reference, kind, quarter, framework_version_id, framework_kind, state,
                              sample_size, due_on, opened_by, opened_at, closed_at)
      SELECT DISTINCT ON (round_id) round_id, gen_random_uuid(), quarter || '-routine', 'routine', quarter,
             framework_version_id, framework_kind, 'closed', 31, closed_on, gen_random_uuid(), now(), now() FROM made;
    INSERT INTO round_closings (round_id, quarter, kind, framework_kind, framework_version_id, closed_by, closed_at)
      SELECT DISTINCT ON (round_id) round_id, quarter, 'routine', framework_kind, framework_version_id,
             gen_random_uuid(), now() FROM made;
    INSERT INTO round_coverage (round_id, stratum, population, drawn, withdrawn, replaced, graded, partial, not_completed)
      SELECT round_id, stratum, max(stratum_population), count(*), 0, 0, count(final_grade),
             count(*) - count(final_grade), 0 FROM made GROUP BY round_id, stratum;
    INSERT INTO quarter_measures
      SELECT q.* FROM jsonb_populate_recordset(NULL::quarter_measures, ${literal(compiled.map(asRow))}) q;
    COMMIT;`);
}

const literal = (value: unknown) => `$made$${JSON.stringify(value)}$made$::jsonb`;

/** A record as its table names it: `agreedGrades` is the column `agreed_grades`. */
function asRow(record: object): object {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value as unknown,
    ]),
  );
}

type Scored = Omit<
  AuditResult,
  | keyof ReturnType<typeof keysOf>
  | 'auditId'
  | 'reference'
  | 'frameworkVersionId'
  | 'frameworkKind'
  | 'quarter'
  | 'roundId'
  | 'roundKind'
  | 'stratum'
  | 'stratumPopulation'
  | 'stratumSampleSize'
  | 'closedOn'
>;

/** One audit as it may have come out: better plans are better in most of their parts. */
function scored(
  definition: FrameworkDefinition,
  chance: () => number,
  healthOutcomes: number,
): Scored {
  const { grades } = definition.scale;
  const quality = chance();
  const needs = { health: chance() < 0.8, care: chance() < 0.5, worker: chance() < 0.25 };
  const isPartial = chance() < 0.04;
  const criteria = definition.domains.flatMap((domain) => domain.criteria);
  const outcomeOf = (domain: string) => {
    if (isPartial && chance() < 0.3) return 'cannot-tell';
    if (domain === 'health' && !needs.health) return 'not-applicable';
    if (domain === 'care' && !needs.care) return 'not-applicable';
    const drawn = chance();
    const [best = '', good = '', below = '', lowest = ''] = grades.map(({ key }) => key);
    if (drawn < 0.3 * quality) return best;
    if (drawn < 0.45 + 0.4 * quality) return good;
    return drawn < 0.92 + 0.07 * quality ? below : lowest;
  };
  const outcomes = Object.fromEntries(
    definition.domains.flatMap(({ key: domain, criteria: ofDomain }) =>
      ofDomain.map(({ key }) => [key, outcomeOf(domain)] as const),
    ),
  );
  const { domains, overall } = scoreAudit(definition, outcomes);
  const numberOf = (outcome: string | null) => gradeNumber(outcome, grades);
  const agreedGrades = criteria.map(({ key }) => numberOf(outcomes[key] ?? null));
  const given = (agency: string) =>
    criteria.map(({ agencies }, at) => {
      const agreed = agreedGrades[at] ?? null;
      if (!agencies.includes(agency)) return null;
      const differs = agreed !== null && agreed > 1 && chance() < 0.15;
      return differs ? agreed - 1 : agreed;
    });
  const agencies = definition.agencies.map(({ key }) => key);
  return {
    agencies,
    status: overall ? 'graded' : 'partial',
    agreedGrades,
    agencyGrades: Object.fromEntries(agencies.map((agency) => [agency, given(agency)])),
    domainScores: domains.map(({ score }) => score),
    domainGrades: domains.map(({ grade }) => numberOf(grade)),
    overallScore: overall?.score ?? null,
    calculatedGrade: overall && numberOf(overall.calculatedGrade),
    capsApplied: overall?.capsApplied.map(({ key }) => key) ?? [],
    finalGrade: overall && numberOf(overall.cappedGrade),
    facts: factsOf(chance, needs, healthOutcomes),
    profile: { 'health-need-evident': yes(needs.health), 'care-need-evident': yes(needs.care) },
  };
}

function factsOf(
  chance: () => number,
  needs: { health: boolean; care: boolean; worker: boolean },
  healthOutcomes: number,
): Record<string, FieldValue> {
  const upTo = (most: number) => Math.floor(chance() * (most + 1));
  const [outcomes, needsNamed, items] = [3 + upTo(4), 4 + upTo(5), 5 + upTo(8)];
  const part = (whole: number, share: number) =>
    Array.from({ length: whole }, () => Number(chance() < share)).reduce(
      (all, one) => all + one,
      0,
    );
  return {
    'fact-health-need-evident': yes(needs.health),
    'fact-health-outcome-count': needs.health && chance() < healthOutcomes ? 1 + upTo(2) : 0,
    'fact-care-need-evident': yes(needs.care),
    'fact-care-outcome-count': needs.care && chance() < 0.4 ? 1 : 0,
    'fact-social-worker-involved': yes(needs.worker),
    'fact-social-worker-reflected': needs.worker ? yes(chance() < 0.5) : 'not-applicable',
    'fact-child-quoted': yes(chance() < 0.7),
    'fact-outcome-count': outcomes,
    'fact-outcome-smart-count': part(outcomes, 0.45),
    'fact-outcome-with-steps-count': part(outcomes, 0.6),
    'fact-need-count': needsNamed,
    'fact-need-matched-count': part(needsNamed, 0.8),
    'fact-provision-count': items,
    'fact-provision-quantified-count': part(items, 0.5),
  };
}

function keysOf(stratum: StratumKey) {
  const [phase = 'primary', group = 'mainstream'] = stratum.split(/-(?=mainstream|special)/);
  return {
    localAuthority: 'Ashbourne Vale',
    phase: phase as AuditResult['phase'],
    settingGroup: group as AuditResult['settingGroup'],
    primaryNeed: null,
    isLookedAfter: false,
    team: null,
    yearGroup: null,
  };
}

const yes = (holds: boolean) => (holds ? 'yes' : 'no');

/** A key of the form of a UUID, the same in each run. */
function keyMadeOf(chance: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(chance() * 16).toString(16)).join('');
  const parts = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16)];
  return [...parts, digits.slice(16, 20), digits.slice(20)].join('-');
}

/** The same numbers from 0 to 1 in each run (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
