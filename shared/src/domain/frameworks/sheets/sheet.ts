/** What a cell of a spreadsheet holds; null for an empty one. */
export type SheetCell = string | number | null;

/** One sheet of a workbook as rows of cells, the header first. */
export interface SheetOfCells {
  name: string;
  rows: SheetCell[][];
}

/** A sheet to be written, with how wide its columns are in characters. */
export interface WrittenSheet extends SheetOfCells {
  widths: number[];
}

/** One thing wrong with a cell, and what to do about it. */
export interface SheetProblem {
  /** The sheet and the cell, such as `Voice!D7`. */
  where: string;
  message: string;
}

/**
 * A cell as spreadsheets name it.
 *
 * @param row from 1
 * @param place of the column, from 0
 * @example cellName('Voice', 7, 3) // 'Voice!D7'
 */
export function cellName(sheet: string, row: number, place: number): string {
  let letters = '';
  for (let left = place; left >= 0; left = Math.floor(left / 26) - 1) {
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  }
  return `${sheet}!${letters}${row}`;
}

/** A column of a table, known by its title. */
export interface SheetColumn {
  title: string;
  /** In characters, as spreadsheets count. */
  width: number;
  /** The part of the item that it holds; left out where the column is only for people to read. */
  part?: string;
}
