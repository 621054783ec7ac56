import type { FrameworkDefinition } from '../frameworks/index.js';
import { permanentNumbers } from '../statistics/index.js';
import { farApart, gradesApart, proposedOutcome } from './propose-grade.js';
import { scoreAudit, type AuditScore, type Outcome } from './score-audit.js';

export const moderationReasons = [
  'grades-far-apart',
  'critical-at-lowest',
  'near-band-edge',
  'random-tenth',
] as const;
export type ModerationReason = (typeof moderationReasons)[number];

/** Why an audit is looked at in moderation rather than accepted as proposed. */
export type ModerationTrigger =
  | { reason: 'grades-far-apart'; criteria: string[] }
  | { reason: 'critical-at-lowest'; criteria: string[] }
  | { reason: 'near-band-edge'; score: number; edge: number }
  | { reason: 'random-tenth' };

/** What each agency recorded for each criterion that applies, by the criterion's key. */
export type AgencyOutcomes = Readonly<Record<string, readonly Outcome[]>>;

/** Overall scores this close to a band's edge, in points, are looked at. */
export const nearEdge = 0.1;

/** The share of the remaining audits that chance sends to moderation. */
export const randomShare = 0.1;

/** What chance decides by: the round's secret seed and the audit's own reference. */
export interface ChanceOfAudit {
  seed: string;
  reference: string;
}

/**
 * The reasons to moderate, from proposed grades before caps. Chance comes in only where there is
 * no other reason, so that its share is a share of the audits that nothing else would check.
 *
 * @param outcomes of criteria that apply; one that does not is left out
 * @returns empty when the audit may be accepted as proposed
 * @example moderationTriggers(definition, { 'voice-own-words': ['good', 'good'] }, chance)
 */
export function moderationTriggers(
  definition: FrameworkDefinition,
  outcomes: AgencyOutcomes,
  chance: ChanceOfAudit,
): ModerationTrigger[] {
  const { grades } = definition.scale;
  const lowest = grades.at(-1)?.key;
  const criteria = definition.domains.flatMap((domain) => domain.criteria);
  const outcomesOf = (key: string) => outcomes[key] ?? [];
  const apart = criteria.filter(({ key }) => gradesApart(outcomesOf(key), grades) >= farApart);
  const failing = criteria.filter(
    ({ key, critical }) => critical && outcomesOf(key).some((outcome) => outcome === lowest),
  );
  const triggers: ModerationTrigger[] = [
    ...named('grades-far-apart', apart),
    ...named('critical-at-lowest', failing),
    ...nearBandEdge(definition, scoreAudit(definition, proposedOutcomes(definition, outcomes))),
  ];
  return triggers.length === 0 && isDrawn(chance) ? [{ reason: 'random-tenth' }] : triggers;
}

/**
 * The grades that moderation starts from: the proposal of each criterion that applies, "cannot
 * tell" where nobody gave a grade, not applicable for the rest.
 */
export function proposedOutcomes(
  definition: FrameworkDefinition,
  outcomes: AgencyOutcomes,
): Record<string, Outcome> {
  const criteria = definition.domains.flatMap((domain) => domain.criteria);
  return Object.fromEntries(
    criteria.map(({ key }) => {
      const given = outcomes[key];
      const proposed = given && (proposedOutcome(given, definition.scale.grades) ?? 'cannot-tell');
      return [key, proposed ?? 'not-applicable'];
    }),
  );
}

function named(
  reason: 'grades-far-apart' | 'critical-at-lowest',
  criteria: readonly { key: string }[],
): ModerationTrigger[] {
  return criteria.length === 0 ? [] : [{ reason, criteria: criteria.map(({ key }) => key) }];
}

/** The lowest grade's band has no edge below it. Hundredths, because 2.85 - 2.75 is not 0.1. */
function nearBandEdge(
  { scale }: FrameworkDefinition,
  { overall }: AuditScore,
): ModerationTrigger[] {
  if (!overall) return [];
  const hundredths = (points: number) => Math.round(points * 100);
  const near = scale.grades
    .slice(0, -1)
    .find(
      ({ from }) => Math.abs(hundredths(overall.score) - hundredths(from)) <= hundredths(nearEdge),
    );
  return near ? [{ reason: 'near-band-edge', score: overall.score, edge: near.from }] : [];
}

function isDrawn({ seed, reference }: ChanceOfAudit): boolean {
  return permanentNumbers(seed, [reference]).some(({ fraction }) => fraction < randomShare);
}
