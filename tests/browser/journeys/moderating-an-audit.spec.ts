import type { AuditProgressResponse } from '@app/shared/contracts';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  anAuditToAccept,
  closeWhole,
  criterionIn,
  decide,
  FIRST_OF_OCTOBER,
  readModeration,
  scoreWhole,
  type Scored,
} from '../../support/builders/moderation.js';
import { anAllocatedRound, anAudit, progressOf } from '../../support/builders/scoring.js';
import {
  expectAddress,
  expectError,
  expectNoWords,
  expectPage,
  expectSuccess,
  expectWords,
} from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';
import type { Visit } from '../../support/browser/visit.js';
import { people } from '../../support/people.js';

/** Three apart on one criterion, one apart on another; health alone finds its provision failing. */
const scored: Scored = {
  education: { outcomes: { 'voice-own-words': 'outstanding' } },
  health: {
    outcomes: {
      'voice-own-words': 'inadequate',
      'outcomes-smart': 'requires-improvement',
      'health-provision-specific': 'inadequate',
    },
  },
};

const EXACT = { exact: true };

describe('moderating an audit', () => {
  const office = anOffice();
  let audit: AuditProgressResponse;

  beforeAll(async () => {
    audit = await anAudit(office.service);
    await scoreWhole(office.service, audit, scored);
  });

  const tomsOwn = () => office.service.signIn(people.tom);
  const expectNobodyNamed = async (visit: Visit) => {
    const text = await visit.page.locator('main').innerText();
    for (const { fullName } of [people.dev, people.priya, people.sam]) {
      expect(text).not.toContain(fullName);
    }
  };

  it('Tom decides by keyboard, corrects the profile, sees the grade change and closes; then it is locked', async () => {
    const visit = await office.signedIn(people.tom);
    const keyboard = new Keyboard(visit);
    await visit.goTo('/moderations');
    const row = visit.page.getByRole('row', { name: audit.reference });
    expect(await row.innerText()).toContain('Grades two or more apart on 1 criterion');
    await keyboard.press(audit.reference);
    await expectPage(visit, audit.reference);
    await expectNobodyNamed(visit);

    await keyboard.press('Decide the next difference');
    await expectPage(visit, 'Child’s own voice');
    await expectWords(visit, 'Difference 1 of 2');
    for (const letter of ['A', 'B', 'C']) await expectWords(visit, `Rater ${letter}`);
    await expectNobodyNamed(visit);
    expect(await visit.page.locator('.app-raters').innerText()).not.toMatch(/Health|Education/);
    await keyboard.press('Save and go to the next difference');
    await expectError(visit, 'Choose a grade, or record that you cannot tell');
    await expectError(visit, 'Give your reason: grades lie two or more apart', 'Reason');
    await keyboard.tick('Outstanding');
    for (let grade = 0; grade < 3; grade += 1) await visit.page.keyboard.press('ArrowDown');
    await keyboard.typeInto('Reason', 'Section A speaks of the child and never quotes it.');
    await keyboard.press('Save and go to the next difference');

    await expectPage(visit, 'Outcomes are SMART');
    await expectSuccess(visit, /^Child’s own voice: Inadequate\. Overall now \d\.\d\d, /);
    await visit.follow('Back to the audit');
    await expectPage(visit, audit.reference);
    await expectWords(visit, 'Inadequate, decided');
    await expectWords(visit, /Held down from Good by the caps below/);
    await expectWords(visit, /At most Requires improvement when/);
    const before = await visit.page.locator('.app-card').last().innerText();

    await visit.page.getByText('What decides which criteria apply').click();
    await visit.follow(/^Change\s+Health provision recommended$/);
    await expectPage(visit, 'Health provision recommended');
    await visit.page.getByLabel('No', EXACT).check();
    await expectWords(visit, /^Not applicable any more: .*Health provision/);
    await visit.press('Save correction');
    await expectError(visit, 'Give your reason for the correction', 'Reason');
    await visit.fill('Reason', 'The paediatric letter recommends nothing.');
    await visit.press('Save correction');
    await expectSuccess(visit, /^“Health provision recommended” is corrected\. Overall now/);
    expect(await visit.page.locator('.app-card').last().innerText()).not.toBe(before);

    await visit.follow('Check and close');
    await expectPage(visit, 'Check and close the audit');
    await visit.press('Close the audit');
    await expectError(visit, 'Choose the grade that the audit closes with');
    await visit.page.getByLabel('Inadequate', EXACT).check();
    await visit.press('Close the audit');
    await expectError(
      visit,
      'Give your reason for another grade than Requires improvement',
      'Reason for another grade',
    );
    await visit.page.getByLabel('Requires improvement', EXACT).check();
    await visit.press('Close the audit');
    await expectSuccess(visit, `${audit.reference} is closed and locked`);
    await expectPage(visit, audit.reference);
    expect(await visit.page.locator('.govuk-summary-list').first().innerText()).toMatch(
      /Closed with\s+Requires improvement[\s\S]*How\s+Moderated/,
    );
    const voice = visit.page.getByRole('row', { name: /^Child’s own voice/ }).last();
    expect((await voice.innerText()).split(/\t/).slice(2)).toEqual([
      ...['Outstanding', 'Inadequate', 'Good'],
    ]);
    const again = await decide(await tomsOwn(), audit.id, 'voice-own-words', { outcome: 'good' });
    expect(again.status).toBe(422);
    await visit.goTo(`/moderations/${audit.id}/closing`);
    await expectAddress(visit, `/moderations/${audit.id}`);
    await visit.goTo(`/moderations/${audit.id}/criteria/voice-own-words`);
    await expectWords(visit, 'Section A speaks of the child and never quotes it.');
    expect(await visit.page.getByRole('radio').count()).toBe(0);
  }, 120_000);

  it('Tom types what looks like an NHS number: it is held until he says that it names nobody', async () => {
    const own = await anAudit(office.service);
    await scoreWhole(office.service, own, scored);
    const visit = await office.signedIn(people.tom);
    await visit.goTo(`/moderations/${own.id}/criteria/voice-own-words`);
    await visit.page.getByLabel('Good', EXACT).check();
    await visit.fill('Reason', 'As the letter about 943 476 5919 says.');
    await expectWords(visit, /This looks as if it had an NHS number in it/);
    await visit.press('Save and go to the next difference');
    await expectError(visit, 'Take out what could name somebody, or say that it does not');
    const moderation = await readModeration(await tomsOwn(), own.id);
    expect(criterionIn(moderation, 'voice-own-words').decision).toBeNull();
    await visit.fill('Reason', 'As the letter says.');
    await expectNoWords(visit, /This looks as if/);
    await visit.press('Save and go to the next difference');
    await expectPage(visit, 'Outcomes are SMART');
  });

  it('Tom’s colleague decides first: he is told, and what he typed stays', async () => {
    const own = await anAudit(office.service);
    await scoreWhole(office.service, own, scored);
    const visit = await office.signedIn(people.tom);
    await visit.goTo(`/moderations/${own.id}/criteria/outcomes-smart`);
    await visit.page.getByLabel('Good', EXACT).check();
    await visit.fill('Reason', 'Four of five have a date.');
    const reason = 'None is measurable.';
    await decide(await tomsOwn(), own.id, 'outcomes-smart', { outcome: 'inadequate', reason });
    visit.watch.declare('409 PUT /api/moderations/');
    await visit.press('Save and go to the next difference');
    await visit.press('Show the latest details');
    await expectWords(visit, 'Decided: Inadequate.');
    expect(await visit.valueOf('Reason')).toBe('Four of five have a date.');
    await visit.press('Save and go to the next difference');
    await expectPage(visit, 'Child’s own voice');
  });

  it('Tom swaps a point of feedback for another criterion, and none is named twice', async () => {
    const own = await anAudit(office.service);
    await scoreWhole(office.service, own, {
      education: {
        outcomes: { 'provision-specific': 'inadequate', 'needs-complete': 'inadequate' },
      },
      health: { outcomes: { 'health-needs-specified': 'inadequate' } },
      'social-care': { outcomes: { 'care-provision-specific': 'inadequate' } },
    });
    const visit = await office.signedIn(people.tom);
    await visit.goTo(`/moderations/${own.id}/closing`);
    const first = visit.page.getByLabel('Point 1', EXACT);
    expect(await first.locator('option:checked').innerText()).toContain('(Inadequate, critical)');
    await first.selectOption(await visit.valueOf('Point 2'));
    await visit.page.getByRole('radio').first().check();
    await visit.press('Close the audit');
    await expectError(visit, 'Choose another criterion than for point 1', 'Point 2');
    await first.selectOption({ label: 'Section F specific and quantified (Inadequate, critical)' });
    await visit.press('Close the audit');
    await expectSuccess(visit, `${own.reference} is closed and locked`);
    const points = visit.page.locator('.govuk-summary-list__row', {
      hasText: 'Points of feedback',
    });
    expect(await points.innerText()).toContain('Section F specific and quantified');
  });

  it('Tom accepts an audit that nothing speaks against in one act', async () => {
    const { id, reference } = await anAuditToAccept(office.service, await tomsOwn());
    const visit = await office.signedIn(people.tom);
    await visit.goTo(`/moderations/${id}`);
    await visit.follow('Check and accept as proposed');
    await expectWords(visit, `Accept ${reference} as proposed?`);
    await visit.press('Accept and close');
    await expectSuccess(visit, `${reference} is closed and locked`);
    await expectWords(visit, 'Accepted as proposed');
  });

  it('Ruth closes the round once it is due, and reads what was agreed', async () => {
    const ruth = await office.service.signIn(people.ruth);
    const { id, reference } = await anAllocatedRound(ruth, { sampleSize: 4 });
    const [closed] = (await progressOf(ruth, id)).audits;
    if (!closed) throw new Error('the round has no audit');
    await closeWhole(office.service, closed);
    const early = await office.signedIn(people.ruth);
    await early.goTo(`/programme/rounds/${id}`);
    await early.follow('Close this round');
    await expectWords(early, /so it can be closed from 1 October 2026 on/);
    expect(await early.page.getByRole('button', { name: 'Close the round' }).count()).toBe(0);

    office.service.clock.set(FIRST_OF_OCTOBER);
    const visit = await office.signedIn(people.ruth);
    await visit.goTo(`/programme/rounds/${id}/closing`);
    await expectWords(visit, '3 audits count as not completed, and never as a grade');
    await visit.press('Close the round');
    await expectSuccess(visit, `The round ${reference} is closed`);
    await expectPage(visit, 'The round is closed');
    await visit.goTo(`/programme/rounds/${id}/audits`);
    await visit.follow(new RegExp(`^Agreed grades\\s+of ${closed.reference}$`));
    await expectPage(visit, closed.reference);
  });
});
