import { describe, expect, it } from '@jest/globals';
import { aRow, csvOf, type RegisterRow } from '../../support/builders/register.js';
import { people } from '../../support/people.js';
import {
  expectAddress,
  expectError,
  expectFocusKept,
  expectPage,
  expectSuccess,
  expectWords,
} from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';
import { upload } from '../../support/browser/plan-states.js';
import type { Visit } from '../../support/browser/visit.js';

describe('uploading a register of plans', () => {
  const office = anOffice();

  /** As one who works without a mouse does: the file dialog is the system's own. */
  async function uploadByKeyboard(visit: Visit, rows: RegisterRow[]): Promise<void> {
    const keyboard = new Keyboard(visit);
    // The parts of a date stand in the order of the computer's own settings.
    await keyboard.typeInto('As-at date', '09012026');
    await keyboard.tabTo('Register');
    await visit.page.getByLabel('Register', { exact: true }).setInputFiles({
      name: 'register.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csvOf(rows)),
    });
    await keyboard.press('Upload and check');
  }

  const numbersOf = async (visit: Visit): Promise<Record<string, string>> => {
    const rows = visit.page.getByRole('region', { name: /^What importing it/ }).locator('tbody tr');
    await rows.first().waitFor();
    const cells = await rows.evaluateAll((lines) =>
      lines.map((line) => [...line.children].map((cell) => cell.textContent.trim())),
    );
    return Object.fromEntries(cells) as Record<string, string>;
  };

  it('Ruth mends what was wrong, imports the register and ceases a missing plan, with the keyboard alone', async () => {
    const ruth = await office.signedIn(people.ruth);
    const keyboard = new Keyboard(ruth);
    const rows = [aRow(), aRow({ primary_need: 'SPCH' }), aRow({ ceased_on: '31/02/2026' })];

    await ruth.goTo('/plans');
    await keyboard.press('Upload a register');
    await expectPage(ruth, 'Upload a register of plans');
    await uploadByKeyboard(ruth, rows);
    await expectPage(ruth, 'Register as at 1 September 2026');
    await expectWords(ruth, '1 row ready, 2 rows have a problem, 0 warnings');
    await expectWords(ruth, /Did you mean SPLD/);
    await keyboard.pick('Column', 'Ceased');
    await keyboard.press('Apply filters');
    await expectAddress(ruth, /\?column=ceased_on$/);
    await expectWords(ruth, 'There is no such day');
    await expectWords(ruth, '1 problem');

    await keyboard.press('Upload a mended file');
    await expectPage(ruth, 'Upload a register of plans');
    const mended = rows.map((row) => ({ ...row, primary_need: 'SLCN', ceased_on: '' }));
    await uploadByKeyboard(ruth, mended);
    await expectWords(ruth, '3 rows ready, 0 rows have a problem, 0 warnings');
    await expectWords(ruth, /1,500 plans in force are not in the file/);
    await keyboard.press('Import the register');
    await expectPage(ruth, 'Import the register as at 1 September 2026?');
    await expectWords(ruth, '3 new plans are added');
    await keyboard.press('Import the register');
    await expectSuccess(ruth, 'The register is imported');
    expect(await numbersOf(ruth)).toEqual({
      'New plans': '3',
      'Changed plans': '0',
      'Unchanged plans': '0',
      'Rows left out because of a problem': '0',
      'Rows in the file': '3',
    });

    await keyboard.press('1,500 plans wait to be kept or ceased');
    await expectPage(ruth, 'Plans missing from the register');
    await ruth.settle();
    const first = ruth.page.getByRole('radiogroup').first();
    const reference = await first.locator('legend').innerText();
    await keyboard.tabTo('Choose Cease for all on this page');
    await ruth.page.keyboard.press('Tab');
    // The second of two choices, as everyone chooses it who has no mouse.
    await ruth.page.keyboard.press('Space');
    await ruth.page.keyboard.press('ArrowDown');
    await keyboard.press('Save decisions');
    await expectSuccess(ruth, '1 plan is ceased');
    await expectWords(ruth, /1,499 plans wait for a decision/);
    await keyboard.press('Plans');
    await keyboard.typeInto('Plan reference', reference);
    await keyboard.pick('State', 'Ceased');
    await keyboard.press('Apply filters');
    await keyboard.press(reference);
    await expectPage(ruth, `Plan ${reference}`);
    await expectWords(ruth, 'Ceased on 1 September 2026');
  });

  it('two people look at uploads, and the one who is second is told to look again', async () => {
    const [ruth, same] = [await office.signedIn(people.ruth), await office.signedIn(people.ruth)];
    same.watch.declare('409 POST /api/plan-registers/');
    await upload(ruth, '2026-09-02', csvOf([aRow()]));
    await upload(same, '2026-09-02', csvOf([aRow()]));
    for (const visit of [same, ruth]) {
      await expectWords(visit, '1 row ready');
      await visit.follow('Import the register');
      await visit.page.getByRole('heading', { name: /^Import the register/ }).waitFor();
    }
    await ruth.press('Import the register');
    await expectSuccess(ruth, 'The register is imported');
    await same.press('Import the register');
    await expectError(same, 'Someone else has changed this upload or the register');
    await same.press('Show what the upload would do now');
    await expectFocusKept(same);
    await same.press('Import the register');
    await expectSuccess(same, 'The register is imported');
  });

  it('a file that cannot be read says why at its field, and one no longer wanted is discarded', async () => {
    const ruth = await office.signedIn(people.ruth);
    ruth.watch.declare('422 POST /api/plan-registers');
    await upload(ruth, '2026-09-02', 'PK\u0003\u0004');
    await expectError(ruth, 'This is an Excel workbook', 'Register');
    await upload(ruth, '2026-08-31', csvOf([aRow()]));
    await expectError(ruth, 'has been confirmed already', 'As-at date');
    await upload(ruth, '2026-09-03', csvOf([aRow()]));
    await expectWords(ruth, '1 row ready');
    await ruth.press('Discard this upload');
    await expectSuccess(ruth, 'The upload is discarded. No plan was changed');
    await expectFocusKept(ruth);
    await expectWords(ruth, 'The upload was discarded');
  });
});

