import { flatTemplate } from '@app/shared/domain';
import { aKind } from '../builders/framework-draft.js';
import { people } from '../people.js';
import { as, type PageState } from './page-state.js';
import type { Visit } from './visit.js';

const { joan } = people;

/** Every state of the page that brings frameworks in from files. */
export const frameworkFileStates: readonly PageState[] = [
  as(joan, '/frameworks/import', 'error: sent with nothing filled in', async (visit) => {
    await visit.goTo('/frameworks/import');
    await visit.press('Make a draft');
  }),
  as(joan, '/frameworks/import', 'error: a table, and nothing said of it', async (visit) => {
    await chooseFile(visit, 'ours.csv', tableOf(flatTemplate));
    await visit.choose('Which framework is this?', 'A new framework');
    await visit.press('Make a draft');
  }),
  as(joan, '/frameworks/import', 'error: refused by cell', async (visit) => {
    visit.watch.declare('422 POST /api/framework-drafts/imports');
    const wrong = flatTemplate.map((cells, row) => (row === 0 ? cells : cells.with(7, 'x')));
    await sendTable(visit, tableOf(wrong), aKind());
    await visit.page.getByText('What to put right in the file').first().waitFor();
  }),
  as(joan, '/frameworks/import', 'a draft made, with things to look at', async (visit) => {
    const ofOthers = tableOf(flatTemplate).replaceAll('Health', 'Community Health Trust');
    await sendTable(visit, ofOthers, aKind());
    await visit.page.getByText('The draft is made').first().waitFor();
  }),
];

export function tableOf(rows: readonly (readonly string[])[]): string {
  const quoted = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(','));
  return quoted.join('\r\n');
}

/** Opens the page and chooses a file, as from the system's own dialog. */
export async function chooseFile(
  visit: Visit,
  name: string,
  content: string | Buffer,
): Promise<void> {
  await visit.goTo('/frameworks/import');
  await visit.page
    .getByLabel('File of the framework', { exact: true })
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}

/** Fills in the form for a table of a new framework and sends it. */
export async function sendTable(visit: Visit, table: string, kind: string): Promise<void> {
  await chooseFile(visit, 'ours.csv', table);
  await visit.choose('Which framework is this?', 'A new framework');
  await visit.fill('Key of what is audited', kind);
  await visit.fill('Name of the framework', 'Our plan audit');
  await visit.page.getByLabel('A plan', { exact: true }).check();
  await visit.fill('The same in words', 'one EHC plan');
  await visit.press('Make a draft');
}
