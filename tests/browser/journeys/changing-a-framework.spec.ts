import { describe, expect, it } from '@jest/globals';
import type { FrameworkDefinition } from '@app/shared/domain';
import {
  expectError,
  expectFocusKept,
  expectPage,
  expectSuccess,
  expectWords,
} from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { definitionOfDraft, draftAt } from '../../support/browser/drafts-in.js';
import { anOffice } from '../../support/browser/office.js';
import type { Visit } from '../../support/browser/visit.js';
import { saved } from '../../support/builders/framework-draft.js';
import { people } from '../../support/people.js';

const RULE = 'the rule “Not applicable when”';

describe('changing a framework', () => {
  const office = anOffice();

  const definitionOf = (id: string) => definitionOfDraft(office.service, id);
  const idIn = (visit: Visit): string => visit.address().split('/')[3] ?? '';

  it('Joan starts from the published version, rewords a criterion and builds its rule', async () => {
    const visit = await office.signedIn(people.joan);
    await visit.goTo('/frameworks');
    await visit.follow('Start a draft');
    await expectPage(visit, 'Start a draft');
    await visit.press('Start the draft');
    await expectError(visit, 'Choose what the draft begins as');
    await visit.page.getByLabel('EHC plan audit, version 1').check();
    await visit.press('Start the draft');
    await expectSuccess(visit, 'The draft is started');
    await expectPage(visit, 'EHC plan audit');
    await expectWords(visit, 'Nothing stands in the way of publishing this.');
    const id = idIn(visit);

    await visit.follow('Voice of the child or young person');
    await visit.follow('Child’s own voice');
    await expectPage(visit, 'Child’s own voice');
    await visit.fill('Question', 'Can a reader hear this child in Section A?');
    await visit.page.getByLabel('By a rule on what is known of the plan').check();
    await expectWords(visit, 'The rule asks nothing yet.');
    await visit.press(`Add a line to ${RULE}`);
    await visit.press('Save');
    await expectError(visit, 'Choose what each line of the rule asks about');
    await visit.choose(`What it asks about of line 1 of ${RULE}`, 'Year group');
    await visit.choose(`Comparison of line 1 of ${RULE}`, 'is under');
    await visit.fill(`Number of line 1 of ${RULE}`, '3');
    await expectWords(visit, 'Not applicable before Year 3.');
    await visit.press(`Add a group to ${RULE}`);
    const group = `group 2 of ${RULE}`;
    await visit.choose(`What it asks about of line 1 of ${group}`, 'Health need evident');
    await visit.choose(`Answer of line 1 of ${group}`, 'No');
    await expectWords(visit, 'Not applicable before Year 3 and when “Health need evident” is No.');
    await visit.press('Save');
    await expectSuccess(visit, '“Child’s own voice” is saved');

    const criterion = (await definitionOf(id)).domains[0]?.criteria[0];
    expect(criterion).toMatchObject({
      key: 'voice-own-words',
      question: 'Can a reader hear this child in Section A?',
    });
    expect(criterion?.applicability).toMatchObject({
      mode: 'rule',
      notWhen: {
        all: [
          { field: 'year-group', op: 'lt', value: 3 },
          { any: [{ field: 'health-need-evident', op: 'eq', value: 'no' }] },
        ],
      },
    });

    // The reason was left empty: the draft is saved, and says so.
    await visit.follow('Child’s own voice');
    await visit.follow('Reason shown: enter a text');
    await visit.page.keyboard.type('Very young children are heard otherwise.');
    await visit.press('Save');
    await visit.goTo(`/frameworks/drafts/${id}`);
    await expectWords(visit, 'Nothing stands in the way of publishing this.');
  });

  it('Joan changes weights, sees what is to be put right, and mends it from the list', async () => {
    const { visit, id } = await draftAt(office, 'domains');
    const voice = 'Voice of the child or young person';
    const before = (await definitionOf(id)).domains[0]?.weight ?? 0;
    await visit.fill(voice, 'much');
    await visit.press('Save the weights');
    await expectError(visit, 'The weight must be a whole number from 1 to 100', voice);
    await visit.fill(voice, String(before - 2));
    await expectWords(visit, 'The weights sum to 98, 2 short of 100.');
    await visit.press('Save the weights');
    await expectSuccess(visit, 'The weights of the domains are saved');
    await expectWords(visit, '1 thing is to be put right before this can be published.');
    await visit.page.getByText('Everything to put right').click();
    await visit.follow(/^Domains and their weights: The weights of the domains sum to 98/);
    await expectPage(visit, 'Domains and their weights');
    await visit.fill(voice, String(before));
    await visit.press('Save the weights');
    await expectWords(visit, 'Nothing stands in the way of publishing this.');
  });

  it('Joan adds a criterion, which has everything still to say, and takes it out again', async () => {
    const { visit, id } = await draftAt(office, 'domains/voice');
    await visit.press('Add a criterion');
    const add = visit.page.getByLabel('Title of a new criterion');
    expect(await add.evaluate((field) => field === document.activeElement)).toBe(true);
    await add.fill('Siblings are heard');
    await visit.press('Add a criterion');
    await expectSuccess(visit, '“Siblings are heard” is added. Say the rest of it');
    await expectPage(visit, 'Siblings are heard');
    await visit.follow('Say what Good looks like for “Siblings are heard”');
    const good = visit.page.getByLabel('Good', { exact: true });
    expect(await good.evaluate((field) => field === document.activeElement)).toBe(true);
    await good.fill('They speak for themselves.');
    await visit.press('Save');
    await expectPage(visit, 'Voice of the child or young person');
    const added = (await definitionOf(id)).domains[0]?.criteria.at(-1);
    expect(added).toMatchObject({
      ...{ key: 'siblings-are-heard', agencies: [], question: '' },
      descriptors: { good: 'They speak for themselves.' },
    });
    await visit.press('Take out Siblings are heard');
    await visit.page.getByRole('dialog').waitFor();
    await visit.press('Leave it in');
    await visit.press('Take out Siblings are heard');
    await visit.press('Take it out');
    await expectWords(visit, 'Siblings are heard is taken out');
    await expectFocusKept(visit);
    const [voice] = (await definitionOf(id)).domains;
    expect(voice?.criteria.map(({ key }) => key)).not.toContain('siblings-are-heard');
  });

  it('puts domains in order by keyboard alone, with the focus kept and the place said', async () => {
    const { visit, id } = await draftAt(office, 'domains');
    const keyboard = new Keyboard(visit);
    const order = (await definitionOf(id)).domains.map(({ key }) => key);
    const title = 'Voice of the child or young person';
    await keyboard.press(`Move down ${title}`);
    await expectWords(visit, `${title} is now 2 of ${order.length}`);
    const hasFocus = () =>
      visit.page
        .getByRole('button', { name: `Move down ${title}` })
        .evaluate((button) => button === document.activeElement);
    expect(await hasFocus()).toBe(true);
    await visit.page.keyboard.press('Enter');
    await expectWords(visit, `${title} is now 3 of ${order.length}`);
    const now = (await definitionOf(id)).domains.map(({ key }) => key);
    expect(now).toEqual([...order.slice(1, 3), 'voice', ...order.slice(3)]);
  });

  it('keeps what was typed when somebody else saved another part meanwhile', async () => {
    const { visit, id } = await draftAt(office, 'about');
    const ruth = await office.service.signIn(people.ruth);
    const { body } = await ruth.get<{ version: number; definition: FrameworkDefinition }>(
      `/api/framework-drafts/${id}`,
    );
    const purpose = 'Shows which plans children could read.';
    await saved(ruth, { id, version: body.version }, { ...body.definition, purpose });
    visit.watch.declare('409 PUT /api/framework-drafts/');
    await visit.fill('Title', 'Audit of plans');
    await visit.press('Save');
    await expectWords(visit, /Someone else has changed/);
    await visit.press('Show the latest details');
    await visit.page.waitForFunction(
      (words) => document.querySelector<HTMLTextAreaElement>('#purpose')?.value === words,
      purpose,
    );
    expect(await visit.valueOf('Title')).toBe('Audit of plans');
    await visit.press('Save');
    await expectSuccess(visit, 'What the framework is about is saved');
    expect(await definitionOf(id)).toMatchObject({ title: 'Audit of plans', purpose });
  });

  it('asks before a page is left with something that is not saved', async () => {
    const { visit } = await draftAt(office, 'scale');
    await visit.fill('Label of grade 1', 'Excellent');
    await visit.follow('Cancel');
    await visit.page.getByRole('dialog').waitFor();
    await visit.press('Stay on this page');
    expect(await visit.valueOf('Label of grade 1')).toBe('Excellent');
    await visit.press('Save');
    await expectSuccess(visit, 'The grade scale is saved');
  });

  it('Joan gives the scale a fifth grade, and every criterion lacks its descriptor', async () => {
    const { visit, id } = await draftAt(office, 'scale');
    await visit.fill('Label of grade 1', 'Excellent');
    await visit.fill('Title of a new grade', 'Missing');
    await visit.press('Add a grade');
    await expectWords(visit, '“Missing” is added');
    // What was typed about another grade is still there.
    expect(await visit.valueOf('Label of grade 1')).toBe('Excellent');
    expect(await visit.valueOf('Label of grade 5')).toBe('Missing');
    await visit.press('Save');
    await expectSuccess(visit, 'The grade scale is saved');
    await expectWords(visit, /\d+ things are to be put right/);
    const { scale } = await definitionOf(id);
    expect(scale.grades.map(({ key }) => key)).toEqual([
      ...['outstanding', 'good', 'requires-improvement', 'inadequate', 'missing'],
    ]);
    expect(scale.grades[0]?.label).toBe('Excellent');
  });
});
