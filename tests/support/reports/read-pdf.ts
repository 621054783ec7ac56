import type { StructTreeContent, StructTreeNode } from 'pdfjs-dist/types/src/display/api.js';

/** An element of a PDF's structure with the text that is marked as its own. */
export interface PdfElement {
  role: string;
  alt: string | null;
  text: string;
  children: PdfElement[];
}

export interface PdfPage {
  elements: PdfElement[];
  /** What is no part of the structure, such as the number of the page. */
  furniture: string[];
}

export interface ReadPdf {
  title: string;
  language: string;
  isMarked: boolean;
  /** XMP, as it is. */
  metadata: string;
  bookmarks: string[];
  fonts: string[];
  pages: PdfPage[];
}

/** Reads a PDF as an assistive technology does: by its structure. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info, metadata } = await document.getMetadata();
  const facts = info as { Title?: string; Language?: string };
  const outline = (await document.getOutline()) as { title: string }[] | null;
  const pages: PdfPage[] = [];
  const fonts = new Set<string>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true });
    for (const style of Object.keys(content.styles)) fonts.add(style);
    const marked = textsByMark(content.items);
    const tree = (await page.getStructTree()) as StructTreeNode | null;
    pages.push({
      elements: tree ? childrenOf(tree, marked.own) : [],
      furniture: marked.rest,
    });
  }
  const isMarked = (await document.getMarkInfo())?.Marked === true;
  await document.destroy();
  return {
    ...{ title: facts.Title ?? '', language: facts.Language ?? '', isMarked },
    metadata: (metadata as unknown as { getRaw(): string }).getRaw(),
    bookmarks: (outline ?? []).map(({ title }) => title),
    fonts: [...fonts],
    pages,
  };
}

interface PdfItem {
  type?: string;
  id?: string | null;
  str?: string;
  hasEOL?: boolean;
}

/** Texts by the mark that they stand in; those in none, or in an artifact, apart. */
function textsByMark(items: readonly PdfItem[]): { own: Map<string, string>; rest: string[] } {
  const own = new Map<string, string>();
  const rest: string[] = [];
  const open: (string | null)[] = [];
  for (const { type, id, str, hasEOL } of items) {
    if (type === 'beginMarkedContentProps') open.push(id ?? null);
    else if (type === 'beginMarkedContent') open.push(null);
    else if (type === 'endMarkedContent') open.pop();
    else if (str !== undefined) {
      const mark = open.findLast((one) => one !== null) ?? null;
      const text = hasEOL ? `${str} ` : str;
      if (mark === null) rest.push(text);
      else own.set(mark, (own.get(mark) ?? '') + text);
    }
  }
  return { own, rest: rest.filter((text) => text.trim() !== '') };
}

function childrenOf(node: StructTreeNode, texts: Map<string, string>): PdfElement[] {
  return node.children.flatMap((child) => ('role' in child ? [elementOf(child, texts)] : []));
}

function elementOf(node: StructTreeNode, texts: Map<string, string>): PdfElement {
  const own = node.children
    .filter((child): child is StructTreeContent => !('role' in child))
    .map(({ id }) => texts.get(id) ?? '')
    .join('');
  const children = childrenOf(node, texts);
  const alt = (node as { alt?: string }).alt ?? null;
  return { role: node.role, alt, text: own, children };
}

/** Every element of a document, in reading order. */
export function allElements({ pages }: ReadPdf): PdfElement[] {
  const flat = (element: PdfElement): PdfElement[] => [element, ...element.children.flatMap(flat)];
  return pages.flatMap(({ elements }) => elements).flatMap(flat);
}

/** Its text in reading order, but for what is drawn in charts, which their alternative text says. */
export function readingText(pdf: ReadPdf): string {
  return allElements(pdf)
    .filter(({ role }) => role !== 'Figure')
    .map(({ text }) => text)
    .join(' ');
}
