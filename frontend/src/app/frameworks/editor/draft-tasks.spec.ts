import { describe, expect, it } from '@jest/globals';
import type { FrameworkDefinition, PlacedFault } from '@app/shared/domain';
import { draftTasks } from './draft-tasks';

const definition = {
  ...{ unitTitle: 'one EHC plan', agencies: [{ key: 'health', title: 'Health' }] },
  scale: { grades: [{ key: 'good', label: 'Good' }] },
  domains: [
    { key: 'voice', title: 'Voice', weight: 60, criteria: [{ key: 'heard', agencies: [] }] },
    { key: 'needs', title: '', weight: 30, criteria: [] },
  ],
  ...{ profileFields: [], facts: [], indicators: [], caps: [], sources: [], trainingTags: [] },
} as unknown as FrameworkDefinition;

const fault = (...address: string[]): PlacedFault => ({
  ...{ part: { address, title: '' }, field: '', message: 'Enter a text' },
});

const tasksWith = (...faults: PlacedFault[]) =>
  draftTasks(definition, faults, '/frameworks/drafts/1').flatMap(({ tasks }) => tasks);

describe('The parts of a draft', () => {
  it('lead to their pages and say how much there is of each', () => {
    const tasks = tasksWith().map(({ title, hint, link }) => [title, hint, link]);
    expect(tasks).toContainEqual(['Agencies', '1', '/frameworks/drafts/1/agencies']);
    expect(tasks).toContainEqual([
      ...['Domains and their weights', '2 domains, weights sum to 90'],
      '/frameworks/drafts/1/domains',
    ]);
    expect(tasks).toContainEqual([
      ...['Voice', '1 criterion, weight 60', '/frameworks/drafts/1/domains/voice'],
    ]);
    expect(tasks).toContainEqual([
      ...['Domain without a title', '0 criteria, weight 30'],
      '/frameworks/drafts/1/domains/needs',
    ]);
    expect(tasks).toContainEqual(['Counted facts', 'None', '/frameworks/drafts/1/facts']);
  });

  it('say how much is to be put right in each: a domain answers for its criteria', () => {
    const tasks = tasksWith(
      fault('domains'),
      fault('domains', 'voice'),
      fault('domains', 'voice', 'criteria', 'heard'),
      fault('agencies', 'health'),
    );
    const open = tasks.filter(({ tone }) => tone === 'yellow');
    expect(open.map(({ title, status }) => [title, status])).toEqual([
      ['Agencies', '1 thing to put right'],
      ['Domains and their weights', '1 thing to put right'],
      ['Voice', '2 things to put right'],
    ]);
  });
});