describe('reading the register of plans', () => {
  const office = anOffice();

  it('Nadia narrows the list, takes a filter out again and turns the order round', async () => {
    const nadia = await office.signedIn(people.nadia);
    await nadia.goTo('/plans');
    await expectWords(nadia, '1,500 plans, page 1 of 30');
    await nadia.choose('Primary need', 'Hearing impairment');
    await nadia.choose('Authority', 'Carrow');
    await nadia.press('Apply filters');
    await expectAddress(nadia, '/plans?need=HI&authority=Carrow');
    await nadia.settle();
    await nadia.press('Latest issued');
    await expectAddress(nadia, /sort=latest-issued&direction=up$/);
    await nadia.press('Latest issued');
    await expectAddress(nadia, /sort=latest-issued&direction=down$/);
    const header = nadia.page.getByRole('columnheader', { name: 'Latest issued' });
    await nadia.settle();
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    await nadia.follow('Remove the filter Authority: Carrow');
    await expectAddress(nadia, '/plans?need=HI&sort=latest-issued&direction=down');
    await expectFocusKept(nadia);
    await nadia.follow('Clear filters');
    await expectAddress(nadia, '/plans?sort=latest-issued&direction=down');
    await nadia.page.goBack();
    await nadia.settle();
    expect(await nadia.valueOf('Primary need')).toBe('HI');
  });

  it('Nadia finds a plan by its reference, and what names a person never gets into an address', async () => {
    const nadia = await office.signedIn(people.nadia);
    await nadia.goTo('/plans');
    await nadia.fill('Plan reference', '943 476 5919');
    await nadia.press('Apply filters');
    await expectError(nadia, 'This looks like an NHS number', 'Plan reference');
    await nadia.fill('Plan reference', 'AV-010003');
    await nadia.press('Apply filters');
    await expectAddress(nadia, '/plans?ref=AV-010003');
    await expectWords(nadia, '1 plan');
    await nadia.follow('AV-010003');
    await expectPage(nadia, 'Plan AV-010003');
    await expectWords(nadia, 'No audit yet');
    expect(nadia.watch.addressesWithPersonalData(['943 476 5919', '9434765919'])).toEqual([]);
  });
});
