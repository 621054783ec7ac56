import {
  cellText,
  decisionsTable,
  editionInWords,
  lastDecisionsTable,
  leadsWordsNote,
  noDecisionAsked,
  noLastDecision,
  sectionTitle,
  startOfLondonDay,
  underTitle,
  type LearningReport,
  type ReportBlock,
  type ReportTable,
  type Statement,
  type Summary,
} from '@app/shared/domain';
import { drawScene, heightOfScene } from '../../platform/pdf/draw-scene.js';
import { drawTable } from '../../platform/pdf/pdf-table.js';
import {
  fullWidth,
  ink,
  page,
  TaggedPdf,
  type Place,
  type TextStyle,
  type Words,
} from '../../platform/pdf/tagged-pdf.js';

/**
 * The learning report as a tagged PDF. It is drawn from the report alone, so that the same report
 * gives the same bytes (docs/adr/0031).
 */
export function reportPdf(report: LearningReport): Promise<Buffer> {
  const pdf = new TaggedPdf({
    title: report.title,
    author: report.partnership.name,
    subject: report.frameworkTitle,
    madeAt: startOfLondonDay(report.publishedOn ?? dayOfDrafts),
  });
  const look = lookOf(report.partnership.colour);
  drawFirstPage(pdf, report, look);
  if (pdf.isFirstPage) pdf.newPage();
  for (const section of report.sections) {
    const chart = section.blocks[0]?.chart;
    const kept = chart ? { followedBy: heightOfScene(chart.wide) } : {};
    pdf.heading(2, sectionTitle(report, section), look.section, kept);
    for (const block of section.blocks) drawBlock(pdf, block, look);
    pdf.space(8);
  }
  return pdf.finish(`${report.partnership.name} · ${report.title} · ${editionInWords(report)}`);
}

/** A draft has no day of its own; its file still has to say one. */
const dayOfDrafts = '2000-01-01';

type Look = ReturnType<typeof lookOf>;

function lookOf(colour: string) {
  const style = (font: TextStyle['font'], size: number, ofText: string = ink.text): TextStyle => ({
    font,
    size,
    colour: ofText,
  });
  return {
    colour,
    small: style('regular', 9, ink.secondary),
    title: style('bold', 21),
    headline: style('regular', 14),
    section: style('bold', 14, colour),
    part: style('bold', 12.5, colour),
    body: style('regular', 9.5),
    note: style('regular', 8.5, ink.secondary),
  };
}

function drawFirstPage(pdf: TaggedPdf, report: LearningReport, look: Look): void {
  pdf.artifact((drawing) => {
    drawing.rect(page.margin, 32, fullWidth.width, 6).fill(look.colour);
  });
  pdf.heading(1, report.title, look.title);
  pdf.text('P', `${report.partnership.name} · ${report.frameworkTitle}`, look.small);
  pdf.text('P', underTitle(report), look.small);
  if (report.whatChanged !== null) {
    pdf.text('P', `What changed in this edition: ${report.whatChanged}`, look.body);
  }
  pdf.space(2);
  drawHeadline(pdf, report.headline, look);
  pdf.space(6);
  drawBetterAndNot(pdf, report, look);
  drawDecisions(pdf, report, look);
  if (report.frontChart) drawScene(pdf, report.frontChart.wide, 0.7);
}

/** The first paragraph large, the rest as text. */
function drawHeadline(pdf: TaggedPdf, headline: Summary, look: Look): void {
  wordsOf(headline).forEach((words, place) => {
    pdf.text('P', words, place === 0 ? look.headline : look.body);
  });
  if (headline.leadsWords) pdf.text('P', leadsWordsNote, look.note);
}

const wordsOf = ({ leadsWords, statements }: Summary): Words[] =>
  leadsWords ?? statements.map(asWords);

const asWords = ({ lead, text }: Statement): Words => (lead === null ? text : { lead, text });

const columnGap = 24;

/** Side by side where both fit on what is left of the page, otherwise one after the other. */
function drawBetterAndNot(pdf: TaggedPdf, { better, notBetter }: LearningReport, look: Look): void {
  const width = (fullWidth.width - columnGap) / 2;
  const left = { x: fullWidth.x, width };
  const right = { x: fullWidth.x + width + columnGap, width };
  const isRoom = [better, notBetter].every(
    (part) => heightOfPart(pdf, part, look, width) < pdf.room,
  );
  const top = pdf.y;
  drawPart(pdf, 'What is better', better, look, isRoom ? left : fullWidth);
  const below = pdf.y;
  if (isRoom) pdf.y = top;
  drawPart(pdf, 'What is not better', notBetter, look, isRoom ? right : fullWidth);
  pdf.y = isRoom ? Math.max(below, pdf.y) : pdf.y;
  pdf.space(6);
}

function drawPart(pdf: TaggedPdf, title: string, part: Summary, look: Look, place: Place): void {
  pdf.heading(2, title, look.part, { place });
  pdf.list(wordsOf(part), look.body, place);
  if (part.leadsWords) pdf.text('P', leadsWordsNote, look.note, { place });
}

function heightOfPart(pdf: TaggedPdf, part: Summary, look: Look, width: number): number {
  const items = wordsOf(part).map((words) => pdf.heightOf(words, look.body, width - 14) + 8);
  return items.reduce((sum, height) => sum + height, 80);
}

function drawDecisions(pdf: TaggedPdf, report: LearningReport, look: Look): void {
  const asked = decisionsTable(report);
  pdf.heading(2, 'Decisions asked of you', look.part);
  if (asked) drawReportTable(pdf, { ...asked, caption: null });
  else pdf.text('P', noDecisionAsked, look.body);
  if (!report.lastDecisions) return;
  const last = lastDecisionsTable(report.lastDecisions);
  pdf.heading(2, 'What became of the last ones', look.part);
  if (last) drawReportTable(pdf, { ...last, caption: null });
  else pdf.text('P', noLastDecision(report.lastDecisions.quarter), look.body);
}

function drawBlock(pdf: TaggedPdf, { statement, table, chart }: ReportBlock, look: Look): void {
  if (statement) pdf.text('P', asWords(statement), look.body);
  if (table) drawReportTable(pdf, table);
  if (chart) drawScene(pdf, chart.wide);
}

/** The tables of the first page stand right below headings that say what they are. */
type TableToDraw = Pick<ReportTable, 'columns' | 'rows'> & { caption: string | null };

function drawReportTable(pdf: TaggedPdf, { caption, columns, rows }: TableToDraw): void {
  drawTable(pdf, {
    caption,
    columns,
    rows: rows.map(({ title, cells }) => [title, ...cells.map(cellText)]),
  });
}
