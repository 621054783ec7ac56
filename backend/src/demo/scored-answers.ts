import {
  answersByKey,
  answersOf,
  applicabilityOfForm,
  criteriaOf,
  factsAsked,
  partsOfAgency,
  profileOfForm,
  sweepQuestions,
  type Criterion,
  type Fact,
  type FieldValue,
  type FrameworkDefinition,
  type RegisterValues,
  type ScoringAnswer,
} from '@app/shared/domain';
import type { SeededChance } from './seeded-chance.js';

/** What an auditor of the demonstration looks at. */
export interface FileRead {
  definition: FrameworkDefinition;
  agency: string;
  register: RegisterValues;
}

/** What a criterion of a plan truly is, by how well its writer works: the better, the more is good. */
const gradesOfQuality = {
  strong: { outstanding: 30, good: 58, 'requires-improvement': 11, inadequate: 1 },
  usual: { outstanding: 10, good: 57, 'requires-improvement': 30, inadequate: 3 },
  weak: { outstanding: 1, good: 26, 'requires-improvement': 58, inadequate: 15 },
} as const;

type Quality = keyof typeof gradesOfQuality;
const gradesInOrder = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;

/** How plans were written in a quarter. */
export interface PlanWriting {
  qualities: Readonly<Record<Quality, number>>;
  /** Of a hundred plans with an evident health need, how many have an outcome for it. */
  healthOutcomes: number;
}

/** A plan as it was written, before anyone looks at it: its auditors see the same plan. */
export interface WrittenPlan {
  gradeOf(criterion: string): (typeof gradesInOrder)[number];
  hasHealthOutcome: boolean;
}

export function planAsWritten(
  { qualities, healthOutcomes }: PlanWriting,
  chance: SeededChance,
): WrittenPlan {
  const quality = chance.drawn(qualities);
  const grades = new Map<string, (typeof gradesInOrder)[number]>();
  return {
    hasHealthOutcome: chance.happens(healthOutcomes),
    gradeOf(criterion) {
      const grade = grades.get(criterion) ?? chance.drawn(gradesOfQuality[quality]);
      grades.set(criterion, grade);
      return grade;
    },
  };
}

const short = [
  'is general; it would fit many children of this age.',
  'says “regular” and “as required”, with no amount and no person.',
  'repeats the advice without what it means in lessons and at home.',
  'leaves out a need that the school’s report describes.',
];
const sound = [
  'is specific and follows the advice on file.',
  'gives the child’s own words and where they were gathered.',
  'says what, how often and by whom.',
];
const strengths = [
  'The child’s interests run through the whole plan.',
  'Every term is explained the first time it is used.',
  'The family’s account is quoted and answered.',
];

/**
 * A whole scoring as an auditor of the demonstration would record it, in the order of the form. It
 * never contradicts itself and lacks nothing that is asked for.
 */
export function scoredAnswers(
  { definition, agency, register }: FileRead,
  plan: WrittenPlan,
  chance: SeededChance,
): ScoringAnswer[] {
  const parts = partsOfAgency(definition, agency);
  const swept = sweepOf(parts, agency, register, chance);
  const sweep = answersByKey(swept, 'sweep');
  const applies = applicabilityOfForm(parts, agency, register, sweep);
  const graded = criteriaOf(parts, agency)
    .filter(({ key }) => applies.some((one) => one.criterion === key && one.applies))
    .map((criterion) => gradeOf(criterion, plan, chance));
  const lines = parts.domains
    .filter(() => chance.happens(25))
    .map(({ key }) => plain('strength', key, oneOf(strengths, chance)));
  const profile = profileOfForm(parts, agency, register, sweep);
  return [...swept, ...graded, ...lines, ...factsOf(parts, agency, { profile, plan }, chance)];
}

