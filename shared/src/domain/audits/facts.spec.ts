import { describe, expect, it } from '@jest/globals';
import { factFaults, factsAsked } from './facts.js';
import { plan } from './health-plan.fixture.js';

const asked = (profile: Record<string, string>, recorded = {}) =>
  factsAsked(plan, 'health', profile, recorded);
const faults = (recorded: Record<string, number | string>) =>
  factFaults(asked({ need: 'yes' }), recorded, '2026-09').map(({ message }) => message);

describe('the counted facts', () => {
  it('are those the agency records, and one that the sweep answers is not asked twice', () => {
    expect(asked({ need: 'no' }).map(({ key }) => key)).toEqual([
      'outcomes',
      'smart',
      'gathered',
      'attached',
    ]);
    expect(factsAsked(plan, 'education', {}, {}).map(({ key }) => key)).toEqual(['of-education']);
  });

  it('are asked when their condition holds, also by way of a fact that the sweep answers', () => {
    expect(asked({ need: 'yes' }).map(({ key }) => key)).toContain('reflected');
    expect(asked({ need: 'unclear' }).map(({ key }) => key)).not.toContain('reflected');
  });

  it('cannot be more than the count they are part of', () => {
    expect(faults({ outcomes: 6, smart: 7 })).toEqual([
      '“smart” is 7 and cannot be more than “outcomes”, which is 6. Put one of them right',
    ]);
    expect(faults({ outcomes: 6, smart: 6 })).toEqual([]);
    expect(faults({ smart: 7 })).toEqual([]);
  });

  it('cannot be a month still to come', () => {
    expect(faults({ gathered: '2026-10' })).toEqual([
      '“gathered” is a month still to come. Put it right',
    ]);
    expect(faults({ gathered: '2026-09' })).toEqual([]);
  });

  it('are not compared with a count that another agency records, while agencies score blind', () => {
    const own = factsAsked(plan, 'education', {}, {});
    expect(factFaults(own, { 'of-education': 9, outcomes: 1 }, '2026-09')).toEqual([]);
  });
});
