import type { Applicability, Criterion, Domain, FrameworkDefinition } from '../definition.js';
import { applicabilityInWords } from '../framework-words.js';
import { compareWords, type WordsPart } from './compare-words.js';
import { conditionKey, fieldsRead, meaningOfField } from './meanings.js';

/**
 * What became of a criterion, known by its key. Same: what is graded, by whom and how is as it was.
 * Reworded: it is not, so its grades do not compare.
 */
export const criterionChanges = ['same', 'reworded', 'new', 'retired'] as const;
export type CriterionChange = (typeof criterionChanges)[number];

/** A text that changed, to be read side by side. */
export interface ComparedText {
  /** What the text is, such as "Question" or "What Good looks like". */
  what: string;
  older: string;
  newer: string;
  words: WordsPart[];
}

export interface ComparedCriterion {
  key: string;
  /** The newer title; of a retired criterion the one it had. */
  title: string;
  change: CriterionChange;
  /** Whether its trend goes on: only if it is the same and the scale is unchanged. */
  continues: boolean;
  /** Question and descriptors that changed; they make it reworded. */
  texts: ComparedText[];
  /** Who scores it and when it is left out, where that changed; it makes it reworded. */
  decisive: string[];
  /** What else changed, and breaks no line: title, domain, weight, what caps count, guidance. */
  besides: string[];
}

/**
 * Each criterion of the newer version, in its order, and then those that the newer one has no more.
 *
 * @param isScaleUnchanged as `isScaleUnchanged` says
 */
export function compareCriteria(
  older: FrameworkDefinition,
  newer: FrameworkDefinition,
  isScaleUnchanged: boolean,
): ComparedCriterion[] {
  const [before, after] = [placedCriteria(older), placedCriteria(newer)];
  const present = [...after.values()].map((now) => {
    const then = before.get(now.criterion.key);
    if (!then) return onlyIn(now.criterion, 'new');
    const compared = compareCriterion(then, now);
    return { ...compared, continues: isScaleUnchanged && compared.change === 'same' };
  });
  const gone = [...before.values()].filter(({ criterion }) => !after.has(criterion.key));
  return [...present, ...gone.map(({ criterion }) => onlyIn(criterion, 'retired'))];
}

interface Placed {
  criterion: Criterion;
  domain: Domain;
  definition: FrameworkDefinition;
}

function placedCriteria(definition: FrameworkDefinition): Map<string, Placed> {
  return new Map(
    definition.domains.flatMap((domain) =>
      domain.criteria.map((criterion) => [criterion.key, { criterion, domain, definition }]),
    ),
  );
}

function onlyIn({ key, title }: Criterion, change: 'new' | 'retired'): ComparedCriterion {
  return { key, title, change, continues: false, texts: [], decisive: [], besides: [] };
}

function compareCriterion(then: Placed, now: Placed): Omit<ComparedCriterion, 'continues'> {
  const { key, title } = now.criterion;
  const texts = textChanges(then.criterion, now);
  const decisive = [...agencyChanges(then, now), ...applicabilityChanges(then, now)];
  const isSame = texts.length === 0 && decisive.length === 0;
  const change = isSame ? 'same' : 'reworded';
  return { key, title, change, texts, decisive, besides: otherChanges(then, now) };
}

function textChanges(then: Criterion, { criterion: now, definition }: Placed): ComparedText[] {
  const labelOf = (key: string) =>
    definition.scale.grades.find((grade) => grade.key === key)?.label ?? key;
  const grades = new Set([...Object.keys(now.descriptors), ...Object.keys(then.descriptors)]);
  const pairs = [
    { what: 'Question', older: then.question, newer: now.question },
    ...[...grades].map((grade) => ({
      what: `What ${labelOf(grade)} looks like`,
      older: then.descriptors[grade] ?? '',
      newer: now.descriptors[grade] ?? '',
    })),
  ];
  return pairs
    .filter((pair) => pair.older !== pair.newer)
    .map((pair) => ({ ...pair, words: compareWords(pair.older, pair.newer) }));
}

function agencyChanges(then: Placed, now: Placed): string[] {
  const [before, after] = [agencyTitles(then), agencyTitles(now)];
  const isSame = listedKeys(then.criterion.agencies) === listedKeys(now.criterion.agencies);
  return isSame ? [] : [`Scored by ${after} instead of ${before}.`];
}

function agencyTitles({ criterion, definition }: Placed): string {
  return criterion.agencies
    .map((key) => definition.agencies.find((agency) => agency.key === key)?.title ?? key)
    .join(', ');
}

function applicabilityChanges(then: Placed, now: Placed): string[] {
  const [before, after] = [then.criterion.applicability, now.criterion.applicability];
  if (ruleOf(before) !== ruleOf(after)) {
    const words = ({ criterion, definition }: Placed) =>
      applicabilityInWords(criterion.applicability, definition).join(' ');
    return [`When it may be left out was: ${words(then)}`, `It is now: ${words(now)}`];
  }
  if (before.mode !== 'rule') return [];
  const fields = fieldsRead(before.notWhen, then.definition.profileFields);
  return fields.flatMap((field) => {
    const other = now.definition.profileFields.find(({ key }) => key === field.key);
    if (other && meaningOfField(field) === meaningOfField(other)) return [];
    return [
      `“${other?.title ?? field.title}”, by which it is left out, is asked or read otherwise.`,
    ];
  });
}

/** What decides who leaves a criterion out; the reason that a rule shows does not. */
function ruleOf(applicability: Applicability): string {
  if (applicability.mode !== 'rule') return JSON.stringify(applicability);
  const { notWhen, auditorMay = '' } = applicability;
  return JSON.stringify([conditionKey(notWhen), auditorMay]);
}

function otherChanges(then: Placed, now: Placed): string[] {
  const [before, after] = [then.criterion, now.criterion];
  const isOther = (name: keyof Criterion) =>
    JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  const reasonOf = ({ applicability }: Criterion) =>
    applicability.mode === 'rule' ? applicability.because : '';
  const changes: [boolean, string][] = [
    [isOther('title'), `It was called “${before.title}”.`],
    [
      then.domain.key !== now.domain.key,
      `It moved from “${then.domain.title}” to “${now.domain.title}”.`,
    ],
    [isOther('weight'), `Its weight is ${after.weight} instead of ${before.weight}.`],
    [isOther('critical'), after.critical ? 'It is critical now.' : 'It is critical no more.'],
    [isOther('leadAgency'), 'Another agency leads on it.'],
    [
      listedKeys(before.sections) !== listedKeys(after.sections),
      `It looks at section ${after.sections.join(', ')} instead of ${before.sections.join(', ')}.`,
    ],
    [isOther('whereToLook'), 'Where to look is worded anew.'],
    [
      reasonOf(before) !== reasonOf(after) &&
        ruleOf(before.applicability) === ruleOf(after.applicability),
      'The reason shown where it is left out is worded anew.',
    ],
    [isOther('basis') || isOther('citations'), 'What it rests on has changed.'],
  ];
  return changes.flatMap(([has, sentence]) => (has ? [sentence] : []));
}

const listedKeys = (keys: readonly string[]): string => keys.toSorted().join();
