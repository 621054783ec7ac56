import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { faultsOfFocus } from '../../support/browser/accessibility/focus.js';
import { faultsOfNames } from '../../support/browser/accessibility/names.js';
import { faultsOfPreferences } from '../../support/browser/accessibility/preferences.js';
import { faultsOfReflow } from '../../support/browser/accessibility/reflow.js';
import { brokenRules } from '../../support/browser/accessibility/rules.js';
import { faultsOfSizes } from '../../support/browser/accessibility/sizes.js';
import { faultsOfStructure } from '../../support/browser/accessibility/structure.js';
import { startChromium } from '../../support/browser/chromium.js';

const FOOTER =
  '<footer><a href="/accessibility">Accessibility</a> <a href="/privacy">Privacy and cookies</a> <a href="/help">Help</a></footer>';

function pageWith(main: string, { title = 'Plans – EHC plan quality audit', style = '' } = {}) {
  return `<!doctype html><html lang="en-GB"><head><title>${title}</title>
    <style>a, button, input { font-size: 1.5rem; } ${style}</style></head>
    <body><main><h1>Plans</h1>${main}</main>${FOOTER}</body></html>`;
}

type Check = (page: Page) => Promise<string[]>;

const checks: readonly Check[] = [
  faultsOfStructure,
  brokenRules,
  faultsOfNames,
  faultsOfSizes,
  faultsOfFocus,
  faultsOfPreferences,
  faultsOfReflow,
];

