import PDFDocument from 'pdfkit';
import { fontFiles, type Font } from './fonts.js';

export type Structure = PDFKit.PDFStructureElement;

/** How a stretch of text looks; sizes in points. */
export interface TextStyle {
  font: Font;
  size: number;
  colour: string;
}

/** A text, or one that begins with words in bold. */
export type Words = string | { lead: string; text: string };

/** Where text goes: the left edge and the width, in points from the left of the page. */
export interface Place {
  x: number;
  width: number;
}

export interface DocumentFacts {
  title: string;
  author: string;
  subject: string;
  /** What the file says it was made on; the same content gives the same bytes. */
  madeAt: Date;
}

/** A4, in points. */
export const page = { width: 595.28, height: 841.89, margin: 48, foot: 60 } as const;

export const fullWidth: Place = { x: page.margin, width: page.width - 2 * page.margin };

export const ink = { text: '#0b0c0c', secondary: '#484949', rule: '#b1b4b6' } as const;

const GAP = 6;

/**
 * A tagged PDF, built to PDF/UA-1: everything that is drawn is either in the structure, in reading
 * order, or an artifact. Text flows down from `y`; what does not fit goes to the next page whole.
 */
export class TaggedPdf {
  readonly drawing: PDFKit.PDFDocument;
  readonly root: Structure;
  y: number = page.margin;
  private readonly chunks: Buffer[] = [];
  private readonly ended: Promise<Buffer>;

  constructor({ title, author, subject, madeAt }: DocumentFacts) {
    this.drawing = new PDFDocument({
      pdfVersion: '1.7',
      tagged: true,
      // The types lag behind: PDF/UA is a subset since 0.15.
      subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
      lang: 'en-GB',
      displayTitle: true,
      size: 'A4',
      margin: 0,
      bufferPages: true,
      // None by default, so that no face slips in that cannot be embedded.
      font: null as unknown as string,
      info: { Title: title, Author: author, Subject: subject, CreationDate: madeAt },
    });
    for (const [name, file] of Object.entries(fontFiles)) this.drawing.registerFont(name, file);
    this.root = this.drawing.struct('Document');
    this.drawing.addStructure(this.root);
    this.ended = new Promise((done) => {
      this.drawing.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.drawing.on('end', () => {
        done(Buffer.concat(this.chunks));
      });
    });
  }

  /** Room left on this page, above the foot. */
  get room(): number {
    return page.height - page.foot - this.y;
  }

  get isFirstPage(): boolean {
    return this.drawing.bufferedPageRange().count === 1;
  }

  newPage(): void {
    this.drawing.addPage();
    this.y = page.margin;
  }

  /** Begins a new page unless so much fits on this one. */
  ensure(height: number): void {
    if (height > this.room && this.y > page.margin) this.newPage();
  }

  space(height: number): void {
    this.y += height;
  }

  /** With a lead it may be a line too much, because all is measured as bold. */
  heightOf(words: Words, style: TextStyle, width: number): number {
    const isPlain = typeof words === 'string';
    this.use(isPlain ? style : { ...style, font: 'bold' });
    const text = isPlain ? words : `${words.lead} ${words.text}`;
    return this.drawing.heightOfString(this.printable(text), { width });
  }

  widthOf(text: string, style: TextStyle): number {
    this.use(style);
    return this.drawing.widthOfString(this.printable(text));
  }

  /** Text as one element of the structure; goes on below it. */
  text(
    tag: string,
    words: Words,
    style: TextStyle,
    { place = fullWidth, parent = this.root }: { place?: Place; parent?: Structure } = {},
  ): void {
    this.ensure(this.heightOf(words, style, place.width));
    const element = this.drawing.struct(tag);
    parent.add(element);
    element.add(() => {
      if (typeof words === 'string') this.write(words, style, place, this.y);
      else this.writeWithLead(words, style, place);
    });
    element.end();
    this.y = this.drawing.y + GAP;
  }

