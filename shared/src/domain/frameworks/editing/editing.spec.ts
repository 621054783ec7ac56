import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkFramework } from '../checking/check-framework.js';
import { nonGrades, type FrameworkDefinition } from '../definition.js';
import { generatedFrameworks } from '../generated-framework.fixture.js';
import { addPart } from './add-part.js';
import { withNewKey } from './new-key.js';
import { changePart, keysOf, movePart, partKinds, type PartName } from './part-lists.js';
import { goesWithIt, takeOutPart } from './take-out-part.js';

const anyPart = fc
  .tuple(generatedFrameworks, fc.constantFrom(...partKinds), fc.nat())
  .filter(([definition, kind]) => keysOf(definition, kind).length > 0)
  .map(([definition, kind, place]): [FrameworkDefinition, PartName] => {
    const keys = keysOf(definition, kind);
    return [definition, { kind, key: keys[place % keys.length] ?? '' }];
  });

const titles = ['Voice', 'Grade 1', 'Cannot tell', 'Not applicable', 'Élan', '9', ''];
const anyAddition = fc.tuple(
  generatedFrameworks,
  fc.constantFrom(...partKinds),
  fc.constantFrom(...titles),
);

const add = ([definition, kind, title]: [FrameworkDefinition, PartName['kind'], string]) =>
  addPart(definition, { kind, title, domain: 'domain-1' }, definition);

const keyFaults = (definition: FrameworkDefinition) =>
  checkFramework(definition).filter(({ message }) => message.startsWith('The key'));

const example = (): FrameworkDefinition =>
  fc.sample(generatedFrameworks, { numRuns: 1, seed: 5 })[0] as FrameworkDefinition;

describe('adding to a framework', () => {
  it('makes a key that nothing of its kind has, and changes nothing else', () => {
    fc.assert(
      fc.property(anyAddition, ([definition, kind, title]) => {
        const before = JSON.parse(JSON.stringify(definition)) as FrameworkDefinition;
        const { definition: after, key } = add([definition, kind, title]);
        expect(definition).toEqual(before);
        expect(keysOf(before, kind)).not.toContain(key);
        expect(keyFaults(after)).toEqual([]);
        expect(takeOutPart(after, { kind, key })).toEqual(before);
      }),
    );
  });

  it('never gives a new criterion the key that another has in the version before', () => {
    const before = example();
    const [key = ''] = keysOf(before, 'criterion');
    const renamed = changePart<{ key: string; title: string }>(
      before,
      { kind: 'criterion', key },
      (one) => ({ ...one, title: 'Own words' }),
    );
    const draft = takeOutPart(renamed, { kind: 'criterion', key });
    const wanted = { kind: 'criterion', title: key, domain: 'domain-0' } as const;
    expect(addPart(draft, wanted, before).key).toBe(`${key}-2`);
    expect(addPart(draft, wanted, null).key).toBe(key);
  });

  it('gives no grade the word for not applicable or cannot tell', () => {
    for (const title of ['Not applicable', 'Cannot tell']) {
      const { key } = addPart(example(), { kind: 'grade', title }, null);
      expect(nonGrades).not.toContain(key);
    }
  });

  it('gives a new domain what is left of the hundred', () => {
    const whole = example();
    const [first = ''] = keysOf(whole, 'domain');
    const weight = whole.domains[0]?.weight;
    const draft = takeOutPart(whole, { kind: 'domain', key: first });
    const { definition } = addPart(draft, { kind: 'domain', title: 'Adulthood' }, whole);
    expect(definition.domains.at(-1)).toMatchObject({ weight, title: 'Adulthood', criteria: [] });
  });
});

describe('putting a framework in order', () => {
  it('moves one step, and back again', () => {
    fc.assert(
      fc.property(anyPart, ([definition, part]) => {
        const down = movePart(definition, part, 1);
        const list = keysOf(definition, part.kind);
        expect(keysOf(down, part.kind).toSorted()).toEqual(list.toSorted());
        const isMoved = keysOf(down, part.kind).join() !== list.join();
        expect(isMoved ? movePart(down, part, -1) : down).toEqual(definition);
        // A criterion is never moved out of its domain.
        expect(down.domains.map(({ criteria }) => criteria.length).toSorted()).toEqual(
          definition.domains.map(({ criteria }) => criteria.length).toSorted(),
        );
      }),
    );
  });

  it('keeps the key of what is called something else', () => {
    const before = example();
    const after = changePart<{ key: string; title: string }>(
      before,
      { kind: 'domain', key: 'domain-1' },
      (domain) => ({ ...domain, title: 'Another title' }),
    );
    expect(keysOf(after, 'domain')).toEqual(keysOf(before, 'domain'));
    expect(after.domains[1]?.title).toBe('Another title');
  });
});