/** Answers what neither a preset nor the register answers; one answer may raise another question. */
function sweepOf(
  parts: FrameworkDefinition,
  agency: string,
  register: RegisterValues,
  chance: SeededChance,
): ScoringAnswer[] {
  const swept: ScoringAnswer[] = [];
  for (;;) {
    const questions = sweepQuestions(parts, agency, register, answersByKey(swept, 'sweep'));
    const open = questions.find(({ value }) => value === null);
    if (!open) return swept;
    const keys = answersOf(open.field).map(({ key }) => key);
    const isYesOrNo = keys.includes('yes');
    const word = isYesOrNo ? chance.drawn({ yes: 62, no: 33, unclear: 5 }) : keys.at(-1);
    swept.push(plain('sweep', open.field.key, word ?? 0));
  }
}

function plain(kind: ScoringAnswer['kind'], key: string, value: FieldValue): ScoringAnswer {
  return { kind, key, value, evidence: null, sections: [] };
}

/** Three auditors in four see what is there; the others are a grade off, or cannot tell. */
function gradeOf(
  { key, sections }: Criterion,
  plan: WrittenPlan,
  chance: SeededChance,
): ScoringAnswer {
  const seen = chance.drawn({ asIs: 76, kinder: 11, harder: 11, 'cannot-tell': 2 });
  const step = { asIs: 0, kinder: -1, harder: 1, 'cannot-tell': 0 }[seen];
  const grade = gradesInOrder[gradesInOrder.indexOf(plan.gradeOf(key)) + step];
  const value = seen === 'cannot-tell' ? seen : (grade ?? plan.gradeOf(key));
  const [section = 'A'] = sections;
  const isSound = value === 'good' || value === 'outstanding';
  if (isSound && chance.happens(70)) return plain('criterion', key, value);
  const found = oneOf(isSound ? sound : short, chance);
  const evidence =
    value === 'cannot-tell'
      ? 'The advice it rests on is not in the file.'
      : `Section ${section} ${found}`;
  return { kind: 'criterion', key, value, evidence, sections: [section] };
}

function factsOf(
  parts: Pick<FrameworkDefinition, 'facts'>,
  agency: string,
  { profile, plan }: { profile: Parameters<typeof factsAsked>[2]; plan: WrittenPlan },
  chance: SeededChance,
): ScoringAnswer[] {
  const recorded: Record<string, FieldValue> = {};
  // A fact may depend on another, which then stands before it or is asked for in the second round.
  for (let round = 0; round < 2; round += 1) {
    for (const fact of factsAsked(parts, agency, profile, recorded)) {
      recorded[fact.key] ??= factOf(fact, recorded, plan, chance);
    }
  }
  const asked = factsAsked(parts, agency, profile, recorded);
  return asked.map(({ key }) => plain('fact', key, recorded[key] ?? null));
}

function factOf(
  fact: Fact,
  recorded: Record<string, FieldValue>,
  plan: WrittenPlan,
  chance: SeededChance,
): FieldValue {
  if (fact.key === 'fact-health-outcome-count') return plan.hasHealthOutcome ? 1 : 0;
  if (fact.key === 'fact-care-outcome-count') return chance.happens(30) ? 1 : 0;
  if (fact.type === 'month') return `2025-0${chance.between(1, 6)}`;
  if (fact.type === 'count') {
    if (fact.atMost === undefined) return chance.between(...usualCounts(fact.key));
    const most = Number(recorded[fact.atMost] ?? 3);
    return chance.between(Math.floor(most / 3), most);
  }
  const keys = answersOf(fact).map(({ key }) => key);
  if (fact.type === 'several') return keys.filter(() => chance.happens(65));
  return keys[chance.between(0, keys.length - 1)] ?? null;
}

function usualCounts(key: string): [number, number] {
  return key === 'fact-plan-pages' ? [9, 24] : [4, 9];
}

function oneOf(list: readonly string[], chance: SeededChance): string {
  return list[chance.between(0, list.length - 1)] ?? '';
}
