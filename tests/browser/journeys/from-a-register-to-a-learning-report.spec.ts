import type { AuditProgressResponse } from '@app/shared/contracts';
import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { accountOf } from '../../support/builders/account.js';
import { closeWhole, readModeration } from '../../support/builders/moderation.js';
import { aRow, csvOf } from '../../support/builders/register.js';
import { LATE_SEPTEMBER, roundCalled } from '../../support/builders/round.js';
import { formOf, progressOf, scoringOf } from '../../support/builders/scoring.js';
import { brokenRules } from '../../support/browser/accessibility/rules.js';
import { expectPage, expectSuccess, expectWords } from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';
import { ScoringPage } from '../../support/browser/pages/scoring-page.js';
import { upload } from '../../support/browser/plan-states.js';
import type { Visit } from '../../support/browser/visit.js';
import { people, type Person } from '../../support/people.js';
import { allElements, readPdf } from '../../support/reports/read-pdf.js';

const AUTUMN = 'Oct to Dec 2026';
const ROUND = '2026-27-Q3-routine';
const JANUARY = new Date('2027-01-04T08:30:00Z');
const EXACT = { exact: true };

/** The place of a grade among the choices: what the number keys of the form choose. */
const good = '2';
const below: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  education: { 'criterion-needs-complete': '3' },
  // Two below what the others find, so that the moderator has to decide.
  health: { 'criterion-voice-own-words': '4' },
  'social-care': {},
};

/**
 * The whole job, by all who have a part in it, through the pages. Eleven of the twelve audits are
 * scored and closed through the interface meanwhile, by the same people.
 */
