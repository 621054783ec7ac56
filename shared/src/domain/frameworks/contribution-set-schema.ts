import { contributors } from './contribution-set.js';
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
  title,
  wholeNumber,
  wordOf,
  type SchemaPart,
} from './schema-parts.js';

const key = part('key');
const choices = listOf(part('titled'), limits.choicesMin, limits.choicesMax);
const common = {
  key,
  nonAnswers: described(
    listOf(part('titled'), 0, limits.choicesMax),
    'What may be said instead of an answer',
  ),
  'note?': prose,
};

const parts: Record<string, SchemaPart> = {
  scale: {
    description: 'How a question is answered',
    anyOf: [
      objectOf({
        ...common,
        type: only('graded'),
        options: listOf(
          objectOf({ key, title, points: wholeNumber(0, limits.pointsMax) }),
          limits.choicesMin,
          limits.choicesMax,
        ),
      }),
      objectOf({
        ...common,
        type: only('number'),
        min: wholeNumber(0, limits.pointsMax),
        max: wholeNumber(1, limits.pointsMax),
      }),
      objectOf({ ...common, type: only('one'), choices }),
      objectOf({ ...common, type: only('several') }),
      objectOf({ ...common, type: only('text') }),
    ],
  },
  question: objectOf({
    key,
    text: line,
    scale: described(key, 'Key of one of the scales'),
    'choices?': described(choices, 'For the scale several alone'),
    dimension: key,
    readAgainst: described(
      listOf(key, 0, limits.citationsMax),
      'Criteria of the EHC plan framework whose grades stand beside the answer',
    ),
    'notApplicable?': line,
    'note?': prose,
  }),
  indicator: objectOf({
    key,
    title,
    measure: line,
    rule: objectOf({ kind: only('mean'), item: described(key, 'Key of one of the questions') }),
  }),
};

/** JSON Schema (draft 2020-12) of a contribution set; `checkContributionSet` has the rules. */
export const contributionSetSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Contribution set',
  ...objectOf(
    {
      kind: wordOf(contributors),
      title,
      actionPlanRefs: references,
      modes: described(listOf(line, 1, limits.choicesMax), 'In which ways it may be given'),
      'consent?': prose,
      minutes: wholeNumber(1, 120),
      scales: listOf(part('scale'), 1, limits.choicesMax),
      questions: listOf(part('question'), 1, limits.criteriaMax),
      indicators: listOf(part('indicator'), 0, limits.indicatorsMax),
    },
    'The questions that families, schools or young people are asked about a plan',
  ),
  $defs: { ...sharedDefs, ...parts },
};
