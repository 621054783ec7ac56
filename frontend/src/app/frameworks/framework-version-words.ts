import type { FrameworkVersionResponse } from '@app/shared/contracts';
import {
  answersOf,
  calendarDayInWords,
  conditionInWords,
  dayInWords,
  nonGradeTitle,
  type Criterion,
  type Fact,
  type FactType,
  type FrameworkDefinition,
  type FrameworkStatus,
  type ProfileColumn,
  type ProfileField,
} from '@app/shared/domain';
import type { TagTone } from '../components/tag';

/** A version as it is read here: its definition with the shapes that rules are written for. */
export type FrameworkVersion = Omit<FrameworkVersionResponse, 'definition'> & {
  definition: FrameworkDefinition;
};

export const statusTone: Record<FrameworkStatus, TagTone> = {
  draft: 'yellow',
  consultation: 'blue',
  published: 'green',
  retired: 'grey',
};

export const columnTitle: Record<ProfileColumn, string> = {
  year_group: 'year group',
  age: 'age',
  primary_need: 'primary need',
  setting_type: 'setting type',
  social_care_status: 'social care status',
  learning_disability: 'learning disability',
  transferred_in: 'transferred in',
  tribunal_ordered: 'ordered by the Tribunal',
};

export const factTypeWords: Record<FactType, string> = {
  'yes-no': 'Yes or no',
  'yes-no-unclear': 'Yes, no or unclear',
  'yes-no-na': 'Yes, no or not applicable',
  'yes-some-no-na': 'Yes, some, no or not applicable',
  count: 'A number',
  month: 'A month',
  several: 'Several of',
};

/** "1, published on 1 April 2026"; with the day from which it is in force where that is another one. */
export function versionInWords(version: FrameworkVersion): string {
  const { number, publishedAt, publishedFrom, retiredAt } = version;
  const on = dayInWords(new Date(publishedAt));
  const from = calendarDayInWords(publishedFrom);
  const published = `${number}, published on ${on}${from === on ? '' : `, in force from ${from}`}`;
  return retiredAt ? `${published}, retired on ${dayInWords(new Date(retiredAt))}` : published;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export function agencyTitle({ agencies }: FrameworkDefinition, key: string): string {
  return agencies.find((agency) => agency.key === key)?.title ?? key;
}

/** "Health (lead), Education and SEND". */
export function scorersInWords(criterion: Criterion, definition: FrameworkDefinition): string {
  const others = criterion.agencies.filter((key) => key !== criterion.leadAgency);
  const lead = agencyTitle(definition, criterion.leadAgency);
  if (others.length === 0) return lead;
  return [`${lead} (lead)`, ...others.map((key) => agencyTitle(definition, key))].join(', ');
}

/** Where the value of a profile field comes from, in sentences. */
export function sourceInWords(
  { source, ...field }: ProfileField,
  definition: FrameworkDefinition,
): string[] {
  if (source.from === 'register') return [`From the plan register: ${columnTitle[source.column]}.`];
  if (source.from === 'derived') {
    return [`Worked out: yes ${conditionInWords(source.when, definition)}.`];
  }
  const { owner, question, prefilledFrom, askedWhen, preset } = source;
  const presetTitle = answersOf(field).find(({ key }) => key === preset?.value)?.title;
  return [
    `${agencyTitle(definition, owner)} answers before scoring: ${question}`,
    ...(askedWhen ? [`Asked only ${conditionInWords(askedWhen, definition)}.`] : []),
    ...(prefilledFrom
      ? [`Filled in beforehand from the plan register: ${columnTitle[prefilledFrom]}.`]
      : []),
    ...(preset
      ? [
          `Set to ${presetTitle ?? preset.value} beforehand ${conditionInWords(preset.when, definition)}; changeable.`,
        ]
      : []),
  ];
}

/** What is recorded for a fact, and when it is asked, in sentences. */
export function factInWords(fact: Fact, definition: FrameworkDefinition): string[] {
  const choices = fact.choices?.map(({ title }) => title.toLowerCase()).join(', ');
  const most = definition.facts.find(({ key }) => key === fact.atMost);
  return [
    choices ? `${factTypeWords[fact.type]}: ${choices}.` : `${factTypeWords[fact.type]}.`,
    ...(most ? [`At most “${most.title}”.`] : []),
    ...(fact.askedWhen ? [`Asked only ${conditionInWords(fact.askedWhen, definition)}.`] : []),
    ...(fact.setsProfile ? ['Asked once, before scoring.'] : []),
    ...(fact.phrases ? [`Phrases to look for: ${fact.phrases.join('; ')}.`] : []),
  ];
}

/** "Requires improvement, Inadequate, Cannot tell from the file and the auditor’s own Not applicable". */
export function evidenceInWords({ scale }: FrameworkDefinition): string {
  const words = scale.evidenceRequiredFor.map((key) => {
    if (key === 'not-applicable') return 'an auditor’s own Not applicable';
    if (key === 'cannot-tell') return nonGradeTitle[key];
    return scale.grades.find((grade) => grade.key === key)?.label ?? key;
  });
  const last = words.pop();
  if (last === undefined) return 'No grade needs a line of evidence.';
  const list = words.length > 0 ? `${words.join(', ')} and ${last}` : last;
  return `${capital(list)} need a line of evidence.`;
}

export interface ScoringRow {
  /** Null for the row of sums. */
  domain: string | null;
  title: string;
  weight: number;
  criteria: number;
  critical: number;
  /** How many criteria each agency scores, by its key. */
  byAgency: Readonly<Record<string, number>>;
}

/** Who scores how much: a row for each domain, and the sums. */
export function scoringRows({ domains, agencies }: FrameworkDefinition): ScoringRow[] {
  const rowOf = (
    domain: string | null,
    title: string,
    weight: number,
    criteria: readonly Criterion[],
  ): ScoringRow => ({
    ...{ domain, title, weight, criteria: criteria.length },
    critical: criteria.filter((criterion) => criterion.critical).length,
    byAgency: Object.fromEntries(
      agencies.map(({ key }) => [
        key,
        criteria.filter((criterion) => criterion.agencies.includes(key)).length,
      ]),
    ),
  });
  return [
    ...domains.map(({ key, title, weight, criteria }) => rowOf(key, title, weight, criteria)),
    rowOf(
      null,
      'All domains',
      domains.reduce((sum, { weight }) => sum + weight, 0),
      domains.flatMap(({ criteria }) => criteria),
    ),
  ];
}