describe('taking out of a framework', () => {
  it('leaves nothing of a grade, a source or a tag behind', () => {
    fc.assert(
      fc.property(anyPart, ([definition, part]) => {
        const { kind, key } = part;
        const after = takeOutPart(definition, part);
        expect(keysOf(after, kind)).not.toContain(key);
        const criteria = after.domains.flatMap((domain) => domain.criteria);
        if (kind === 'grade') {
          expect(criteria.every(({ descriptors }) => !(key in descriptors))).toBe(true);
          expect(after.scale.evidenceRequiredFor).not.toContain(key);
        }
        if (kind === 'source') {
          expect(
            criteria.flatMap(({ citations }) => citations.map(({ source }) => source)),
          ).not.toContain(key);
        }
        if (kind === 'tag') expect(criteria.flatMap((one) => one.trainingTags)).not.toContain(key);
        if (kind === 'agency') expect(criteria.flatMap((one) => one.agencies)).not.toContain(key);
        expect(keyFaults(after)).toEqual([]);
      }),
    );
  });

  it('leaves a criterion scored by one agency to that agency, and a choice to people', () => {
    const draft = example();
    const [domain] = draft.domains;
    const [criterion] = domain?.criteria ?? [];
    if (!criterion) throw new Error('the example has no criterion');
    const scoredBy = (agencies: string[]) =>
      changePart<typeof criterion>(draft, { kind: 'criterion', key: criterion.key }, (one) => ({
        ...one,
        ...{ agencies, leadAgency: 'a' },
      }));
    const without = (agencies: string[]) =>
      takeOutPart(scoredBy(agencies), { kind: 'agency', key: 'a' }).domains[0]?.criteria[0];
    expect(without(['a', 'b'])).toMatchObject({ agencies: ['b'], leadAgency: 'b' });
    expect(without(['a', 'b', 'c'])).toMatchObject({ agencies: ['b', 'c'], leadAgency: 'a' });
    expect(without(['a'])).toMatchObject({ agencies: [], leadAgency: 'a' });
  });

  it('says what goes with a thing', () => {
    const draft = example();
    const criteria = draft.domains.flatMap((one) => one.criteria).length;
    const grade = goesWithIt(draft, { kind: 'grade', key: 'grade-0' });
    expect(grade).toBe(
      criteria === 1 ? '1 descriptor goes with it.' : `${criteria} descriptors go with it.`,
    );
    expect(goesWithIt(draft, { kind: 'tag', key: 'tag-0' })).toBeNull();
  });
});

describe('another key', () => {
  it('counts on from the one before, until nothing has it', () => {
    const wanted = { kind: 'tag', title: 'Own words' } as const;
    const draft = addPart(addPart(example(), wanted, null).definition, wanted, null).definition;
    expect(keysOf(draft, 'tag').slice(-2)).toEqual(['own-words', 'own-words-2']);
    const once = withNewKey(draft, { kind: 'tag', key: 'own-words' });
    expect(once.key).toBe('own-words-3');
    expect(keysOf(once.definition, 'tag').slice(-2)).toEqual(['own-words-3', 'own-words-2']);
    expect(withNewKey(once.definition, { kind: 'tag', key: once.key }).key).toBe('own-words-4');
  });

  it('goes to the last of two that share one', () => {
    const draft = example();
    const [first = { key: '', title: '' }] = draft.trainingTags;
    const twice = { ...draft, trainingTags: [first, { ...first, title: 'Again' }] };
    const { definition, key } = withNewKey(twice, { kind: 'tag', key: first.key });
    expect(definition.trainingTags).toEqual([first, { key, title: 'Again' }]);
  });
});
