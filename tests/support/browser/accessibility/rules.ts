import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The shorter of its two builds: each page that is checked has to read it first. */
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/**
 * What the checker cannot decide by itself and a person has decided, with the reason. Anything else
 * that it leaves open is a fault until somebody has looked at it.
 */
const SIGNED_OFF: readonly { rule: string; target: string; reason: string }[] = [
  {
    rule: 'color-contrast',
    target: '.app-swatch__words',
    reason: 'The preview of a colour writes its own contrast down, and too little is refused.',
  },
  {
    rule: 'color-contrast',
    target: '.app-chart__text',
    reason: 'The words of a chart are in the colour of text, on the white of the page.',
  },
  {
    rule: 'color-contrast',
    target: '.govuk-details__summary-text',
    reason: 'All that lies over its words is the summary itself: a part of them is not seen.',
  },
];

/** A1 and A11: axe finds nothing, target sizes included, and leaves nothing open. */
export async function brokenRules(page: Page): Promise<string[]> {
  // Further down a bar that stays in view lies over words, and axe cannot tell their background.
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations, incomplete } = await new AxeBuilder({ page, axeSource })
    .withTags(TAGS)
    .options({
      rules: {
        'target-size': { enabled: true },
        'label-content-name-mismatch': { enabled: true },
      },
      resultTypes: ['violations', 'incomplete'],
    })
    // No other frame is on our pages, and the other mode opens a page of its own each time.
    .setLegacyMode(true)
    .analyze();
  const open: typeof incomplete = [];
  for (const rule of incomplete) {
    const nodes = rule.nodes.filter((node) => !isSignedOff(rule.id, node.html));
    if (nodes.length > 0) open.push({ ...rule, nodes });
  }
  return [
    ...violations.map((rule) => `A1 ${rule.id}: ${rule.help}: ${targets(rule)}`),
    ...open.map((rule) => `A1 left open, ${rule.id}: ${rule.help}: ${targets(rule)}`),
  ];
}

function isSignedOff(rule: string, html: string): boolean {
  return SIGNED_OFF.some((one) => one.rule === rule && html.includes(one.target.slice(1)));
}

function targets(rule: { nodes: { target: unknown; failureSummary?: string }[] }): string {
  return rule.nodes
    .slice(0, 3)
    .map((node) => `${String(node.target)} (${node.failureSummary ?? ''})`)
    .join('; ');
}
