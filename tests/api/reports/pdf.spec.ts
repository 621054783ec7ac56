import { beforeAll, describe, expect, it } from '@jest/globals';
import { referenceDefinitions, reportPdf } from '@app/backend/testing';
import type { LearningReport } from '@app/shared/domain';
import { figuresMissingIn, numbersBeyond } from '../../support/reports/printed.js';
import {
  allElements,
  readingText,
  readPdf,
  type PdfElement,
  type ReadPdf,
} from '../../support/reports/read-pdf.js';
import { sampleReport, type SampleWanted } from '../../support/reports/sample-report.js';

const [definition] = referenceDefinitions().frameworks;
const sample = (wanted: Partial<SampleWanted> = {}): LearningReport => {
  if (!definition) throw new Error('the service comes with a framework');
  return sampleReport({ definition, ...wanted });
};
const ofRole = (pdf: ReadPdf, ...roles: string[]) =>
  allElements(pdf).filter(({ role }) => roles.includes(role));
const times = (bytes: Buffer, what: string) => bytes.toString('latin1').split(what).length - 1;

describe('the PDF of a learning report', () => {
  const report = sample();
  let bytes: Buffer;
  let pdf: ReadPdf;

  beforeAll(async () => {
    bytes = await reportPdf(report);
    pdf = await readPdf(bytes);
  });

  it('prints every figure of the report and none that the report lacks', () => {
    const text = readingText(pdf);
    expect(figuresMissingIn(text, report)).toEqual([]);
    expect(numbersBeyond(text, report)).toEqual([]);
  });

  it('is the same file whenever it is drawn', async () => {
    expect((await reportPdf(report)).equals(bytes)).toBe(true);
    const kept = JSON.parse(JSON.stringify(report)) as LearningReport;
    expect((await reportPdf(kept)).equals(bytes)).toBe(true);
  });

  it('says what it is: title, language, tags, and that it is built to PDF/UA-1', () => {
    const { title, language, isMarked, metadata } = pdf;
    expect({ title, language, isMarked }).toEqual({
      ...{ title: report.title, language: 'en-GB', isMarked: true },
    });
    expect(metadata).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(metadata).toContain(report.title);
    expect(times(bytes, '/DisplayDocTitle true')).toBe(1);
    expect(times(bytes, '/Tabs /S')).toBe(pdf.pages.length);
  });

  it('has headings that never jump a level, and a bookmark for each part', () => {
    const levels = ofRole(pdf, 'H1', 'H2', 'H3').map(({ role }) => Number(role.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [place, level] of levels.entries()) {
      expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
    expect(pdf.bookmarks).toEqual(ofRole(pdf, 'H2').map(({ text }) => text.trim()));
  });

  it('has tables of which every header says what it heads, and every row as many cells', () => {
    expect(times(bytes, '/Scope /Column') + times(bytes, '/Scope /Row')).toBe(
      ofRole(pdf, 'TH').length,
    );
    const rowsOf = (table: PdfElement) => table.children.filter(({ role }) => role === 'TR');
    const tables = ofRole(pdf, 'Table').map(rowsOf);
    expect(tables.length).toBeGreaterThan(8);
    for (const rows of tables) {
      expect(new Set(rows.map(({ children }) => children.length)).size).toBe(1);
    }
  });

  it('says in words what each chart shows', () => {
    const figures = ofRole(pdf, 'Figure');
    const charts = report.sections.flatMap(({ blocks }) => blocks).filter(({ chart }) => chart);
    expect(figures).toHaveLength(charts.length + 1);
    const overview = report.frontChart?.wide;
    expect(figures[0]?.alt).toBe(`${overview?.title ?? ''}. ${overview?.description ?? ''}`);
    expect(times(bytes, '/BBox [')).toBeGreaterThanOrEqual(figures.length);
  });

  it('keeps everything but its page furniture in the structure', () => {
    const count = pdf.pages.length;
    for (const [place, { furniture }] of pdf.pages.entries()) {
      const foot = `Ashbourne Vale SEND Partnership · ${report.title} · Edition 1`;
      const own = furniture.filter((text) => text === foot || /^Page \d+ of \d+$/.test(text));
      expect(own).toEqual([foot, `Page ${place + 1} of ${count}`]);
    }
  });

  it('embeds its faces, and no other', () => {
    expect(times(bytes, '/FontFile2')).toBe(3);
    expect(times(bytes, '/ToUnicode')).toBe(3);
    expect(times(bytes, 'Helvetica')).toBe(0);
  });

  it('draws what the lead writes as it is, however odd, and marks it as the lead’s', async () => {
    const odd = 'Brackets (and \\ backslashes), a ẽ, an 🙂 and <b>no</b> mark-up';
    const long = `${'Word '.repeat(230)}end`;
    const drawn = await readPdf(
      await reportPdf(sample({ words: { better: odd, notBetter: long, headline: long } })),
    );
    const texts = ofRole(drawn, 'LBody', 'P').map(({ text }) =>
      text.trim().replaceAll(/\s+/g, ' '),
    );
    expect(texts).toContain('Brackets (and \\ backslashes), a ẽ, an ? and <b>no</b> mark-up');
    expect(texts.filter((text) => text === long)).toHaveLength(2);
    expect(texts.filter((text) => text === 'In the words of the audit lead.')).toHaveLength(3);
  });

  it('is whole for a first quarter, with nothing to compare and no report before it', async () => {
    const first = sample({ count: 1, seed: 7, sources: { last: null } });
    const text = readingText(await readPdf(await reportPdf(first)));
    expect(figuresMissingIn(text, first)).toEqual([]);
    expect(numbersBeyond(text, first)).toEqual([]);
    expect(text).not.toContain('What became of the last ones');
  });
});
