import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

/** One page in one state, photographed at each width. */
export interface Row {
  state: string;
  shots: readonly { size: string; file: string; shownWidth: number }[];
}

/** As wide as the three pictures of a row beside each other. */
const WIDTH = 1_540;

const STYLE = `
  body { margin: 16px; font: 16px/1.4 sans-serif; color: #0b0c0c; background: #e4e6e9; }
  h1 { font-size: 24px; } h2 { margin: 24px 0 8px; font-size: 18px; }
  .row { display: flex; align-items: flex-start; gap: 16px; }
  figure { flex: none; margin: 0; } figcaption { font-size: 14px; }
  .sheet figure { max-height: 1000px; overflow: hidden; }
  img { display: block; border: 1px solid #6f777b; background: white; }
`;

/** Writes states of one page on one picture, by showing them in Chromium and photographing that. */
export async function writeSheet(
  page: Page,
  path: string,
  title: string,
  rows: readonly Row[],
): Promise<void> {
  const html = await sheetHtml(title, rows, async (file) => {
    const picture = await readFile(join(dirname(path), file), 'base64');
    return `data:image/png;base64,${picture}`;
  });
  await page.setViewportSize({ width: WIDTH, height: 800 });
  await page.setContent(`<style>${STYLE}</style><div class="sheet">${html}</div>`, {
    waitUntil: 'load',
  });
  await page.screenshot({ path, fullPage: true });
}

/** One document to leaf through all pages, with the pictures in their full size behind a click. */
export async function writeIndex(
  folder: string,
  sheets: readonly { title: string; rows: readonly Row[] }[],
): Promise<void> {
  const parts = await Promise.all(
    sheets.map(({ title, rows }) => sheetHtml(title, rows, (file) => Promise.resolve(file))),
  );
  const head = `<meta charset="utf-8"><title>All pages</title><style>${STYLE}</style>`;
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en-GB"><head>${head}</head><body>${parts.join('')}</body></html>`,
  );
}

async function sheetHtml(
  title: string,
  rows: readonly Row[],
  sourceOf: (file: string) => Promise<string>,
): Promise<string> {
  const written: string[] = [];
  for (const { state, shots } of rows) {
    const figures = await Promise.all(
      shots.map(async ({ size, file, shownWidth }) => {
        const source = await sourceOf(file);
        return `<figure><figcaption>${size}</figcaption><a href="${file}"><img width="${shownWidth}" src="${source}" alt="${title}, ${state}, ${size}"></a></figure>`;
      }),
    );
    written.push(`<h2>${state}</h2><div class="row">${figures.join('')}</div>`);
  }
  return `<h1>${title}</h1>${written.join('')}`;
}
