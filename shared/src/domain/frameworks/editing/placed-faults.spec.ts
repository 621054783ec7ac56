import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkFramework } from '../checking/check-framework.js';
import type { FrameworkDefinition } from '../definition.js';
import { generatedFrameworks } from '../generated-framework.fixture.js';
import { addPart } from './add-part.js';
import { movePart } from './part-lists.js';
import { placedFaults } from './placed-faults.js';

const draft = (): FrameworkDefinition =>
  fc.sample(generatedFrameworks, { numRuns: 1, seed: 5 })[0] as FrameworkDefinition;

const placed = (path: string, message = 'Enter a text') => {
  const [fault] = placedFaults(draft(), [{ path, message }]);
  return fault && { at: fault.part.address.join('/'), field: fault.field, message: fault.message };
};

describe('the place of a fault', () => {
  it('is the page of the innermost part, and the control on it', () => {
    expect(placed('purpose')).toEqual({
      ...{ at: 'about', field: 'purpose', message: 'Purpose: enter a text' },
    });
    expect(placed('scale.grades.1.neutralLabel')).toMatchObject({
      ...{ at: 'scale', field: 'grades-1-neutralLabel', message: 'Neutral label: enter a text' },
    });
    expect(placed('domains.0.shortTitle')).toMatchObject({ at: 'domains/domain-0' });
    expect(placed('domains.1.criteria.0.question')).toMatchObject({
      ...{ at: 'domains/domain-1/criteria/c1-0', field: 'question' },
    });
    expect(placed('domains', 'The weights of the domains sum to 90')).toEqual({
      ...{ at: 'domains', field: '', message: 'The weights of the domains sum to 90' },
    });
    expect(placed('facts.0.owner', 'There is no agency')).toMatchObject({
      ...{ at: 'facts/fact-0', field: 'owner' },
    });
  });

  it('is found by steps between slashes too, and said once', () => {
    const message = 'Enter a text';
    const both = [
      { path: 'domains.0.criteria.0.question', message },
      { path: '/domains/0/criteria/0/question', message },
    ];
    expect(placedFaults(draft(), both)).toHaveLength(1);
  });

  it('is there for everything that is missing from what has just been added', () => {
    let changed = draft();
    const before = changed;
    for (const kind of ['domain', 'field', 'fact', 'indicator', 'cap', 'grade'] as const) {
      changed = addPart(changed, { kind, title: 'Adulthood' }, before).definition;
    }
    changed = addPart(
      changed,
      { kind: 'criterion', title: 'Paid work', domain: 'adulthood' },
      before,
    ).definition;
    const faults = placedFaults(changed, checkFramework(changed));
    const pages = new Set(faults.map(({ part }) => part.address.join('/')));
    for (const page of [
      'domains/adulthood',
      'domains/adulthood/criteria/paid-work',
      'questions/adulthood',
      'facts/adulthood-2',
      'indicators/adulthood',
      'caps/adulthood',
      'scale',
    ]) {
      expect(pages).toContain(page);
    }
    expect(pages).not.toContain('about');
    const moved = movePart(changed, { kind: 'domain', key: 'adulthood' }, -1);
    expect(placedFaults(moved, checkFramework(moved))).toHaveLength(faults.length);
  });
});
