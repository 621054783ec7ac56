import type { Cap, Domain, Fact, FrameworkDefinition, Indicator, Scale } from '../definition.js';
import { nonGradeTitle } from '../definition.js';
import { capInWords, indicatorInWords } from '../framework-words.js';
import { conditionKey, meaningOfField } from './meanings.js';

/** The parts of a version beside its criteria. */
export const versionParts = [
  'scale',
  'agencies',
  'domains',
  'caps',
  'profile-fields',
  'facts',
  'indicators',
] as const;
export type VersionPart = (typeof versionParts)[number];

/** One change of a version beside its criteria, as people read it. */
export interface PartChange {
  part: VersionPart;
  sentence: string;
}

/**
 * Whether grades of two versions mean the same number: the same grades in the same order with the
 * same points and bands, and the standard met from the same grade. What grades are called is free.
 */
export function isScaleUnchanged(older: Scale, newer: Scale): boolean {
  const meaning = ({ grades, meetsFrom }: Scale) =>
    JSON.stringify([grades.map(({ key, points, from }) => [key, points, from]), meetsFrom]);
  return meaning(older) === meaning(newer);
}

/** What changed beside the criteria, part by part. Sources and training tags decide nothing and are left out. */
export function compareParts(older: FrameworkDefinition, newer: FrameworkDefinition): PartChange[] {
  const of = (part: VersionPart, sentences: readonly string[]): PartChange[] =>
    sentences.map((sentence) => ({ part, sentence }));
  return [
    ...of('scale', scaleChanges(older.scale, newer.scale)),
    ...of('agencies', listChanges(older.agencies, newer.agencies, 'agency')),
    ...of('domains', listChanges(older.domains, newer.domains, 'domain', domainChanges)),
    ...of('caps', capChanges(older, newer)),
    ...of(
      'profile-fields',
      listChanges(older.profileFields, newer.profileFields, 'profile field', (then, now) =>
        meaningOfField(then) === meaningOfField(now)
          ? []
          : [`“${now.title}” is asked or read otherwise.`],
      ),
    ),
    ...of('facts', listChanges(older.facts, newer.facts, 'counted fact', factChanges)),
    ...of(
      'indicators',
      listChanges(older.indicators, newer.indicators, 'indicator', (then, now) => {
        if (ruleOf(then) === ruleOf(now)) return [];
        return [`“${now.title}” is worked out otherwise: ${indicatorInWords(now, newer)}.`];
      }),
    ),
  ];
}

/** What is new, what is gone and what is called otherwise, with what changed in each that stayed. */
function listChanges<Item extends { key: string; title: string }>(
  older: readonly Item[],
  newer: readonly Item[],
  what: string,
  changesOf: (then: Item, now: Item) => string[] = () => [],
): string[] {
  const present = newer.flatMap((now) => {
    const then = older.find(({ key }) => key === now.key);
    if (!then) return [`The ${what} “${now.title}” is new.`];
    const renamed =
      then.title === now.title ? [] : [`The ${what} “${then.title}” is called “${now.title}”.`];
    return [...renamed, ...changesOf(then, now)];
  });
  const gone = older.filter(({ key }) => !newer.some((now) => now.key === key));
  return [...present, ...gone.map(({ title }) => `The ${what} “${title}” was taken out.`)];
}

function scaleChanges(older: Scale, newer: Scale): string[] {
  const titled = ({ grades }: Scale) => grades.map((grade) => ({ ...grade, title: grade.label }));
  const changes = listChanges(titled(older), titled(newer), 'grade', (then, now) => [
    ...instead(
      then.points,
      now.points,
      (after, before) => `${now.label} has ${after} points instead of ${before}.`,
    ),
    ...instead(
      then.from,
      now.from,
      (after, before) => `${now.label} begins at ${after} instead of ${before}.`,
    ),
    ...instead(
      then.neutralLabel,
      now.neutralLabel,
      (after, before) => `The neutral label of ${now.label} is “${after}” instead of “${before}”.`,
    ),
  ]);
  const label = ({ grades }: Scale, key: string) =>
    grades.find((grade) => grade.key === key)?.label ?? nonGradeTitles[key] ?? key;
  const evidence = (scale: Scale) =>
    scale.evidenceRequiredFor.map((key) => label(scale, key)).join(', ') || 'none';
  const isAsked = (scale: Scale) => scale.evidenceRequiredFor.toSorted().join();
  return [
    ...changes,
    ...(older.meetsFrom === newer.meetsFrom
      ? []
      : [
          `The standard is met from ${label(newer, newer.meetsFrom)} instead of ${label(older, older.meetsFrom)}.`,
        ]),
    ...(isAsked(older) === isAsked(newer)
      ? []
      : [`A line of evidence is needed for: ${evidence(newer)}. It was: ${evidence(older)}.`]),
  ];
}

const nonGradeTitles: Readonly<Record<string, string>> = nonGradeTitle;

function instead<Value>(
  then: Value,
  now: Value,
  say: (after: Value, before: Value) => string,
): string[] {
  return then === now ? [] : [say(now, then)];
}

function domainChanges(then: Domain, now: Domain): string[] {
  const isOther = (name: 'purpose' | 'shortTitle' | 'sections') =>
    JSON.stringify(then[name]) !== JSON.stringify(now[name]);
  return [
    ...instead(
      then.weight,
      now.weight,
      (after, before) => `“${now.title}” weighs ${after} of 100 instead of ${before}.`,
    ),
    ...(isOther('purpose') || isOther('shortTitle') || isOther('sections')
      ? [`What “${now.title}” says of itself is worded anew.`]
      : []),
  ];
}

/** Caps have no title: they are read by what they do. */
function capChanges(older: FrameworkDefinition, newer: FrameworkDefinition): string[] {
  const titled = (definition: FrameworkDefinition) =>
    definition.caps.map((cap) => ({ ...cap, title: capInWords(cap, definition) }));
  const meaning = ({ when, ceiling }: Cap) =>
    JSON.stringify([when.atOrBelow, 'domain' in when ? when.domain : when.atLeast, ceiling]);
  const [before, after] = [titled(older), titled(newer)];
  const present = after.flatMap((now) => {
    const then = before.find(({ key }) => key === now.key);
    if (!then) return [`New cap: ${now.title}.`];
    if (meaning(then) !== meaning(now))
      return [`Cap changed: ${now.title}. It was: ${then.title}.`];
    return then.because === now.because
      ? []
      : [`The reason of a cap is worded anew: ${now.title}.`];
  });
  const gone = before.filter(({ key }) => !after.some((now) => now.key === key));
  return [...present, ...gone.map(({ title }) => `Cap taken out: ${title}.`)];
}

function factChanges(then: Fact, now: Fact): string[] {
  const meaning = (fact: Fact) =>
    JSON.stringify([
      [fact.question, fact.type, fact.owner, fact.setsProfile, fact.atMost, fact.phrases],
      fact.choices?.map(({ key }) => key),
      fact.askedWhen && conditionKey(fact.askedWhen),
    ]);
  if (meaning(then) === meaning(now)) return [];
  return [`“${now.title}” is asked or recorded otherwise.`];
}

function ruleOf({ rule }: Indicator): string {
  if (rule.kind === 'ratio') return JSON.stringify([rule.numerator, rule.denominator]);
  return JSON.stringify([rule.base && conditionKey(rule.base), conditionKey(rule.meets)]);
}
