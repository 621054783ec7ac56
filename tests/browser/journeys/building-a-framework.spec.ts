import { describe, expect, it } from '@jest/globals';
import { definitionOfDraft, draftAt } from '../../support/browser/drafts-in.js';
import {
  expectAddress,
  expectError,
  expectPage,
  expectSuccess,
  expectWords,
} from '../../support/browser/expectations.js';
import { anOffice } from '../../support/browser/office.js';
import { aConsultation, ownAccountId } from '../../support/builders/framework-draft.js';
import { people } from '../../support/people.js';

describe('building a framework', () => {
  const office = anOffice();

  it('Joan builds a framework of a new kind from nothing, part by part', async () => {
    const visit = await office.signedIn(people.joan);
    await visit.goTo('/frameworks/drafts/new');
    await visit.page.getByLabel('A framework of a new kind, with nothing in it yet').check();
    await visit.press('Start the draft');
    await expectError(visit, 'Enter what the framework is called', 'What the framework is called');
    await visit.fill('What the framework is called', 'Support plan audit');
    await visit.page.getByLabel('One document of a plan, such as an advice or a review').check();
    await visit.fill('The same in words', 'one support plan');
    await visit.press('Start the draft');
    await expectPage(visit, 'Support plan audit');
    const address = visit.address();
    const id = address.split('/')[3] ?? '';
    for (const [page, label, title] of [
      ['questions', 'question', 'Health need'],
      ['facts', 'counted fact', 'Outcomes'],
      ['indicators', 'indicator', 'SMART share'],
      ['sources', 'source', 'Local protocol'],
      ['tags', 'training tag', 'Plain words'],
      ['domains', 'domain', 'Voice'],
    ] as const) {
      await visit.goTo(`${address}/${page}`);
      await visit.fill(`Title of a new ${label}`, title);
      await visit.press(/^Add an? /);
      await expectPage(visit, title);
    }
    await visit.goTo(`${address}/caps`);
    await visit.press('Add a cap');
    await expectPage(visit, 'Cap 1');
    await visit.fill('Reason shown', 'One is enough.');
    await visit.press('Save');
    await expectSuccess(visit, 'The cap is saved');
    await visit.goTo(`${address}/indicators/smart-share`);
    await visit.press('Add a line to the rule “Counted are those where”');
    const line = 'of line 1 of the rule “Counted are those where”';
    await visit.choose(`What it asks about ${line}`, 'Outcomes');
    await visit.choose(`Answer ${line}`, 'Yes');
    await expectWords(visit, 'Of all audits, those where “Outcomes” is Yes.');
    await visit.press('Save');
    await visit.goTo(`${address}/sources/local-protocol`);
    await visit.press('Save');
    await expectError(
      visit,
      'Enter the address at which the source is found, beginning with https://',
      'Address on the web',
    );
    await visit.fill('Address on the web', 'https://ashbourne-vale.example/protocol');
    await visit.press('Save');
    await expectSuccess(visit, '“Local protocol” is saved');
    expect(await definitionOfDraft(office.service, id)).toMatchObject({
      ...{ kind: 'support-plan-audit', unit: 'document' },
      profileFields: [{ key: 'health-need' }],
      facts: [{ key: 'outcomes' }],
      indicators: [
        {
          key: 'smart-share',
          rule: { kind: 'share', meets: { all: [{ field: 'outcomes', op: 'eq', value: 'yes' }] } },
        },
      ],
      caps: [{ because: 'One is enough.' }],
      sources: [{ url: 'https://ashbourne-vale.example/protocol' }],
      trainingTags: [{ key: 'plain-words' }],
      domains: [{ key: 'voice', weight: 100, criteria: [] }],
    });
  });

  it('shows the form as an agency would meet it, and saves nothing of what is tried', async () => {
    const { visit, id } = await draftAt(office, '');
    await visit.follow('See the form of Health');
    await expectPage(visit, 'Preview: the form of Health');
    await visit.page
      .getByRole('radiogroup', { name: 'Does any document in the file show a health need' })
      .getByLabel('No', { exact: true })
      .check();
    await visit.follow('Health needs and provision');
    await expectPage(visit, 'Health needs and provision');
    const leftOut = visit.page.locator('strong', { hasText: 'Not applicable.' });
    await leftOut.first().waitFor();
    expect(await leftOut.count()).toBe(3);
    await visit.follow(/Check the evidence sweep.*Health needs set out/);
    await expectAddress(visit, `/frameworks/drafts/${id}/preview/health`);
    await visit.page
      .getByRole('radiogroup', { name: 'Does any document in the file show a health need' })
      .getByLabel('Yes', { exact: true })
      .check();
    await visit.page
      .getByRole('radiogroup', { name: 'Does any health advice recommend' })
      .getByLabel('Yes', { exact: true })
      .check();
    await visit.follow('Health needs and provision');
    await expectPage(visit, 'Health needs and provision');
    await leftOut.first().waitFor({ state: 'hidden' });
  });

  it('cannot be changed while it is out for consultation', async () => {
    const reviewer = await ownAccountId(await office.service.signIn(people.priya));
    const { id } = await aConsultation(office.service, reviewer);
    const visit = await office.signedIn(people.joan);
    await visit.goTo(`/frameworks/drafts/${id}/scale`);
    await expectWords(visit, /This draft is out for consultation/);
    expect(await visit.page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });
});
