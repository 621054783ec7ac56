import { describe, expect, it } from '@jest/globals';
import {
  agenciesThatScore,
  answerFault,
  scoringFaults,
  sweepFields,
  type RegisterValues,
} from '@app/shared/domain';
import { referenceDefinitions } from '../frameworks/index.js';
import { planAsWritten, scoredAnswers } from './scored-answers.js';
import { SeededChance } from './seeded-chance.js';

const { frameworks } = referenceDefinitions();
const children: RegisterValues[] = [
  { year_group: 2, age: 7, social_care_status: 'none', learning_disability: 'no' },
  { year_group: 9, age: 14, social_care_status: 'looked-after', learning_disability: 'yes' },
  { year_group: null, age: 20, social_care_status: 'unknown', learning_disability: null },
];

describe.each(frameworks.map((definition) => [definition.kind, definition] as const))(
  'scoring by the framework %s',
  (_, definition) => {
    const agencies = agenciesThatScore(definition);

    it('asks each sweep question of the agency whose answer counts', () => {
      for (const { key, source } of definition.profileFields) {
        if (source.from !== 'sweep') continue;
        const asked = sweepFields(definition, source.owner).map((field) => field.key);
        expect(asked).toContain(key);
      }
    });

    it('can be completed by every agency for children of every kind, with answers that are taken', () => {
      const chance = new SeededChance(7);
      const qualities = { strong: 0, usual: 0, weak: 1 };
      for (const register of children) {
        const plan = planAsWritten({ qualities, healthOutcomes: 50 }, chance);
        for (const agency of agencies) {
          const answers = scoredAnswers({ definition, agency, register }, plan, chance);
          expect(answers.flatMap((one) => answerFault(definition, agency, one) ?? [])).toEqual([]);
          const scoring = { agency, register, answers };
          expect(scoringFaults(definition, scoring, '2026-09-15')).toEqual([]);
        }
      }
    });
  },
);
