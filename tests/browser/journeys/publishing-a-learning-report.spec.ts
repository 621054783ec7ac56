import { beforeAll, describe, expect, it } from '@jest/globals';
import type { LearningReport } from '@app/shared/domain';
import { readFile } from 'node:fs/promises';
import {
  aPublishedReport,
  AUTUMN_BEFORE,
  closeTheQuarters,
  oneDecision,
} from '../../support/builders/reports.js';
import {
  expectError,
  expectPage,
  expectSuccess,
  expectWords,
} from '../../support/browser/expectations.js';
import { anOffice } from '../../support/browser/office.js';
import type { Visit } from '../../support/browser/visit.js';
import { people } from '../../support/people.js';
import { figuresMissingIn, numbersBeyond, squeezed } from '../../support/reports/printed.js';
import { allElements, readPdf } from '../../support/reports/read-pdf.js';

const TITLE = 'Learning report: Jan to Mar 2025 (Q4 2024-25)';
const TITLE_BEFORE = 'Learning report: Oct to Dec 2024 (Q3 2024-25)';

describe('publishing a learning report', () => {
  const office = anOffice();
  let published: { id: string; report: LearningReport };

  beforeAll(async () => {
    await closeTheQuarters(office.service);
    const { id, report } = await aPublishedReport(office.service, AUTUMN_BEFORE);
    published = { id, report: report as LearningReport };
  });

  /** The report as its page shows it: charts are said by their tables, and links to files are none of it. */
  async function textOfPage({ page }: Visit): Promise<string> {
    const heading = await page.locator('main h1').innerText();
    const article = await page.locator('article').evaluate((node) => {
      const copy = node.cloneNode(true) as HTMLElement;
      const apart = 'svg, .app-report__file, .govuk-visually-hidden';
      for (const part of copy.querySelectorAll(apart)) part.remove();
      node.parentElement?.append(copy);
      const text = copy.innerText;
      copy.remove();
      return text;
    });
    return `${heading}\n${article}`;
  }

  async function textOfPdf({ page }: Visit): Promise<string> {
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the report (PDF)' }).click();
    const pdf = await readPdf(await readFile(await (await waiting).path()));
    return allElements(pdf)
      .filter(({ role }) => role !== 'Figure' && role !== 'Lbl')
      .map(({ text }) => text)
      .join('\n');
  }

  it('Alan finds the latest report in two clicks, and page and PDF say the same', async () => {
    const visit = await office.signedIn(people.alan);
    await visit.goTo('/');
    await visit.follow('Latest learning report: Oct to Dec 2024');
    await expectPage(visit, TITLE_BEFORE);
    await visit.page.locator('article').waitFor();
    const page = await textOfPage(visit);
    const pdf = await textOfPdf(visit);
    for (const text of [page, pdf]) {
      expect(figuresMissingIn(text, published.report)).toEqual([]);
      expect(numbersBeyond(text, published.report)).toEqual([]);
    }
    expect(squeezed(page)).toBe(squeezed(pdf));
  });

  it('Ruth drafts the report of the quarter, writes her own words, and publishes it', async () => {
    const visit = await office.signedIn(people.ruth);
    await visit.goTo('/reports');
    await visit.press('Draft the report for Jan to Mar 2025 (Q4 2024-25) of EHC plan audit');
    await expectPage(visit, TITLE);
    await expectWords(visit, /This is a draft/);
    await visit.follow('Edit the first page');
    await expectPage(visit, 'Edit the first page');
    await visit.page.locator('#better').fill('Health has caught up.\nThe template is in use.');
    await visit.page.locator('#decision-0').fill('Agree one template for social care advice');
    await visit.press('Save the first page');
    await expectError(visit, 'Enter the role that would own the decision');
    await visit.page.locator('#owner-0').fill('Designated social care officer');
    await visit.page.locator('#section-0').selectOption({ label: '3. The health and care gap' });
    await visit.press('Save the first page');
    await expectSuccess(visit, 'The first page is saved');
    await expectWords(visit, /In the words of the audit lead/);
    await visit.follow('Publish');
    await expectPage(visit, 'Publish this learning report?');
    await visit.press('Publish');
    await expectSuccess(visit, 'Edition 1 is published');
    const alan = await office.signedIn(people.alan);
    await alan.goTo('/reports');
    await alan.follow('EHC plan audit, Jan to Mar 2025 (Q4 2024-25)');
    await expectWords(alan, /Health has caught up\./);
  });

  it('Ruth records what was decided, and everyone reads it beside the report', async () => {
    const visit = await office.signedIn(people.ruth);
    await visit.goTo(`/reports/${published.id}`);
    await visit.follow(`Record what was decided on: ${oneDecision.text}`);
    await expectPage(visit, 'Record what was decided');
    await visit.press('Save what was decided');
    await expectError(visit, 'Choose what was decided');
    await visit.page.getByLabel('Agreed', { exact: true }).check();
    await visit.page.locator('#decided-on').fill('2026-09-14');
    await visit.page.locator('#note').fill('From November');
    await visit.press('Save what was decided');
    await expectSuccess(visit, 'What was decided is recorded');
    await expectWords(visit, /Agreed on 14 September 2026\. From November/);
  });
});
