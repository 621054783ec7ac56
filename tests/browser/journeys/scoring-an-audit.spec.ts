import type { AuditProgressResponse } from '@app/shared/contracts';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anAccount, type MadePerson } from '../../support/builders/account.js';
import {
  answerIn,
  anAudit,
  formOf,
  open,
  save,
  scoringOf,
} from '../../support/builders/scoring.js';
import {
  expectError,
  expectPage,
  expectSuccess,
  expectWords,
} from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';
import { ScoringPage } from '../../support/browser/pages/scoring-page.js';
import { SignInAgainDialog } from '../../support/browser/pages/sign-in-again-dialog.js';
import type { Visit } from '../../support/browser/visit.js';
import { people } from '../../support/people.js';
import type { Visitor } from '../../support/visitor.js';

/** Said only after the service has confirmed it. */
async function expectSaved(visit: Visit): Promise<void> {
  await visit.page.locator('.app-autosave', { hasText: /Saved \d\d:\d\d/ }).waitFor();
}

const firstOfVoice = 'criterion-voice-own-words';

describe('scoring an audit', () => {
  const office = anOffice();
  let amira: MadePerson;
  let ruth: Visitor;
  let audit: AuditProgressResponse;
  let scoring: string;
  let amirasOwn: Visitor;

  beforeAll(async () => {
    ruth = await office.service.signIn(people.ruth);
    await anAudit(office.service, ruth);
    amira = await anAccount(office.service).named('Amira Khan').forAuditor('education').make();
    amirasOwn = await office.service.signIn(amira);
  });

  beforeEach(async () => {
    audit = await anAudit(office.service, ruth);
    const { id, version } = scoringOf(audit, 'education');
    scoring = id;
    await ruth.post(`/api/scorings/${id}/reassignment`, { auditorId: amira.id, version });
  });

  const answer = async (key: string) =>
    answerIn(await formOf(amirasOwn, scoring), 'criterion', key);
  const toVoice = async (visit: Visit) => {
    await open(amirasOwn, scoring);
    await visit.goTo(`/scorings/${scoring}/domains/voice`);
  };
  const firstGrade = (visit: Visit, grade: string) =>
    visit.page
      .locator(`#${firstOfVoice}`)
      .locator('xpath=ancestor::fieldset[1]')
      .getByLabel(grade, { exact: true });

  it('Amira declares no conflict, sweeps, scores by keyboard alone and submits; then it is locked', async () => {
    const visit = await office.signedIn(amira);
    const keyboard = new Keyboard(visit);
    const page = new ScoringPage(visit);
    await visit.goTo('/scorings');
    await keyboard.press(audit.reference);
    await expectPage(visit, 'Conflict of interest');
    await keyboard.press('Continue');
    await expectError(visit, 'Say whether you have a conflict of interest, and which');
    await keyboard.tick('No, I have no conflict of interest');
    await keyboard.press('Continue');
    await expectPage(visit, audit.reference);
    expect(await page.statusOf('Evidence sweep')).toMatch(/Not yet started|In progress/);
    expect(await page.statusOf('Check and submit')).toBe('Cannot start yet');

    await keyboard.press('Evidence sweep');
    await expectPage(visit, 'Evidence sweep');
    expect(await page.answerGroups('sweep-', () => 'Space')).toBeGreaterThan(1);
    await page.complete();
    await expectPage(visit, audit.reference);
    expect(await page.statusOf('Evidence sweep')).toBe('Completed');

    await keyboard.press('Voice of the child or young person');
    await expectPage(visit, 'Voice of the child or young person');
    await expectWords(visit, 'Domain 1 of 10, 0 of 5 scored');
    await scoreVoiceOffline(visit, page);

    const { domains } = await formOf(amirasOwn, scoring);
    for (const { title } of domains.slice(1)) {
      await keyboard.press(title);
      await expectPage(visit, title);
      await page.answerGroups('criterion-', () => '2');
      await page.complete();
      await expectPage(visit, audit.reference);
      expect(await page.statusOf(title)).toBe('Completed');
    }

    await keyboard.press('Counted facts');
    await keyboard.typeInto('Number of outcomes in Section E', '4');
    await keyboard.typeInto('Number that meet all five SMART tests', '3');
    await page.toEnd();
    await page.complete();
    await expectPage(visit, audit.reference);

    await keyboard.press('Check and submit');
    await expectPage(visit, 'Check your scoring');
    await expectWords(visit, 'Only the parents speak in Section A.');
    await keyboard.press('Continue to submit');
    await keyboard.press('Submit scoring');
    await expectSuccess(visit, `Your scoring of ${audit.reference} is submitted and locked`);
    await expectWords(visit, 'This scoring is locked. What you submitted stands below.');
    const locked = await answer('voice-own-words');
    const again = await save(amirasOwn, scoring, {
      ...{ kind: 'criterion', key: 'voice-own-words', value: 'good' },
      seenVersion: locked?.version ?? 0,
    });
    expect(again.status).toBe(422);
    await visit.goTo('/scorings');
    expect(await visit.page.getByRole('row', { name: audit.reference }).innerText()).toContain(
      '15 September 2026',
    );
  }, 120_000);

  /** Amira's train goes through a tunnel; one grade is Inadequate and has no evidence at first. */
  async function scoreVoiceOffline(visit: Visit, page: ScoringPage): Promise<void> {
    visit.watch.declare('ERR_INTERNET_DISCONNECTED PUT /api/scorings/');
    await visit.context.setOffline(true);
    const given = await page.answerGroups('criterion-', (name) =>
      name === firstOfVoice ? '4' : '2',
    );
    expect(given).toBe(5);
    await expectWords(visit, 'Not saved yet: 5 answers waiting');
    expect(await answer('voice-own-words')).toBeUndefined();
    await visit.context.setOffline(false);
    await expectSaved(visit);
    expect((await answer('voice-own-words'))?.value).toBe('inadequate');

    await page.complete();
    await expectError(visit, 'Give a line of evidence for “Child’s own voice”, graded Inadequate');
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    await visit.page.keyboard.type('Only the parents speak in Section A.');
    await page.toEnd();
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    await expectPage(visit, audit.reference);
    expect(await page.statusOf('Voice of the child')).toBe('Completed');
  }

  it('Amira goes from one unscored criterion to the next, and does not lose sight of it', async () => {
    const visit = await office.signedIn(amira);
    await toVoice(visit);
    const link = visit.page.getByRole('link', { name: 'Next unscored criterion' });
    const focused = () => visit.page.evaluate(() => document.activeElement?.id);
    await link.press('Enter');
    expect(await focused()).toBe(firstOfVoice);
    await link.press('Enter');
    expect(await focused()).toBe('criterion-voice-attributed');
    for (const group of await visit.page.getByLabel('Good', { exact: true }).all())
      await group.check();
    await link.press('Enter');
    await expectPage(visit, 'Family views and co-production');
    await visit.page.waitForFunction(() => document.activeElement?.id === 'criterion-family-views');
  });

  it('Amira’s session has ended: she signs in on the page, and her grade is saved', async () => {
    const visit = await office.signedIn(amira);
    await toVoice(visit);
    office.service.clock.advance(3 * 60 * 60);
    visit.watch.declare('401 PUT /api/scorings/');
    await firstGrade(visit, 'Good').check();
    await new SignInAgainDialog(visit).signIn(amira.password);
    await expectSaved(visit);
    [amirasOwn, ruth] = await Promise.all([
      office.service.signIn(amira),
      office.service.signIn(people.ruth),
    ]);
    expect((await answer('voice-own-words'))?.value).toBe('good');
  });

  it('Amira has the plan open in two windows: she sees both grades and chooses', async () => {
    const [here, there] = [await office.signedIn(amira), await office.signedIn(amira)];
    await toVoice(here);
    await toVoice(there);
    await firstGrade(there, 'Good').check();
    await expectSaved(there);
    here.watch.declare('409 PUT /api/scorings/');
    await firstGrade(here, 'Inadequate').check();
    await expectWords(here, 'Choose which to keep');
    await expectWords(here, /^Saved elsewhere at/);
    expect((await answer('voice-own-words'))?.value).toBe('good');
    await here.press('Keep the answer on this page');
    await expectSaved(here);
    expect((await answer('voice-own-words'))?.value).toBe('inadequate');
  });

  it('Amira pastes an NHS number: she is warned, and nothing of it reaches the service', async () => {
    const visit = await office.signedIn(amira);
    await toVoice(visit);
    const box = visit.page.locator(`#${firstOfVoice}-evidence`);
    await box.fill('Quoted from the letter about 943 476 5919.');
    await box.blur();
    await expectWords(visit, /This looks as if it had an NHS number in it/);
    await expectWords(visit, 'Not saved yet: 1 answer waiting');
    expect(await answer('voice-own-words')).toBeUndefined();
    await box.fill('Quoted from the letter.');
    await box.blur();
    await expectSaved(visit);
    expect((await answer('voice-own-words'))?.evidence).toBe('Quoted from the letter.');
  });

  it('Amira leaves with an answer that cannot be saved: she is asked first, and may stay', async () => {
    const visit = await office.signedIn(amira);
    await toVoice(visit);
    visit.watch.declare('503 PUT /api/scorings/');
    await visit.page.route('**/answers**', (route) => route.fulfill({ status: 503 }));
    await visit.page.route('**/answers/**', (route) => route.fulfill({ status: 503 }));
    await firstGrade(visit, 'Good').check();
    await expectWords(visit, 'Not saved yet: 1 answer waiting');
    await visit.follow('Home');
    const dialog = visit.page.getByRole('dialog', { name: 'Not everything is saved' });
    await dialog.getByRole('button', { name: 'Stay on this page' }).click();
    await expectPage(visit, 'Voice of the child or young person');
    await visit.page.unrouteAll();
    await visit.press('Try again now');
    await expectSaved(visit);
    await visit.follow('Home');
    await expectPage(visit, 'Home');
  });

  it('the answers decide what applies: a no in the sweep takes a criterion out, with the reason', async () => {
    const visit = await office.signedIn(amira);
    await open(amirasOwn, scoring);
    await visit.goTo(`/scorings/${scoring}/sweep`);
    const question = visit.page.getByRole('radiogroup', { name: /change of phase, service/ });
    await question.getByLabel('No', { exact: true }).check();
    await expectSaved(visit);
    await visit.goTo(`/scorings/${scoring}/domains/adulthood`);
    await expectWords(visit, 'No change of phase, service or legal status within two years.');
  });

  it('Amira has advised on the plan: she says so and does not see the form', async () => {
    const visit = await office.signedIn(amira);
    await visit.goTo(`/scorings/${scoring}/domains/voice`);
    await expectPage(visit, 'Conflict of interest');
    await visit.page.getByLabel('Yes: I gave advice for the plan').check();
    await visit.press('Continue');
    await expectSuccess(
      visit,
      `Your conflict of interest is on record. Someone else scores ${audit.reference}`,
    );
    await expectPage(visit, 'My audits');
    expect(await visit.page.getByRole('link', { name: audit.reference }).count()).toBe(0);
  });
});
