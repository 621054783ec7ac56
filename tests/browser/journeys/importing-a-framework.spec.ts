import { describe, expect, it } from '@jest/globals';
import { readWorkbook, writeWorkbook } from '@app/backend/testing';
import { readFileSync } from 'node:fs';
import { people } from '../../support/people.js';
import {
  expectAddress,
  expectError,
  expectFocusKept,
  expectPage,
  expectWords,
} from '../../support/browser/expectations.js';
import { chooseFile } from '../../support/browser/framework-states.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';
import type { Visit } from '../../support/browser/visit.js';

const brackendale = readFileSync(
  new URL('../../support/councils/brackendale.csv', import.meta.url),
  'utf8',
);

describe('importing a framework', () => {
  const office = anOffice();

  const rowsOf = async (visit: Visit, table: string): Promise<string[][]> =>
    visit.page
      .getByRole('region', { name: table })
      .locator('tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) => [...line.children].map((cell) => cell.textContent.trim())),
      );

  async function download(visit: Visit, link: string): Promise<{ name: string; bytes: Buffer }> {
    const [file] = await Promise.all([visit.page.waitForEvent('download'), visit.follow(link)]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  }

  it('Ruth makes a draft of another council’s table, with the keyboard alone', async () => {
    const ruth = await office.signedIn(people.ruth);
    ruth.watch.declare('422 POST /api/framework-drafts/imports');
    const keyboard = new Keyboard(ruth);
    await chooseFile(ruth, 'brackendale.csv', brackendale.replace('3,Yes', 'three,Yes'));
    await expectWords(ruth, 'What the table cannot say');
    await keyboard.pick('Which framework is this?', 'A new framework');
    await keyboard.typeInto('Key of what is audited', 'brackendale-plan');
    await keyboard.typeInto('Name of the framework', 'How good are our plans?');
    await keyboard.tabTo('A plan');
    await ruth.page.keyboard.press('Space');
    await keyboard.typeInto('The same in words', 'one EHC plan');
    await keyboard.press('Make a draft');
    await expectError(ruth, 'The file was not taken in, because of one place.');
    expect(await rowsOf(ruth, 'What to put right in the file')).toEqual([
      ['row 2, weight', 'A weight is a whole number from 1 to 10'],
    ]);

    await ruth.page
      .getByLabel('File of the framework', { exact: true })
      .setInputFiles({ name: 'mended.csv', mimeType: '', buffer: Buffer.from(brackendale) });
    await keyboard.press('Make a draft');
    await expectPage(ruth, 'The draft is made');
    await expectFocusKept(ruth);
    expect(await rowsOf(ruth, 'Decided for you, or left to do')).toContainEqual([
      ...['lead, rows 10 and 12', 'No lead is given, so the agency named first leads.'],
    ]);
    expect(await rowsOf(ruth, 'New agencies')).toEqual([
      ['Community Health Trust', 'community-health-trust'],
    ]);
    const link = ruth.page.getByRole('link', { name: 'Open the draft' });
    expect(await link.getAttribute('href')).toMatch(/^\/frameworks\/drafts\/[0-9a-f-]{36}$/);
  });

  it('Joan takes the plan audit out as a spreadsheet, changes a weight and brings it in', async () => {
    const joan = await office.signedIn(people.joan);
    await joan.goTo('/frameworks');
    await joan.follow('EHC plan audit, version 1');
    const { name, bytes } = await download(joan, 'Download as a spreadsheet');
    expect(name).toBe('ehc-plan-version-1.xlsx');
    expect((await download(joan, 'Download as JSON')).name).toBe('ehc-plan-version-1.json');

    const sheets = await readWorkbook(bytes);
    const domains = sheets.find((sheet) => sheet.name === 'Domains')?.rows ?? [];
    const [header = [], first = []] = domains;
    first[header.indexOf('weight')] = 90;
    const changed = await writeWorkbook(sheets.map((sheet) => ({ ...sheet, widths: [] })));

    await joan.follow('Import a changed file');
    await expectAddress(joan, '/frameworks/import');
    await chooseFile(joan, 'changed.xlsx', changed);
    await joan.press('Make a draft');
    await expectPage(joan, 'The draft is made');
    const [flag] = await rowsOf(joan, 'Decided for you, or left to do');
    expect(flag?.[1]).toMatch(/^The weights of the domains sum to/);
    await joan.press('Import another file');
    await expectPage(joan, 'Import a framework');
    await expectFocusKept(joan);
  });

  it('a file that is none is told at its field', async () => {
    const joan = await office.signedIn(people.joan);
    joan.watch.declare('422 POST /api/framework-drafts/imports');
    await joan.goTo('/frameworks/import');
    await joan.press('Make a draft');
    await expectError(joan, 'Choose the file of the framework', 'File of the framework');
    await chooseFile(joan, 'plan.docx', 'words');
    await joan.press('Make a draft');
    await expectError(joan, 'Choose a file that ends in', 'File of the framework');
    await chooseFile(joan, 'plan.json', '{"kind": ');
    await joan.press('Make a draft');
    await expectError(joan, 'This is not JSON: line 1 cannot be read', 'File of the framework');
    expect((await download(joan, 'template (CSV)')).name).toBe('framework-template.csv');
  });
});
