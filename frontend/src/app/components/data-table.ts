import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  contentChildren,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  input,
  afterNextRender,
  output,
  signal,
  TemplateRef,
  viewChild,
} from '@angular/core';

export interface Column<Row> {
  key: string;
  title: string;
  isNumeric?: boolean;
  /** The cell that names its row. */
  isRowHeader?: boolean;
  /** The name of the order in which this column puts the rows, where people may choose it. */
  sort?: string;
  /** What the cell says; a cell with links or tags has a template instead. */
  text?: (row: Row) => string;
}

/** In which order the rows stand. */
export interface Order {
  by: string;
  direction: 'up' | 'down';
}

/** A template for the cells of one column: `<ng-template appCell="status" [appCellOf]="rows()" let-row>`. */
@Directive({ selector: 'ng-template[appCell]' })
export class Cell<Row> {
  readonly key = input.required<string>({ alias: 'appCell' });
  /** Only to tell the compiler what a row is. */
  readonly rows = input<readonly Row[]>([], { alias: 'appCellOf' });
  readonly template = inject<TemplateRef<{ $implicit: Row }>>(TemplateRef);

  static ngTemplateContextGuard<Row>(
    _cell: Cell<Row>,
    context: unknown,
  ): context is { $implicit: Row } {
    return context !== null;
  }
}

/** A table with a caption and scoped headers, in a pane that scrolls when the page is narrow. */
@Component({
  selector: 'app-data-table',
  imports: [NgTemplateOutlet],
  templateUrl: './data-table.html',
})
export class DataTable<Row> {
  readonly caption = input.required<string>();
  readonly isCaptionHidden = input(false);
  readonly columns = input.required<readonly Column<Row>[]>();
  readonly rows = input.required<readonly Row[]>();
  readonly order = input<Order | null>(null);
  /** The order that was asked for: a column once more is turned round. */
  readonly reordered = output<Order>();
  protected readonly isScrolled = signal(false);
  private readonly cells = contentChildren<Cell<Row>>(Cell);
  protected readonly templates = computed(
    () => new Map(this.cells().map((cell) => [cell.key(), cell.template])),
  );
  private readonly pane = viewChild.required<ElementRef<HTMLElement>>('pane');

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      // Only a pane that does scroll is a stop for the Tab key.
      const pane = this.pane().nativeElement;
      const watch = new ResizeObserver(() =>
        this.isScrolled.set(pane.scrollWidth > pane.clientWidth),
      );
      watch.observe(pane);
      const table = pane.firstElementChild;
      if (table) watch.observe(table);
      destroyRef.onDestroy(() => watch.disconnect());
    });
  }

  protected ariaSortOf(column: Column<Row>): 'ascending' | 'descending' | 'none' {
    const direction = this.directionOf(column);
    if (direction === null) return 'none';
    return direction === 'up' ? 'ascending' : 'descending';
  }

  private directionOf(column: Column<Row>): 'up' | 'down' | null {
    const order = this.order();
    return order && column.sort === order.by ? order.direction : null;
  }

  protected reorder(by: string, column: Column<Row>): void {
    this.reordered.emit({ by, direction: this.directionOf(column) === 'up' ? 'down' : 'up' });
  }
}
