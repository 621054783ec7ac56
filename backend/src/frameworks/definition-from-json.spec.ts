import { describe, expect, it } from '@jest/globals';
import type { FrameworkDefinition } from '@app/shared/domain';
import { readFileSync } from 'node:fs';
import { contributionSetFromJson, frameworkFromJson } from './definition-from-json.js';
import { referenceDefinitions } from './reference/reference-definitions.js';

const { frameworks, contributionSets } = referenceDefinitions();
const [plan] = frameworks as [FrameworkDefinition];

/** A copy of the EHC plan audit with one part made otherwise. */
function planBut(path: string, value: unknown): unknown {
  const changed = structuredClone(plan);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = changed as unknown as Record<string, unknown>;
  for (const name of names) at = at[name] as Record<string, unknown>;
  at[last] = value;
  return changed;
}

describe('a framework read from JSON', () => {
  it('may be the example that the documentation gives', () => {
    const page = readFileSync(new URL('../../../docs/frameworks.md', import.meta.url), 'utf8');
    const example = /```json\n(.*?)```/s.exec(page)?.[1] ?? '';
    expect(frameworkFromJson(JSON.parse(example)).title).toBe('Small plan audit');
  });

  it.each([
    ['a rule in prose', 'domains.1.criteria.0.applicability.notWhen', 'Before Year 9.'],
    ['a cap in prose', 'caps.0.when', 'one critical criterion is inadequate'],
    ['an indicator in prose', 'indicators.0.rule', 'need is evident'],
    ['a field without a source', 'profileFields.0.source', undefined],
    ['a part that the format does not know', 'colour', 'red'],
    ['a link that is no web address', 'sources.0.url', 'javascript:alert(1)'],
    ['an empty group', 'profileFields.2.source.when', { all: [] }],
  ])('is refused with %s', (_what, path, value) => {
    expect(() => frameworkFromJson(planBut(path, value))).toThrow(/^The framework has faults: /);
  });

  it('is refused with every broken rule named', () => {
    expect(() => frameworkFromJson(planBut('domains.0.weight', 15))).toThrow(
      'The ehc-plan has faults: domains: The weights of the domains sum to 101. Make them sum to 100',
    );
  });
});

describe('a contribution set read from JSON', () => {
  it('is refused when it reads against a criterion that is not there', () => {
    const set = structuredClone(contributionSets[0]);
    set?.questions[0]?.readAgainst.push('no-such-criterion');
    expect(() => contributionSetFromJson(set, plan)).toThrow(
      'The family has faults: questions.0.readAgainst: The EHC plan framework has no criterion “no-such-criterion”',
    );
  });
});
