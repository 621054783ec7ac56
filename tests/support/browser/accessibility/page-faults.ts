import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Visit } from '../visit.js';
import { faultsOfFocus } from './focus.js';
import { faultsOfNames } from './names.js';
import { faultsOfPreferences } from './preferences.js';
import { faultsOfReflow } from './reflow.js';
import { brokenRules } from './rules.js';
import { faultsOfSizes } from './sizes.js';
import { faultsOfArriving, faultsOfStructure } from './structure.js';

/** Everything that bars somebody from the page as it stands now, in sentences. */
async function faultsOf(page: Page): Promise<string[]> {
  return [
    ...(await faultsOfStructure(page)),
    ...(await brokenRules(page)),
    ...(await faultsOfNames(page)),
    ...(await faultsOfSizes(page)),
    ...(await faultsOfFocus(page)),
    ...(await faultsOfPreferences(page)),
    ...(await faultsOfReflow(page)),
  ];
}

export async function expectNoBarriers(visit: Visit): Promise<void> {
  expect(await faultsOf(visit.page)).toEqual([]);
}

export async function expectFocusOnArriving(visit: Visit): Promise<void> {
  expect(await faultsOfArriving(visit.page)).toEqual([]);
}
