import fc from 'fast-check';
import {
  answersOf,
  profileColumns,
  type Criterion,
  type FieldValue,
  type FrameworkDefinition,
  type ProfileColumn,
  type ProfileField,
} from '../frameworks/index.js';
import { drawing, type Drawing } from '../frameworks/drawing.fixture.js';
import { frameworkOf, recipes, type Recipe } from '../frameworks/generated-framework.fixture.js';
import {
  agenciesThatScore,
  applicabilityOfAudit,
  mayBeLeftOut,
  profileOfAudit,
  type SweptBy,
} from './applicability.js';
import { proposedOutcomes, type AgencyOutcomes } from './moderation-triggers.js';
import type { Outcome } from './score-audit.js';
import { sweepFields, type RegisterValues } from './sweep.js';

/** An audit as it stands when moderation is done, with everything that led there. */
export interface GeneratedAudit {
  definition: FrameworkDefinition;
  register: RegisterValues;
  scorings: SweptBy[];
  /** What each agency that submitted recorded, in the order of the criterion's agencies. */
  given: AgencyOutcomes;
  /** What was agreed. */
  outcomes: Record<string, Outcome>;
}

/** Of which framework, and which answers. It is what a failing test prints, being short. */
export interface AuditRecipe {
  framework: Recipe;
  seed: number;
}

export const auditRecipes: fc.Arbitrary<AuditRecipe> = fc.record({
  framework: recipes,
  seed: fc.nat(),
});

export function generatedAudit({ framework, seed }: AuditRecipe): GeneratedAudit {
  return auditOf(frameworkOf(framework), seed);
}

/** An audit of a framework; the same seed makes the same answers. */
export function auditOf(definition: FrameworkDefinition, seed: number): GeneratedAudit {
  const draw = drawing(seed);
  const register = registerOf(draw);
  const scorings = agenciesThatScore(definition).map((agency): SweptBy => {
    const fields = sweepFields(definition, agency);
    const answers = Object.fromEntries(fields.map((field) => [field.key, answerTo(field, draw)]));
    return { agency, isSubmitted: draw.in100(95), answers };
  });
  const given = givenBy(definition, register, scorings, draw);
  return { definition, register, scorings, given, outcomes: agreedOn(definition, given, draw) };
}

function registerOf(draw: Drawing): RegisterValues {
  const values: Record<string, FieldValue> = {};
  for (const column of Object.keys(profileColumns) as ProfileColumn[]) {
    const type = profileColumns[column];
    if (draw.in100(10)) values[column] = null;
    else if (type === 'whole-number') values[column] = draw.whole(0, 25);
    else values[column] = draw.of(type === 'yes-no' ? ['yes', 'no'] : ['none', 'early-help']);
  }
  return values;
}

function answerTo(field: ProfileField, draw: Drawing): FieldValue {
  if (draw.in100(10)) return null;
  if (field.type === 'whole-number') return draw.whole(0, 25);
  return draw.of(answersOf(field)).key;
}

/** How an audit went: how good the plan is, how often nobody can tell, how often auditors differ. */
interface Mood {
  best: number;
  notToldIn100: number;
  leftOutIn100: number;
}

function givenBy(
  definition: FrameworkDefinition,
  register: RegisterValues,
  scorings: readonly SweptBy[],
  draw: Drawing,
): AgencyOutcomes {
  const { scale, domains } = definition;
  const profile = profileOfAudit(definition, register, scorings);
  const applying = new Set(
    applicabilityOfAudit(definition, profile).flatMap((one) => (one.applies ? one.criterion : [])),
  );
  const submitted = new Set(
    scorings.flatMap(({ agency, isSubmitted }) => (isSubmitted ? agency : [])),
  );
  const mood: Mood = {
    best: draw.whole(0, scale.grades.length - 1),
    notToldIn100: draw.of([0, 0, 0, 2, 4, 30]),
    leftOutIn100: draw.of([20, 60, 95]),
  };
  const keys = scale.grades.map(({ key }) => key);
  const criteria = domains.flatMap((domain) => domain.criteria);
  return Object.fromEntries(
    criteria
      .filter(({ key }) => applying.has(key))
      .map((criterion) => {
        const scorers = criterion.agencies.filter((agency) => submitted.has(agency));
        return [criterion.key, scorers.map(() => outcomeOf(criterion, keys, mood, draw))];
      }),
  );
}

function outcomeOf(
  criterion: Criterion,
  grades: readonly string[],
  { best, notToldIn100, leftOutIn100 }: Mood,
  draw: Drawing,
): Outcome {
  if (mayBeLeftOut(criterion) && draw.in100(leftOutIn100)) return 'not-applicable';
  if (draw.in100(notToldIn100)) return 'cannot-tell';
  const rank = best + draw.of([-1, 0, 0, 0, 1, 2]);
  return grades[Math.min(Math.max(rank, 0), grades.length - 1)] ?? null;
}

/** Mostly as proposed; where every agency left a criterion out, so does the moderator. */
function agreedOn(
  definition: FrameworkDefinition,
  given: AgencyOutcomes,
  draw: Drawing,
): Record<string, Outcome> {
  const proposed = proposedOutcomes(definition, given);
  const departsIn100 = draw.of([0, 0, 10]);
  const agreed = Object.entries(proposed).map(([key, outcome]) => {
    const own = given[key] ?? [];
    if (own.length > 0 && own.every((one) => one === 'not-applicable')) {
      return [key, 'not-applicable'] as const;
    }
    const departs = outcome !== 'not-applicable' && draw.in100(departsIn100);
    return [key, departs ? draw.of(definition.scale.grades).key : outcome] as const;
  });
  return Object.fromEntries(agreed);
}
