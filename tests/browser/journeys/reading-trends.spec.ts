import { describe, expect, it, beforeAll } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { closeQuarters, withoutQuarters } from '../../support/builders/closed-quarters.js';
import { expectPage, expectWords } from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';
import { people } from '../../support/people.js';

const CLEAR_RISE = 'Plans with evident health need that have a health outcome: a clear rise';

describe('reading trends', () => {
  const office = anOffice();

  it('says to Alan that there is nothing to read before a round is closed', async () => {
    await withoutQuarters(office.service);
    const alan = await office.signedIn(people.alan);
    await alan.goTo('/');
    await alan.follow('Trends');
    await expectPage(alan, 'Trends');
    await expectWords(alan, 'No round has been closed yet.');
  });

  describe('once rounds are closed', () => {
    beforeAll(() => closeQuarters(office.service));

    it('leads Alan by keyboard from the list to the one measure that clearly rose', async () => {
      const alan = await office.signedIn(people.alan);
      const keyboard = new Keyboard(alan);
      await alan.goTo('/');
      await keyboard.press('Trends');
      await expectPage(alan, 'Trends');
      const rows = alan.page.getByRole('row').filter({ hasText: 'Clear rise' });
      await rows.first().waitFor();
      expect(await rows.count()).toBe(1);
      await keyboard.press('Plans with evident health need that have a health outcome');
      const section = alan.page.getByRole('region', { name: CLEAR_RISE }).first();
      expect(await section.innerText()).toMatch(/\d\d% against \d\d%: a clear rise of \d+ points/);
      const chart = section.getByRole('img', { name: CLEAR_RISE });
      expect(await chart.getAttribute('viewBox')).toBe('0 0 480 260');
    });

    it('shows each figure of the chart in the table and in the file', async () => {
      const ruth = await office.signedIn(people.ruth);
      await ruth.goTo('/trends');
      const section = ruth.page.getByRole('region', { name: /^Overall, Good or better: / }).first();
      await section.locator('summary').click();
      const cells = await section.getByRole('row').last().getByRole('cell').allInnerTexts();
      const described = await section.locator('desc').first().textContent();
      expect(described).toContain(`${cells[2] ?? ''} (${cells[3] ?? ''})`);
      const download = ruth.page.waitForEvent('download');
      await section.getByRole('link', { name: /^Download the table/ }).click();
      const text = await readFile(await (await download).path(), 'utf8');
      expect(text.split('\r\n')[1]).toContain(`,${cells[0] ?? ''},${cells[1] ?? ''},`);
    });

    it('fits a phone with fewer quarters and words as large', async () => {
      const nadia = await office.signedIn(people.nadia);
      await nadia.page.setViewportSize({ width: 320, height: 700 });
      await nadia.goTo('/trends');
      const chart = nadia.page.getByRole('img', { name: CLEAR_RISE });
      expect(await chart.getAttribute('viewBox')).toBe('0 0 320 260');
      const letters = await chart.locator('text').first().boundingBox();
      expect(letters?.height).toBeGreaterThan(12);
    });
  });
});
