import {
  criterionBases,
  operators,
  factTypes,
  fieldTypes,
  planSections,
  profileColumns,
  frameworkUnits,
} from './definition.js';
import { frameworkLimits as limits } from './limits.js';
import {
  described,
  line,
  listOf,
  objectOf,
  only,
  part,
  prose,
  references,
  sharedDefs,
  text,
  title,
  wholeNumber,
  wordOf,
  yesOrNo,
  type SchemaPart,
} from './schema-parts.js';

const column = wordOf(Object.keys(profileColumns));
const key = part('key');
const condition = part('condition');
const choices = described(
  listOf(part('titled'), limits.choicesMin, limits.choicesMax),
  'For a choice, or for several',
);
const sections = listOf(wordOf(planSections), 1, planSections.length);

const conditions: Record<string, SchemaPart> = {
  condition: {
    description: 'A test, or tests of which all or any must hold',
    anyOf: [
      objectOf({ all: listOf(condition, 1, limits.conditionPartsMax) }),
      objectOf({ any: listOf(condition, 1, limits.conditionPartsMax) }),
      part('test'),
    ],
  },
  test: objectOf(
    {
      field: described(key, 'Key of a profile field or of a counted fact'),
      op: wordOf(operators, 'lt, lte, gt and gte for numbers; in and notIn for lists'),
      value: {
        anyOf: [
          { type: 'number' },
          key,
          listOf({ anyOf: [{ type: 'number' }, key] }, 1, limits.choicesMax),
        ],
      },
    },
    'What is missing, unclear or unknown makes a test false unless eq or in names that word',
  ),
};

const profile: Record<string, SchemaPart> = {
  profileField: objectOf({
    key,
    title,
    type: wordOf(fieldTypes),
    'choices?': choices,
    'prefix?': text(limits.shortTitleMax, 'Stands before a number where it is read: "Year"'),
    source: part('fieldSource'),
  }),
  fieldSource: {
    description: 'Where the value comes from; every field has one',
    anyOf: [
      objectOf({ from: only('register'), column }, 'Copied from the plan’s row at the draw'),
      objectOf(
        {
          from: only('sweep'),
          owner: described(key, 'The agency whose answer counts'),
          question: line,
          'prefilledFrom?': column,
          'askedWhen?': condition,
          'preset?': objectOf(
            { when: condition, value: key },
            'An answer set beforehand, changeable, once the condition holds',
          ),
        },
        'Answered by an auditor before scoring',
      ),
      objectOf(
        { from: only('derived'), when: condition },
        'Yes when the condition on register and sweep fields holds',
      ),
    ],
  },
};

const scale: Record<string, SchemaPart> = {
  grade: objectOf({
    key,
    label: title,
    neutralLabel: described(title, 'Words that no inspectorate uses'),
    points: wholeNumber(0, limits.pointsMax),
    from: {
      type: 'number',
      minimum: 0,
      maximum: limits.pointsMax,
      description: 'The lowest score that earns the grade: points with at most two decimals',
    },
  }),
  scale: objectOf({
    grades: described(
      listOf(part('grade'), limits.gradesMin, limits.gradesMax),
      'From the best to the lowest; points and bands fall, the lowest band begins at 0',
    ),
    meetsFrom: described(key, 'The lowest grade that meets the standard'),
    evidenceRequiredFor: described(
      listOf(key, 0, limits.gradesMax + 2),
      'Grades, not-applicable (the auditor’s own) and cannot-tell that need a line of evidence',
    ),
  }),
  cap: objectOf({
    key,
    when: {
      anyOf: [
        objectOf({
          countOf: only('critical'),
          atOrBelow: key,
          atLeast: wholeNumber(1, limits.domainsMax * limits.criteriaMax),
        }),
        objectOf({ domain: key, atOrBelow: key }),
      ],
    },
    ceiling: described(key, 'The best overall grade that is left'),
    because: prose,
  }),
};

