import { frameworkKeyPattern, frameworkLimits as limits } from '../limits.js';
import { keyFromTitle } from '../drafts/key-from-title.js';
import { spelling } from '../drafts/spelling.js';
import { SheetRow, shown, type RowTable } from './sheet-row.js';
import {
  cellName,
  type SheetCell,
  type SheetColumn,
  type SheetOfCells,
  type SheetProblem,
} from './sheet.js';

/** How the rows of a sheet become parts of a definition. */
export interface TableForm {
  columns: readonly SheetColumn[];
  /** The path of the list that the rows are, such as `domains.0.criteria`. */
  path: string;
  /** What a key is made of where a row has none, and what it begins with at the least. */
  keyFrom?: { title: string; otherwise: string };
  /** The column that a header which is none of the columns stands for. */
  further?: (header: string) => SheetColumn | undefined;
}

/** Reads the tables of a workbook: collects what is wrong, and where each part of it stands. */
export class SheetReading {
  readonly problems: SheetProblem[] = [];
  private readonly cells = new Map<string, string>();
  private readonly claimed = new Set<string>();

  constructor(private readonly sheets: readonly SheetOfCells[]) {}

  /** The sheet of this name, in any spelling; each is asked for once. */
  sheet(name: string): SheetOfCells | undefined {
    const found = this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (found) this.claimed.add(found.name);
    return found;
  }

  isClaimed(name: string): boolean {
    return [...this.claimed].some((one) => one.toLowerCase() === name.toLowerCase());
  }

  tellUnclaimed(): void {
    for (const { name } of this.sheets) {
      if (this.claimed.has(name)) continue;
      this.tell(
        cellName(name, 1, 0),
        `No part of a framework has the sheet “${name}”. Name it as a domain’s sheet on “Domains”, or take it out`,
      );
    }
  }

  tell(where: string, message: string): void {
    this.problems.push({ where, message });
  }

  /** The cell in which a part stands, or the nearest that holds it. */
  whereIs(path: string): string {
    const names = path.split('.');
    for (let length = names.length; length > 0; length -= 1) {
      const cell = this.cells.get(names.slice(0, length).join('.'));
      if (cell !== undefined) return cell;
    }
    return this.cells.values().next().value ?? '';
  }

  place(path: string, cell: string): void {
    this.cells.set(path, cell);
  }

  /** The rows of a sheet that say anything; none, and a problem, where there is no such sheet. */
  table(name: string, form: TableForm): SheetRow[] {
    const sheet = this.sheet(name);
    this.place(form.path, cellName(name, 1, 0));
    if (!sheet) {
      const message = `There is no sheet “${name}”. Put it back; it may hold its header alone`;
      this.tell(cellName(name, 1, 0), message);
      return [];
    }
    const columns = this.header(sheet, form);
    const places = new Map([...columns].map(([place, { title }]) => [title, place]));
    const table: RowTable = {
      placeOf: (title) => places.get(title),
      tell: (row, place, message) => {
        this.tell(cellName(sheet.name, row, place), message);
      },
    };
    const rows = sheet.rows.slice(1).flatMap((cells, at) => {
      const says = cells.some((cell, place) => columns.get(place)?.part && isFilled(cell));
      return says ? [new SheetRow(table, cells, at + 2)] : [];
    });
    rows.forEach((row, at) => {
      this.place(`${form.path}.${at}`, cellName(sheet.name, row.number, 0));
      for (const [place, { part }] of columns) {
        if (part === undefined) continue;
        this.place(`${form.path}.${at}.${part}`, cellName(sheet.name, row.number, place));
      }
    });
    if (form.keyFrom) giveKeys(rows, form.keyFrom);
    return rows;
  }

  /** Finds the columns by their titles, in any order and spelling. */
  private header(sheet: SheetOfCells, form: TableForm): Map<number, SheetColumn> {
    const [names = []] = sheet.rows;
    const found = new Map<number, SheetColumn>();
    let odd = 0;
    const tell = (place: number, message: string): void => {
      odd += 1;
      this.tell(cellName(sheet.name, 1, place), message);
    };
    const width = Math.max(0, ...sheet.rows.map((cells) => cells.length));
    for (let place = 0; place < width; place += 1) {
      const name = String(names[place] ?? '').trim();
      const column =
        form.columns.find(({ title }) => spelling(title) === spelling(name)) ??
        form.further?.(name);
      if (name === '') {
        const isUsed = sheet.rows.some((cells) => isFilled(cells[place]));
        if (isUsed) tell(place, 'This column has no name. Name it, or take it out');
      } else if (!column) {
        const message = form.further
          ? `“${shown(name)}” is neither a column of criteria nor a grade. Name it as the sheet “Grades” does, or take it out`
          : `There is no column “${shown(name)}”. Name it otherwise, or take it out`;
        tell(place, message);
      } else if ([...found.values()].some(({ title }) => title === column.title)) {
        tell(place, `Two columns are “${column.title}”. Keep one of them`);
      } else found.set(place, column);
    }
    // A header that is not understood is most likely the one that is missing: told once.
    if (odd > 0) return found;
    const titles = new Set([...found.values()].map(({ title }) => title));
    const missing = form.columns.find(({ title, part }) => part && !titles.has(title));
    if (missing) tell(0, `There is no column “${missing.title}”. Put it back`);
    return found;
  }
}

const isFilled = (cell: SheetCell | undefined): boolean =>
  cell !== null && cell !== undefined && String(cell).trim() !== '';

function giveKeys(
  rows: readonly SheetRow[],
  { title, otherwise }: NonNullable<TableForm['keyFrom']>,
): void {
  const taken = new Set(rows.map((row) => row.raw('key').trim()));
  for (const row of rows) {
    row.key = row.raw('key').trim() || keyFromTitle(row.raw(title), taken, otherwise);
    if (!frameworkKeyPattern.test(row.key) || row.key.length > limits.keyMax) {
      row.tell(
        'key',
        `“${shown(row.key)}” is no key. Use small letters, digits and single hyphens, a letter first, at most ${limits.keyMax}`,
      );
    }
  }
}
