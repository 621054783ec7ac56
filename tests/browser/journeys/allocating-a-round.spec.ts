import type { RoundResponse } from '@app/shared/contracts';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anAccount } from '../../support/builders/account.js';
import { aDrawnRound, theme } from '../../support/builders/round.js';
import { allocate, progressOf, scoringOf, submitWhole } from '../../support/builders/scoring.js';
import {
  expectError,
  expectPage,
  expectSuccess,
  expectWords,
} from '../../support/browser/expectations.js';
import { anOffice } from '../../support/browser/office.js';
import { people } from '../../support/people.js';
import type { Visitor } from '../../support/visitor.js';

describe('allocating a round', () => {
  const office = anOffice();
  let ruth: Visitor;
  let round: RoundResponse;

  beforeAll(async () => {
    ruth = await office.service.signIn(people.ruth);
    await anAccount(office.service).named('Amira Khan').forAuditor('education').make();
  });

  beforeEach(async () => {
    round = await aDrawnRound(ruth, theme());
  });

  const openRound = async () => {
    const visit = await office.signedIn(people.ruth);
    await visit.goTo(`/programme/rounds/${round.id}/audits`);
    return visit;
  };

  it('Ruth allocates the drawn plans, and each agency has one auditor for each', async () => {
    const visit = await openRound();
    await expectWords(visit, /12 drawn plans have no audit yet/);
    await visit.press('Allocate');
    await expectSuccess(visit, '12 audits made, 36 scorings allocated, nobody is missing');
    const row = visit.page.getByRole('row', { name: /^Health/ });
    expect((await row.innerText()).split(/\s+/)).toEqual(['Health', '12', '0', '0', '0', '12']);
  });

  it('Ruth reassigns a scoring to Amira, and finds it again among hers', async () => {
    await allocate(ruth, round.id);
    const { audits } = await progressOf(ruth, round.id);
    const devs = audits.find(
      (audit) => scoringOf(audit, 'education').auditor?.fullName === 'Dev Patel',
    );
    const reference = devs?.reference ?? 'none';
    const visit = await openRound();
    await visit.follow(new RegExp(`^Reassign\\s+for Education of ${reference}$`));
    await expectPage(visit, 'Choose another auditor');
    await visit.press('Reassign');
    await expectError(visit, 'Choose an auditor from the list');
    await visit.page.getByLabel('Amira Khan').check();
    await visit.press('Reassign');
    await expectSuccess(visit, `Amira Khan now scores ${reference} for Education`);
    await visit.choose('Auditor', 'Amira Khan');
    await visit.press('Apply filters');
    await expectWords(visit, reference);
    await visit.page.getByRole('link', { name: 'Remove the filter Auditor: Amira Khan' }).click();
    await expectWords(visit, '12 audits');
  });

  it('Ruth sees how far the agencies are and nothing of the grades', async () => {
    await allocate(ruth, round.id);
    const { audits } = await progressOf(ruth, round.id);
    const [audit] = audits;
    const priya = await office.service.signIn(people.priya);
    const { id } = audits.map((one) => scoringOf(one, 'health'))[0] ?? { id: 'none' };
    await submitWhole(priya, id, 'health', { grade: 'inadequate', evidence: 'No Section G.' });
    const visit = await openRound();
    const row = visit.page.getByRole('row', { name: new RegExp(audit?.reference ?? '') });
    expect(await row.innerText()).toContain('Submitted');
    expect(await visit.page.locator('main').innerText()).not.toMatch(/Inadequate|No Section G/);
  });

  it('Ruth brings the due date forward, and withdraws from that day what has not come', async () => {
    await allocate(ruth, round.id);
    const [audit] = (await progressOf(ruth, round.id)).audits;
    const reference = audit?.reference ?? 'none';
    const visit = await openRound();
    expect(await visit.page.getByRole('link', { name: /^Withdraw/ }).count()).toBe(0);
    await visit.follow(new RegExp(`^Change\\s+the due date of ${reference}$`));
    await visit.fill('Due date', '2026-09-15');
    await visit.press('Save due date');
    await expectSuccess(visit, `${reference} is now due on 15 September 2026`);
    await visit.follow(new RegExp(`^Withdraw\\s+Social care of ${reference}$`));
    await expectPage(visit, `Withdraw the Social care scoring of ${reference}?`);
    await visit.press('Withdraw scoring');
    await expectError(visit, 'Choose why the scoring is withdrawn', 'Why is it withdrawn?');
    await visit.choose('Why is it withdrawn?', 'Not returned by the due date');
    await visit.press('Withdraw scoring');
    await expectSuccess(visit, `The Social care scoring of ${reference} is withdrawn`);
    const row = visit.page.getByRole('row', { name: new RegExp(reference) });
    expect(await row.innerText()).toContain('Not returned by the due date');
  });
});