/** A barrier planted on an otherwise sound page, and the sentence that has to find it. */
const barriers: readonly { barrier: string; html: string; found: RegExp; check: Check }[] = [
  {
    barrier: 'words too pale to read',
    html: pageWith('<p style="color: #bbbbbb">Pale</p>'),
    found: /^A1 color-contrast/,
    check: brokenRules,
  },
  {
    barrier: 'two targets that a trembling finger cannot tell apart',
    html: pageWith(
      '<style>button { width: 14px; height: 14px; padding: 0; border: 1px solid; margin: 0; font-size: 8px; }</style>' +
        '<button>A</button><button>B</button>',
    ),
    found: /^A1 target-size/,
    check: brokenRules,
  },
  {
    barrier: 'an id that is there twice',
    html: pageWith('<p id="same">One</p><p id="same">Two</p>'),
    found: /^A3: the id same is there twice/,
    check: faultsOfStructure,
  },
  {
    barrier: 'a heading that jumps a level',
    html: pageWith('<h3>Deep</h3>'),
    found: /^A3: the heading "Deep" jumps/,
    check: faultsOfStructure,
  },
  {
    barrier: 'a second heading of the first level',
    html: pageWith('<h1>More</h1>'),
    found: /^A3: not one h1/,
    check: faultsOfStructure,
  },
  {
    barrier: 'a title that does not name the service',
    html: pageWith('', { title: 'Plans' }),
    found: /^A4/,
    check: faultsOfStructure,
  },
  {
    barrier: 'help at another place',
    html: pageWith('').replace(/<a href="\/help">.*<\/a>/, ''),
    found: /^A24/,
    check: faultsOfStructure,
  },
  {
    barrier: 'a page of an unknown language',
    html: pageWith('').replace(' lang="en-GB"', ''),
    found: /^A28/,
    check: faultsOfStructure,
  },
  {
    barrier: 'a button without a name',
    html: pageWith('<button></button>'),
    found: /^A5: button/,
    check: faultsOfNames,
  },
  {
    barrier: 'something to press that says not what it is',
    html: pageWith('<div tabindex="0" style="font-size: 2em">Press</div>'),
    found: /^A5: div/,
    check: faultsOfNames,
  },
  {
    barrier: 'a Tab key that jumps about',
    html: pageWith(
      '<button>One</button><button onkeydown="event.preventDefault(); last.focus()">Two</button>' +
        '<button onkeydown="event.preventDefault(); document.querySelector(\'footer a\').focus()">Three</button>' +
        '<button id="last" onkeydown="event.preventDefault(); this.previousElementSibling.focus()">Four</button>',
    ),
    found: /^A7/,
    check: faultsOfFocus,
  },
  {
    barrier: 'an order of the Tab key that is not that of the page',
    html: pageWith('<button tabindex="2">Second</button><button tabindex="1">First</button>'),
    found: /^A8: the Tab key does not reach/,
    check: faultsOfFocus,
  },
  {
    barrier: 'a field that keeps the focus',
    html: pageWith('<label>Trap <input onkeydown="event.preventDefault()"></label>'),
    found: /^A8: Tab does not leave/,
    check: faultsOfFocus,
  },
  {
    barrier: 'controls that pass the focus round among themselves',
    html: pageWith(
      '<button>One</button><button id="two">Two</button><button onkeydown="event.preventDefault(); two.focus()">Three</button>',
    ),
    found: /^A8: Tab does not come out of the page/,
    check: faultsOfFocus,
  },
  {
    barrier: 'a focus that cannot be seen',
    html: pageWith('<button>Save</button>', { style: 'button:focus { outline: none; }' }),
    found: /^A9.*Save/,
    check: faultsOfFocus,
  },
  {
    barrier: 'a bar that lies over what has the focus',
    html: pageWith(
      '<button>Save</button><div style="position: fixed; inset: 0; background: white">Bar</div>',
    ),
    found: /^A10.*Save/,
    check: faultsOfFocus,
  },
  {
    barrier: 'a button too small to hit',
    html: pageWith('<button style="width: 20px; height: 20px; padding: 0">x</button>'),
    found: /^A11: only 20 × 20 px/,
    check: faultsOfSizes,
  },
  {
    barrier: 'a page wider than a telephone',
    html: pageWith('<p style="width: 500px">Wide</p>'),
    found: /^A12 at 320 × 256: scrolls sideways/,
    check: faultsOfReflow,
  },
  {
    barrier: 'a table that scrolls in a pane without a name',
    html: pageWith('<div style="overflow-x: auto"><p style="width: 500px">Wide</p></div>'),
    found: /^A12.*without being a named pane/,
    check: faultsOfReflow,
  },
  {
    barrier: 'a word that runs out of its chart',
    html: pageWith('<svg width="90" height="20"><text y="14">Looking ahead and back</text></svg>'),
    found: /^A12 at 320 × 256: text of a chart is cut off/,
    check: faultsOfReflow,
  },
  {
    barrier: 'a box that text twice as large does not fit into',
    html: pageWith('<p style="height: 20px; overflow: hidden">One line</p>'),
    found: /^A13 with text twice as large: text is cut off/,
    check: faultsOfReflow,
  },
  {
    barrier: 'a box that text with more space does not fit into',
    html: pageWith('<p style="height: 1.2em; line-height: 1.2; overflow: hidden">One line</p>'),
    found: /^A14.*text is cut off/,
    check: faultsOfReflow,
  },
  {
    barrier: 'a button that is a button by its colour alone',
    html: pageWith('<button style="border: 0; background: navy; color: white">Save</button>'),
    found: /^A15/,
    check: faultsOfPreferences,
  },
  {
    barrier: 'something that moves although motion is not wanted',
    html: pageWith('<p style="animation: turn 1s infinite">Round</p>', {
      style: '@keyframes turn { to { rotate: 360deg; } }',
    }),
    found: /^A16/,
    check: faultsOfPreferences,
  },
  {
    barrier: 'a letter that acts by itself',
    html: pageWith(
      '<p id="said"></p><script>onkeydown = (event) => { if (event.key === "s") said.textContent = "Saved"; };</script>',
    ),
    found: /^A25/,
    check: faultsOfPreferences,
  },
];

describe('the checks of accessibility', () => {
  let chromium: Browser;
  let page: Page;

  beforeAll(async () => {
    chromium = await startChromium();
    page = await (await chromium.newContext()).newPage();
  });
  afterAll(() => chromium.close());

  it('find nothing on a sound page', async () => {
    await page.setContent(
      pageWith('<button>Save</button> <label>Name <input style="height: 30px"></label>'),
    );
    for (const check of checks) expect(await check(page)).toEqual([]);
  });

  it.each(barriers)('find $barrier', async ({ html, found, check }) => {
    await page.setContent(html);
    expect(await check(page)).toContainEqual(expect.stringMatching(found));
  });
});
