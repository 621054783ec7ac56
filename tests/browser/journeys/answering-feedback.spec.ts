import { beforeEach, describe, expect, it } from '@jest/globals';
import { aFeedback, readFeedback, replyTo } from '../../support/builders/feedback.js';
import { expectError, expectPage, expectWords } from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';
import type { Visit } from '../../support/browser/visit.js';
import { people } from '../../support/people.js';

const NEEDS = 'needs-complete';

describe('answering feedback', () => {
  const office = anOffice();
  let id: string;

  beforeEach(async () => {
    id = await aFeedback(office.service);
  });

  const read = async () => readFeedback(await office.service.signIn(people.grace), id);
  const replyOf = async (criterion: string) =>
    (await read()).points.find((point) => point.criterion === criterion)?.reply ?? null;

  /** The part of the page that is about one point. */
  const point = (visit: Visit, place: number) =>
    visit.page.locator('app-feedback-point').nth(place - 1);
  const save = (visit: Visit, place: number) =>
    point(visit, place)
      .getByRole('button', { name: /^Save reply/ })
      .click();
  const saved = (visit: Visit, place: number, words: string) =>
    point(visit, place).getByRole('heading', { name: words, exact: true }).waitFor();

  it('Grace finds it on her home page, reads it, and answers by keyboard alone', async () => {
    const { planRef } = await read();
    const visit = await office.signedIn(people.grace);
    const keyboard = new Keyboard(visit);
    await visit.goTo('/');
    await keyboard.press('Feedback to answer');
    await expectPage(visit, 'Feedback');
    await keyboard.press(planRef);
    await expectPage(visit, `Feedback on plan ${planRef}`);
    await expectWords(visit, 'Section B leaves out the sleep that the parents describe.');
    await expectWords(visit, 'Education and SEND, Section B');
    await expectWords(visit, 'What Requires improvement looks like');
    await expectWords(visit, 'The parents speak for themselves throughout.');
    await expectWords(visit, '0 of 2 answered.');
    await keyboard.tick('Corrected now');
    await keyboard.press('Save reply to Every educational need in Section B');
    await saved(visit, 1, 'Corrected now');
    expect(await visit.page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Corrected now',
    );
    await expectWords(visit, '1 of 2 answered.');
    await expectWords(visit, /Grace Lin, 15 September 2026/);
    expect(await read()).toMatchObject({ answeredCount: 1, openedAt: expect.any(String) });
  });

  it('Grace is asked why where it is not possible, and may change her mind; both stay on record', async () => {
    const visit = await office.signedIn(people.grace);
    await visit.goTo(`/feedback/${id}`);
    await save(visit, 1);
    await expectError(visit, 'Choose what you do about this point');
    await point(visit, 1).getByLabel('Not possible').check();
    await save(visit, 1);
    await expectError(visit, 'Say in the note why it is not possible');
    await point(visit, 1).getByLabel(/^Note/).fill('No report says more.');
    await save(visit, 1);
    await saved(visit, 1, 'Not possible');
    await point(visit, 1)
      .getByRole('button', { name: /^Change reply/ })
      .click();
    await point(visit, 1).getByLabel('Will be corrected at the next review').check();
    await save(visit, 1);
    await saved(visit, 1, 'Will be corrected at the next review');
    await visit.page.getByText('Earlier replies').click();
    await expectWords(visit, /Not possible\. No report says more\. Grace Lin/);
  });

  it('Grace has it open in two windows: she sees what is saved and decides', async () => {
    const [here, there] = [
      await office.signedIn(people.grace),
      await office.signedIn(people.grace),
    ];
    await here.goTo(`/feedback/${id}`);
    await there.goTo(`/feedback/${id}`);
    await point(there, 1).getByLabel('Corrected now').check();
    await save(there, 1);
    await saved(there, 1, 'Corrected now');
    here.watch.declare('409 PUT /api/feedback/');
    await point(here, 1).getByLabel('Not possible').check();
    await point(here, 1).getByLabel(/^Note/).fill('Not without a report.');
    await save(here, 1);
    await saved(here, 1, 'Corrected now');
    await expectWords(here, /Save yours again if it is to count/);
    await save(here, 1);
    await saved(here, 1, 'Not possible');
    expect(await replyOf(NEEDS)).toMatchObject({ note: 'Not without a report.', version: 2 });
  });

  it('Grace writes a telephone number: nothing is sent until she has said that it names nobody', async () => {
    const visit = await office.signedIn(people.grace);
    await visit.goTo(`/feedback/${id}`);
    await point(visit, 1).getByLabel('Corrected now').check();
    await point(visit, 1).getByLabel(/^Note/).fill('The team’s line is 01904 551234.');
    await expectWords(visit, /This looks as if it had a telephone number in it/);
    await save(visit, 1);
    await expectError(visit, 'Take out what could name somebody, or say that it does not');
    expect(await replyOf(NEEDS)).toBeNull();
    await point(visit, 1).getByLabel('It names nobody').check();
    await save(visit, 1);
    await saved(visit, 1, 'Corrected now');
  });

  it('Grace leaves with a reply that is not saved: she is asked first, and may stay', async () => {
    const visit = await office.signedIn(people.grace);
    await visit.goTo(`/feedback/${id}`);
    await point(visit, 2).getByLabel('Corrected now').check();
    await visit.follow('Home');
    const dialog = visit.page.getByRole('dialog', { name: 'Not everything is saved' });
    await dialog.getByRole('button', { name: 'Stay on this page' }).click();
    expect(await point(visit, 2).getByLabel('Corrected now').isChecked()).toBe(true);
    await save(visit, 2);
    await saved(visit, 2, 'Corrected now');
    await visit.follow('Home');
    await expectPage(visit, 'Home');
  });

  it('what stands half written on one point stays when another is saved', async () => {
    const visit = await office.signedIn(people.grace);
    await visit.goTo(`/feedback/${id}`);
    await point(visit, 2).getByLabel(/^Note/).fill('Half a sentence');
    await point(visit, 1).getByLabel('Corrected now').check();
    await save(visit, 1);
    await saved(visit, 1, 'Corrected now');
    expect(await point(visit, 2).getByLabel(/^Note/).inputValue()).toBe('Half a sentence');
    await save(visit, 2);
    await expectError(visit, 'Choose what you do about this point');
    await point(visit, 2).getByLabel('Corrected now').check();
    await save(visit, 2);
    await saved(visit, 2, 'Corrected now');
  });

  it('Nadia finds what has no officer, answers it, and only reads what has one', async () => {
    await aFeedback(office.service, { officerRef: 'SO-404' });
    const visit = await office.signedIn(people.nadia);
    await visit.goTo('/');
    await visit.follow('Feedback without an officer');
    await expectPage(visit, 'Feedback');
    expect(visit.address()).toBe('/feedback?officer=none&state=unanswered');
    await visit.page.getByRole('table').getByRole('link').first().click();
    await expectWords(visit, 'SO-404, no account');
    await point(visit, 1).getByLabel('Will be corrected at the next review').check();
    await save(visit, 1);
    await saved(visit, 1, 'Will be corrected at the next review');
    await visit.goTo(`/feedback/${id}`);
    await expectWords(visit, 'Not answered yet.');
    expect(await visit.page.getByRole('button', { name: /^Save reply/ }).count()).toBe(0);
    expect((await read()).openedAt).toBeNull();
  });

  it('Nadia sees in the list who has read, who has answered and who has not', async () => {
    const grace = await office.service.signIn(people.grace);
    for (const criterion of [NEEDS, 'outcomes-smart']) {
      await replyTo(grace, id, criterion, { answer: 'corrected-now' });
    }
    const { planRef } = await read();
    const visit = await office.signedIn(people.nadia);
    await visit.goTo('/feedback');
    await visit.choose('State', 'Answered');
    await visit.press('Apply filters');
    const row = visit.page.getByRole('row', { name: planRef });
    await row.getByText('2 of 2 answered').waitFor();
    expect(await row.innerText()).toMatch(/Grace Lin[\s\S]*North[\s\S]*Answered/);
    expect(visit.address()).toBe('/feedback?state=answered');
  });
});
