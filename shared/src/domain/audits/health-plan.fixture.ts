import type { Criterion, Fact, FrameworkDefinition, ProfileField } from '../frameworks/index.js';
import { criterion, framework } from './framework.fixture.js';
import type { RegisterValues } from './sweep.js';

/*
 * A small framework with every kind of rule: health asks of a need and of provision, education of a
 * transition that depends on the year, and both score one criterion.
 */

const sweep = (
  key: string,
  owner: string,
  more: Partial<ProfileField['source']> = {},
): ProfileField => ({
  key,
  title: key,
  type: 'yes-no-unclear',
  source: { from: 'sweep', owner, question: `${key}?`, ...more } as ProfileField['source'],
});

const scoredBy = (
  one: Criterion,
  agencies: string[],
  more: Partial<Criterion> = {},
): Criterion => ({
  ...one,
  agencies,
  ...more,
});

export const profileFields: ProfileField[] = [
  {
    key: 'year',
    title: 'Year group',
    type: 'whole-number',
    source: { from: 'register', column: 'year_group' },
  },
  {
    key: 'adult',
    title: 'Over compulsory school age',
    type: 'yes-no',
    source: { from: 'derived', when: { field: 'year', op: 'gte', value: 12 } },
  },
  sweep('need', 'health'),
  sweep('provision', 'health', {
    preset: { when: { field: 'need', op: 'eq', value: 'no' }, value: 'no' },
  }),
  sweep('disability', 'health', { prefilledFrom: 'learning_disability' }),
  sweep('views-left-out', 'education', {
    askedWhen: { field: 'adult', op: 'eq', value: 'yes' },
  }),
  sweep('care', 'social-care'),
];

const fact = (key: string, owner: string, more: Partial<Fact> = {}): Fact => ({
  key,
  title: key,
  question: `${key}?`,
  type: 'count',
  owner,
  use: '',
  ...more,
});

export const plan: FrameworkDefinition = {
  ...framework({
    voice: [
      50,
      [
        scoredBy(criterion('voice'), ['education', 'health']),
        scoredBy(criterion('family'), ['education'], {
          applicability: {
            mode: 'rule',
            notWhen: { field: 'views-left-out', op: 'eq', value: 'yes' },
            because: 'Left out by choice.',
          },
        }),
      ],
    ],
    health: [
      50,
      [
        scoredBy(criterion('needs'), ['health'], {
          applicability: {
            mode: 'rule',
            notWhen: { field: 'need', op: 'eq', value: 'no' },
            because: 'No health need.',
          },
        }),
        scoredBy(criterion('therapy'), ['health', 'education'], {
          applicability: {
            mode: 'rule',
            notWhen: {
              any: [
                { field: 'provision', op: 'eq', value: 'no' },
                { field: 'disability', op: 'eq', value: 'no' },
              ],
            },
            because: 'No provision.',
            auditorMay: 'Reasoned advice says none is needed.',
          },
        }),
        scoredBy(criterion('draft'), ['health'], {
          applicability: { mode: 'auditor', because: 'No draft yet.' },
        }),
      ],
    ],
  }),
  agencies: [
    { key: 'education', title: 'Education' },
    { key: 'health', title: 'Health' },
    { key: 'social-care', title: 'Social care' },
  ],
  profileFields,
  facts: [
    fact('fact-need', 'health', { type: 'yes-no-unclear', setsProfile: 'need' }),
    fact('outcomes', 'health'),
    fact('smart', 'health', { atMost: 'outcomes' }),
    fact('gathered', 'health', { type: 'month' }),
    fact('reflected', 'health', {
      type: 'yes-no',
      askedWhen: { field: 'fact-need', op: 'eq', value: 'yes' },
    }),
    fact('attached', 'health', {
      type: 'several',
      choices: [
        { key: 'parent', title: 'Parent' },
        { key: 'school', title: 'School' },
      ],
    }),
    fact('of-education', 'education', { atMost: 'outcomes' }),
  ],
};
plan.scale.evidenceRequiredFor = ['inadequate', 'cannot-tell'];

export const yearNine: RegisterValues = { year_group: 9, learning_disability: 'yes' };
