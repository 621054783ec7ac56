import { planSections, type Condition, type PlanSection, type Titled } from '../definition.js';
import { conditionFields } from '../condition.js';
import { spelling } from '../drafts/spelling.js';
import { frameworkLimits as limits } from '../limits.js';
import { conditionFromText } from './condition-text.js';
import type { SheetCell } from './sheet.js';

/** The characters of a cell that a sentence repeats. */
const SHOWN_MAX = 60;

/** What a table tells its rows: where their columns stand, and where problems go. */
export interface RowTable {
  /** The place of a column by its title; undefined where the sheet does not have it. */
  placeOf: (title: string) => number | undefined;
  tell: (row: number, place: number, message: string) => void;
}

/** One row of a table. What a cell says wrongly is told, and something harmless given in its place. */
export class SheetRow {
  /** The row's own key, or one made from its title. */
  key = '';

  constructor(
    private readonly table: RowTable,
    private readonly cells: readonly SheetCell[],
    /** As a spreadsheet counts. */
    readonly number: number,
  ) {}

  /** As it stands, but for numbers, which become text. */
  raw(title: string): string {
    const cell = this.cells[this.table.placeOf(title) ?? -1];
    return cell === null || cell === undefined ? '' : String(cell);
  }

  tell(title: string, message: string): void {
    this.table.tell(this.number, this.table.placeOf(title) ?? 0, message);
  }

  text(title: string, max: number): string {
    const text = this.raw(title);
    if ([...text].length > max) this.tell(title, `Use ${max} characters or fewer`);
    return text;
  }

  /** Undefined where the cell is blank. */
  given(title: string, max: number = limits.textMax): string | undefined {
    return this.text(title, max) || undefined;
  }

  word<Word extends string>(title: string, words: readonly Word[]): Word | undefined {
    const text = this.raw(title);
    const found = words.find((word) => word === text.trim() || spelling(word) === spelling(text));
    if (!found) this.tell(title, `${this.unknown(text)} Use one of: ${words.join(', ')}`);
    return found;
  }

  yesOrNo(title: string): boolean {
    if (this.raw(title).trim() === '') return false;
    return this.word(title, ['yes', 'no']) === 'yes';
  }

  /** @param max null for a number that may have decimals and any size */
  numberOf(title: string, min: number, max: number | null): number {
    const text = this.raw(title).trim();
    const number = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : NaN;
    const fits = max === null || (Number.isInteger(number) && number >= min && number <= max);
    if (!Number.isNaN(number) && fits) return number;
    const asked = max === null ? 'a number such as 2.5' : `a whole number from ${min} to ${max}`;
    this.tell(title, `${this.unknown(text)} Give ${asked}`);
    return min;
  }

  /** The key of one of a list, named by key or title; blank stays blank. */
  one(title: string, what: string, list: readonly Titled[]): string {
    const text = this.raw(title).trim();
    return text === '' ? '' : this.found(title, what, list, text);
  }

  /** Keys with ; or a line between. */
  several(title: string, what: string, list: readonly Titled[]): string[] {
    return this.parts(title).map((part) => this.found(title, what, list, part));
  }

  sections(): PlanSection[] {
    const letters = planSections.map((key) => ({ key, title: `Section ${key}` }));
    return this.several('sections', 'section of a plan', letters) as PlanSection[];
  }

  /** @param asked what the condition may ask about */
  condition(title: string, asked: readonly Titled[]): Condition | undefined {
    const text = this.raw(title).trim();
    if (text === '') return undefined;
    const condition = conditionFromText(text);
    if (!condition) {
      this.tell(
        title,
        `${this.unknown(text)} Write it as in “year-group < 9”, “need in (no, unclear)” or “all(need = no, year-group < 9)”`,
      );
      return undefined;
    }
    const unknown = conditionFields(condition).find(
      (field) => !asked.some(({ key }) => key === field),
    );
    if (unknown !== undefined) {
      this.tell(title, `There is no “${unknown}” that this rule could ask about`);
    }
    return condition;
  }

  /** What must not be lost: cells that are read only beside another choice. */
  mustBeBlank(titles: readonly string[], because: string): void {
    for (const title of titles) {
      if (this.raw(title).trim() !== '') {
        this.tell(title, `This is not read, because ${because}. Take it out, or change that`);
      }
    }
  }

  private parts(title: string): string[] {
    return this.raw(title)
      .split(/[;\n]/)
      .flatMap((part) => part.trim() || []);
  }

  private found(title: string, what: string, list: readonly Titled[], text: string): string {
    const titled = list.filter((one) => spelling(one.title) === spelling(text));
    const known = list.find(({ key }) => key === text) ?? (titled.length === 1 ? titled[0] : null);
    if (known) return known.key;
    const keys = list.map(({ key }) => key).join(', ') || 'none yet';
    this.tell(title, `There is no ${what} “${shown(text)}”. There are: ${keys}`);
    return text;
  }

  private unknown(text: string): string {
    return text.trim() === '' ? 'This is blank.' : `“${shown(text)}” is not understood.`;
  }
}

export function shown(text: string): string {
  const characters = [...text];
  return characters.length > SHOWN_MAX ? `${characters.slice(0, SHOWN_MAX - 1).join('')}…` : text;
}