describe('from a register of plans to a published learning report', () => {
  const office = anOffice();

  /** Nothing on the page that stands now bars anybody, as far as axe can tell. */
  async function expectClean(visit: Visit): Promise<void> {
    expect(await brokenRules(visit.page)).toEqual([]);
  }

  async function arrive(visit: Visit, heading: string): Promise<void> {
    await expectPage(visit, heading);
    await visit.settle();
    await expectClean(visit);
  }

  it('Ruth, Dev, Priya, Sam, Tom, Grace and Alan do it', async () => {
    await importRegister();
    const { roundId, audit, others } = await startTheAutumn();
    for (const person of [people.dev, people.priya, people.sam]) await score(person, audit);
    await moderate(audit);
    await answerFeedback(audit);
    for (const other of others) await closeWhole(office.service, other);
    office.service.clock.set(JANUARY);
    await closeTheRound(roundId);
    await publishTheReport();
    expect(await readIt()).toContain(`Learning report: ${AUTUMN} (Q3 2026-27)`);
  }, 480_000);

  async function importRegister(): Promise<void> {
    office.service.clock.set(LATE_SEPTEMBER);
    const ruth = await office.signedIn(people.ruth);
    await upload(ruth, '2026-09-18', csvOf([aRow(), aRow()]));
    await arrive(ruth, 'Register as at 18 September 2026');
    await ruth.follow('Import the register');
    await arrive(ruth, 'Import the register as at 18 September 2026?');
    await ruth.press('Import the register');
    await expectSuccess(ruth, 'The register is imported');
  }

  async function startTheAutumn(): Promise<{
    roundId: string;
    audit: AuditProgressResponse;
    others: AuditProgressResponse[];
  }> {
    const ruth = await office.signedIn(people.ruth);
    await ruth.goTo('/programme/2026-27');
    await ruth.follow(`Open one for ${AUTUMN} (Q3 2026-27)`);
    await arrive(ruth, 'Open a round');
    await ruth.page.getByLabel('Routine', EXACT).check();
    await ruth.fill('Sample size', '12');
    await ruth.press('Open round');
    await expectSuccess(ruth, `The round ${ROUND} is open. Its sample is yet to be drawn`);
    await ruth.follow('Plan the draw');
    await arrive(ruth, `Draw the sample: Routine round, ${AUTUMN}`);
    await ruth.press('Draw the sample');
    await expectSuccess(ruth, '12 plans are drawn');
    const lead = await office.service.signIn(people.ruth);
    const { id: roundId } = await roundCalled(lead, ROUND);
    await ruth.goTo(`/programme/rounds/${roundId}/audits`);
    await ruth.press('Allocate');
    await expectSuccess(ruth, '12 audits made, 36 scorings allocated, nobody is missing');
    await expectClean(ruth);
    const { audits } = await progressOf(lead, roundId);
    const origins = await office.service.database.asOwner(
      `SELECT id FROM audits WHERE round_id = $1 AND NOT (register_facts ->> 'isTransferredIn')::boolean
          AND NOT (register_facts ->> 'isTribunalOrdered')::boolean AND register_facts ->> 'officerRef' IS NOT NULL`,
      [roundId],
    );
    const audit = audits.find(({ id }) => origins.some((origin) => origin.id === id));
    if (!audit) throw new Error('no audit of the round has an officer and may have feedback');
    return { roundId, audit, others: audits.filter(({ id }) => id !== audit.id) };
  }

  async function score(person: Person, audit: AuditProgressResponse): Promise<void> {
    const agency = person.agency ?? '';
    const { id } = scoringOf(audit, agency);
    const visit = await office.signedIn(person);
    const page = new ScoringPage(visit);
    const keyboard = new Keyboard(visit);
    await visit.goTo('/scorings');
    await expectClean(visit);
    await visit.follow(audit.reference);
    await arrive(visit, 'Conflict of interest');
    await keyboard.tick('No, I have no conflict of interest');
    await keyboard.press('Continue');
    await arrive(visit, audit.reference);
    await keyboard.press('Evidence sweep');
    await arrive(visit, 'Evidence sweep');
    await page.answerGroups('sweep-', () => 'Space');
    await page.complete();
    const { domains } = await formOf(await office.service.signIn(person), id);
    for (const { title } of domains) {
      await keyboard.press(title);
      await arrive(visit, title);
      await page.answerGroups('criterion-', (name) => below[agency]?.[name] ?? good);
      await giveEvidence(visit, agency);
      await page.complete();
      await expectPage(visit, audit.reference);
    }
    await keyboard.press('Counted facts');
    await arrive(visit, 'Counted facts');
    await page.toEnd();
    await page.complete();
    await keyboard.press('Check and submit');
    await arrive(visit, 'Check your scoring');
    await keyboard.press('Continue to submit');
    await keyboard.press('Submit scoring');
    await expectSuccess(visit, `Your scoring of ${audit.reference} is submitted and locked`);
  }

  /** Where a grade on the page needs it; the focus goes back to the end of the page. */
  async function giveEvidence(visit: Visit, agency: string): Promise<void> {
    for (const name of Object.keys(below[agency] ?? {})) {
      const field = visit.page.locator(`#${name}-evidence`);
      if ((await field.count()) === 0) continue;
      await field.fill('The advice names more than Section B does.');
      await field.blur();
      await visit.page.locator('[name=section-completed]').first().focus();
    }
  }

  async function moderate({ id, reference }: AuditProgressResponse): Promise<void> {
    const tom = await office.signedIn(people.tom);
    await tom.goTo('/moderations');
    await expectClean(tom);
    await tom.follow(reference);
    await arrive(tom, reference);
    await tom.follow('Decide the next difference');
    await arrive(tom, 'Child’s own voice');
    for (const letter of ['A', 'B', 'C']) await expectWords(tom, `Rater ${letter}`);
    await tom.page.getByLabel('Good', EXACT).check();
    await tom.fill('Reason', 'Section A quotes the child twice.');
    await tom.press('Save');
    await tom.page.getByText(/^Child’s own voice: Good\. Overall now/).waitFor();
    await tom.goTo(`/moderations/${id}/closing`);
    await arrive(tom, 'Check and close the audit');
    const { form } = await readModeration(await office.service.signIn(people.tom), id);
    const capped = form.working.overall?.cappedGrade;
    const label = form.scale.grades.find(({ key }) => key === capped)?.label ?? '';
    await tom.page.getByLabel(label, EXACT).check();
    await tom.press('Close the audit');
    await expectSuccess(tom, `${reference} is closed and locked`);
    await tom.settle();
    await expectClean(tom);
  }

  /** Grace takes the plan over from whoever the register names. */
  async function answerFeedback({ id, planRef }: AuditProgressResponse): Promise<void> {
    const [plan] = await office.service.database.asOwner<{ officer: string }>(
      `SELECT register_facts ->> 'officerRef' AS officer FROM audits WHERE id = $1`,
      [id],
    );
    const helen = await office.service.signIn(people.helen);
    const { id: account } = await accountOf(helen, people.grace);
    const { body } = await helen.get(`/api/accounts/${account}`);
    const { fullName, email, roles, version } = body;
    const change = { fullName, email, roles, version, staffRef: plan?.officer ?? '' };
    expect((await helen.put(`/api/accounts/${account}`, change)).status).toBe(200);
    const grace = await office.signedIn(people.grace);
    await grace.goTo('/');
    await grace.follow('Feedback to answer');
    await arrive(grace, 'Feedback');
    await grace.follow(planRef);
    await arrive(grace, `Feedback on plan ${planRef}`);
    await expectWords(grace, 'The advice names more than Section B does.');
    const point = grace.page.locator('app-feedback-point').first();
    await point.getByLabel('Corrected now').check();
    await point.getByRole('button', { name: /^Save reply/ }).click();
    await point.getByRole('heading', { name: 'Corrected now', exact: true }).waitFor();
    await expectClean(grace);
  }

  async function closeTheRound(roundId: string): Promise<void> {
    const ruth = await office.signedIn(people.ruth);
    await ruth.goTo(`/programme/rounds/${roundId}/closing`);
    await expectClean(ruth);
    await ruth.press('Close the round');
    await expectSuccess(ruth, `The round ${ROUND} is closed`);
    await ruth.goTo('/trends');
    await ruth.settle();
    await ruth.page.locator('main', { hasText: AUTUMN }).waitFor();
    await expectClean(ruth);
  }

  async function publishTheReport(): Promise<void> {
    const ruth = await office.signedIn(people.ruth);
    await ruth.goTo('/reports');
    await ruth.press(`Draft the report for ${AUTUMN} (Q3 2026-27) of EHC plan audit`);
    await arrive(ruth, `Learning report: ${AUTUMN} (Q3 2026-27)`);
    await ruth.follow('Publish');
    await arrive(ruth, 'Publish this learning report?');
    await ruth.press('Publish');
    await expectSuccess(ruth, 'Edition 1 is published');
  }

  /** Answers the title of what was downloaded. */
  async function readIt(): Promise<string> {
    const alan = await office.signedIn(people.alan);
    await alan.goTo('/');
    await alan.follow(`Latest learning report: ${AUTUMN}`);
    await arrive(alan, `Learning report: ${AUTUMN} (Q3 2026-27)`);
    const waiting = alan.page.waitForEvent('download');
    await alan.follow('Download the report (PDF)');
    const pdf = await readPdf(await readFile(await (await waiting).path()));
    const words = allElements(pdf).map(({ text }) => text);
    expect(words.join(' ')).toContain('12');
    return pdf.title;
  }
});
