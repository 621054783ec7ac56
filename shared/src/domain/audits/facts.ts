import { conditionHolds, type Fact, type FieldValues } from '../frameworks/index.js';
import type { ScoredParts } from './sweep.js';

/**
 * The counted facts that an agency is asked to record now. One that answers a question of the sweep
 * is asked there and not twice.
 *
 * @param profile of the agency's form
 * @param recorded the agency's facts by key; null is nothing recorded
 */
export function factsAsked(
  { facts }: Pick<ScoredParts, 'facts'>,
  agency: string,
  profile: FieldValues,
  recorded: FieldValues,
): Fact[] {
  const own = facts.filter(
    ({ owner, setsProfile }) => owner === agency && setsProfile === undefined,
  );
  const swept = facts.flatMap(({ key, owner, setsProfile }) =>
    owner === agency && setsProfile !== undefined ? [[key, profile[setsProfile]] as const] : [],
  );
  const before = { ...profile, ...Object.fromEntries(swept) };
  let asked = own;
  // A fact may decide whether another is asked, and none waits for itself, so this settles.
  for (let round = 0; round <= own.length; round += 1) {
    const known = asked.map(({ key }) => [key, recorded[key]] as const);
    const values = { ...before, ...Object.fromEntries(known) };
    asked = own.filter(({ askedWhen }) => !askedWhen || conditionHolds(askedWhen, values));
  }
  return asked;
}

/** Facts that contradict each other or the calendar. */
export interface FactFault {
  fact: string;
  message: string;
}

/**
 * What contradicts among the facts of one agency: a count above the count it is part of, a month
 * still to come. A limit that another agency records is not known while agencies score blind.
 *
 * @param asked the facts that count
 * @param thisMonth YYYY-MM, in London
 */
export function factFaults(
  asked: readonly Fact[],
  recorded: FieldValues,
  thisMonth: string,
): FactFault[] {
  return asked.flatMap(({ key, title, type, atMost }) => {
    const value = recorded[key];
    if (type === 'month' && typeof value === 'string' && value > thisMonth) {
      return [{ fact: key, message: `“${title}” is a month still to come. Put it right` }];
    }
    const whole = asked.find((fact) => fact.key === atMost);
    const most = whole && recorded[whole.key];
    if (typeof value !== 'number' || typeof most !== 'number' || value <= most) return [];
    const message = `“${title}” is ${value} and cannot be more than “${whole?.title ?? ''}”, which is ${most}. Put one of them right`;
    return [{ fact: key, message }];
  });
}
