import { describe, expect, it } from '@jest/globals';
import { people } from '../../support/people.js';
import { expectPage, expectWords } from '../../support/browser/expectations.js';
import { Keyboard } from '../../support/browser/keyboard.js';
import { anOffice } from '../../support/browser/office.js';

describe('finding what good looks like', () => {
  const office = anOffice();

  it('Priya goes by keyboard from the home page to a criterion and reads its good descriptor', async () => {
    const priya = await office.signedIn(people.priya);
    const keyboard = new Keyboard(priya);
    await priya.goTo('/');
    await keyboard.press('Frameworks');
    await expectPage(priya, 'Frameworks');
    await keyboard.press('EHC plan audit, version 1');
    await expectPage(priya, 'EHC plan audit');
    await keyboard.press('Health needs and provision');
    await expectPage(priya, 'Health needs and provision');
    await keyboard.press('Health provision specific and agreed');
    const criterion = priya.page.getByRole('region', {
      name: 'Health provision specific and agreed',
    });
    const heading = criterion.getByRole('heading', { level: 2 });
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    const words = await criterion.innerText();
    expect(words).toMatch(/Good\s+Items are specific and quantified, with a responsible role/);
    expect(words).toMatch(
      /Not applicable when “Health provision recommended” is No and when “Health/,
    );
  });

  it('opens at the criterion its address names, and marks what is cited from general knowledge', async () => {
    const dev = await office.signedIn(people.dev);
    await dev.goTo('/frameworks');
    await dev.follow('EHC plan audit, version 1');
    await dev.follow('Preparing for adulthood and change');
    await expectPage(dev, 'Preparing for adulthood and change');
    await dev.goTo(`${dev.address()}#adulthood-provision`);
    const heading = dev.page.locator('#adulthood-provision');
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await expectWords(dev, 'Not applicable before Year 9.');
    await expectWords(dev, '† cited from general knowledge; check it against the source');
  });

  it('says when a framework has no such domain, and leads back to those it has', async () => {
    const dev = await office.signedIn(people.dev);
    await dev.goTo('/frameworks');
    await dev.follow('Audit of health advice, version 1');
    await expectPage(dev, 'Audit of health advice');
    await dev.goTo(`${dev.address()}/domains/voice`);
    await expectWords(dev, 'This framework has no such domain');
    await dev.page
      .getByRole('main')
      .getByRole('link', { name: 'Audit of health advice' })
      .last()
      .click();
    await expectPage(dev, 'Audit of health advice');
  });
});