const criteria: Record<string, SchemaPart> = {
  citation: objectOf({
    source: described(key, 'Key of one of the sources'),
    ref: text(limits.lineMax, 'Section, regulation, paragraph or page'),
    textSeen: yesOrNo('Whether somebody has read the wording; if not, it is shown with a dagger'),
  }),
  applicability: {
    description: 'When the criterion may be left out',
    anyOf: [
      objectOf({ mode: only('always') }, 'Never'),
      objectOf(
        { mode: only('rule'), notWhen: condition, because: prose, 'auditorMay?': prose },
        'By rule on profile fields; auditorMay says when the auditor may besides',
      ),
      objectOf({ mode: only('auditor'), because: prose }, 'By the auditor, with a reason'),
    ],
  },
  criterion: objectOf({
    key,
    title: described(title, 'What lists and charts print'),
    question: line,
    sections,
    agencies: listOf(key, 1, limits.agenciesMax),
    leadAgency: described(key, 'One of the agencies; its evidence is what feedback quotes'),
    weight: wholeNumber(1, limits.weightMax, 'Within the domain'),
    critical: yesOrNo('Whether caps count it'),
    basis: wordOf(criterionBases),
    citations: listOf(part('citation'), 0, limits.citationsMax),
    whereToLook: prose,
    applicability: part('applicability'),
    descriptors: {
      type: 'object',
      description: 'What good looks like: one text for the key of each grade',
      propertyNames: key,
      additionalProperties: prose,
    },
    trainingTags: listOf(key, 0, limits.tagsMax),
    actionPlanRefs: references,
  }),
  domain: objectOf({
    key,
    title,
    shortTitle: text(limits.shortTitleMax),
    purpose: prose,
    sections,
    weight: wholeNumber(1, limits.domainWeightsSum, 'The weights of a version sum to 100'),
    criteria: listOf(part('criterion'), 1, limits.criteriaMax),
  }),
};

const counting: Record<string, SchemaPart> = {
  fact: objectOf({
    key,
    title,
    question: line,
    type: wordOf(factTypes),
    'choices?': choices,
    owner: described(key, 'The agency that records it'),
    use: prose,
    'setsProfile?': described(key, 'The sweep field that this fact answers: asked once'),
    'askedWhen?': condition,
    'atMost?': described(key, 'The count that this count cannot exceed'),
    'phrases?': described(listOf(title, 1, limits.tagsMax), 'Words to look for'),
  }),
  indicator: objectOf({
    key,
    title,
    measure: described(line, 'What asks for it'),
    rule: {
      anyOf: [
        objectOf({
          kind: only('share'),
          'base?': { ...condition, description: 'Left out: all audits' },
          meets: condition,
        }),
        objectOf({ kind: only('ratio'), numerator: key, denominator: key }),
      ],
    },
  }),
  source: objectOf({
    key,
    title: line,
    url: { type: 'string', pattern: '^https?://', maxLength: limits.lineMax },
  }),
};

/**
 * JSON Schema (draft 2020-12) of a framework version. It says what the parts are; how they must fit
 * together, such as weights that sum to 100, is for `checkFramework`.
 */
export const frameworkSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Audit framework',
  ...objectOf(
    {
      kind: described(key, 'What is audited: ehc-plan, health-advice, social-care-advice'),
      title,
      purpose: prose,
      unit: wordOf(frameworkUnits),
      unitTitle: described(title, 'One of what is audited, in words'),
      actionPlanRefs: references,
      agencies: listOf(part('titled'), 1, limits.agenciesMax),
      scale: part('scale'),
      profileFields: described(
        listOf(part('profileField'), 0, limits.profileFieldsMax),
        'What must be known about the plan for rules and facts',
      ),
      domains: listOf(part('domain'), limits.domainsMin, limits.domainsMax),
      facts: described(
        listOf(part('fact'), 0, limits.factsMax),
        'Recorded with an audit, never graded',
      ),
      indicators: listOf(part('indicator'), 0, limits.indicatorsMax),
      caps: listOf(part('cap'), 0, limits.capsMax),
      sources: listOf(part('source'), 0, limits.sourcesMax),
      trainingTags: listOf(part('titled'), 0, limits.tagsMax),
    },
    'One version of an audit framework, whole',
  ),
  $defs: { ...sharedDefs, ...conditions, ...profile, ...scale, ...criteria, ...counting },
};