  /**
   * A heading with its bookmark, kept on the page of what follows.
   *
   * @param options.followedBy the height of what must not be parted from it
   */
  heading(
    level: 1 | 2 | 3,
    text: string,
    style: TextStyle,
    { place = fullWidth, followedBy = someLines }: { place?: Place; followedBy?: number } = {},
  ): void {
    this.ensure(this.heightOf(text, style, place.width) + followedBy);
    if (level === 2) this.drawing.outline.addItem(this.printable(text));
    this.text(`H${level}`, text, style, { place });
  }

  /** A numbered list. */
  list(items: readonly Words[], style: TextStyle, place: Place = fullWidth): void {
    const list = this.drawing.struct('L');
    this.root.add(list);
    items.forEach((item, index) => {
      const body = { x: place.x + numberWidth, width: place.width - numberWidth };
      this.ensure(this.heightOf(item, style, body.width));
      const line = this.drawing.struct('LI');
      list.add(line);
      const top = this.y;
      const label = this.drawing.struct('Lbl');
      line.add(label);
      label.add(() => {
        this.write(`${index + 1}.`, style, place, top);
      });
      this.text('LBody', item, style, { place: body, parent: line });
    });
    list.end();
  }

  /** What is drawn for the eye alone, such as a rule. */
  artifact(draw: (drawing: PDFKit.PDFDocument) => void, type: 'Layout' | 'Pagination' = 'Layout') {
    this.drawing.markContent('Artifact', { type });
    draw(this.drawing);
    this.drawing.endMarkedContent();
  }

  rule(y: number, { x, width }: Place = fullWidth): void {
    this.artifact((drawing) => {
      drawing
        .lineWidth(0.5)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke(ink.rule);
    });
  }

  /** Writes text where it is told to, within whatever is open. */
  write(
    text: string,
    style: TextStyle,
    { x, width }: Place,
    y: number,
    align: 'left' | 'right' | 'center' = 'left',
  ): void {
    this.use(style);
    this.drawing.text(this.printable(text), x, y, { width, align });
  }

  /** Writes one line whose letters stand at `y`, within whatever is open. */
  writeOnLine(text: string, style: TextStyle, x: number, y: number): void {
    this.use(style);
    this.drawing.text(this.printable(text), x, y, { lineBreak: false, baseline: 'alphabetic' });
  }

  private writeWithLead(
    { lead, text }: Exclude<Words, string>,
    style: TextStyle,
    { x, width }: Place,
  ): void {
    this.use({ ...style, font: 'bold' });
    this.drawing.text(`${this.printable(lead)} `, x, this.y, { width, continued: true });
    this.use(style);
    this.drawing.text(this.printable(text), { width });
  }

  /** Numbers the pages and gives the file. */
  finish(foot: string): Promise<Buffer> {
    this.root.end();
    const { start, count } = this.drawing.bufferedPageRange();
    for (let number = start; number < start + count; number += 1) {
      this.drawing.switchToPage(number);
      Object.assign(this.drawing.page.dictionary.data, { Tabs: 'S' });
      this.artifact(() => {
        const style: TextStyle = { font: 'regular', size: 8, colour: ink.secondary };
        const y = page.height - 36;
        this.write(foot, style, fullWidth, y);
        this.write(`Page ${number + 1} of ${count}`, style, fullWidth, y, 'right');
      }, 'Pagination');
    }
    this.drawing.end();
    return this.ended;
  }

  private use({ font, size, colour }: TextStyle): void {
    this.drawing.font(font).fontSize(size).fillColor(colour);
  }

  /** A character that the face lacks would print as an empty box without a meaning. */
  private printable(text: string): string {
    const { font } = (this.drawing as unknown as { _font: FontOfPdfKit })._font;
    return Array.from(text, (character) =>
      font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : '?',
    ).join('');
  }
}

interface FontOfPdfKit {
  font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/** About three lines of text. */
const someLines = 54;

const numberWidth = 14;
