import { Component, computed, input } from '@angular/core';
import { cellText, type ReportRow, type ReportTable } from '@app/shared/domain';
import { DataTable, type Column } from '../components/data-table';

/** A table of a report as it was decided. */
@Component({
  selector: 'app-report-table',
  imports: [DataTable],
  template: `<app-data-table
    [caption]="table().caption"
    [isCaptionHidden]="isCaptionHidden()"
    [columns]="columns()"
    [rows]="table().rows"
  />`,
})
export class ReportTablePart {
  readonly table = input.required<ReportTable>();
  readonly isCaptionHidden = input(false);
  protected readonly columns = computed(() =>
    this.table().columns.map(({ title, isNumeric }, place): Column<ReportRow> => {
      const key = `${place}`;
      if (place === 0) return { key, title, isRowHeader: true, text: (row) => row.title };
      const text = ({ cells }: ReportRow) => {
        const cell = cells[place - 1];
        return cell ? cellText(cell) : '';
      };
      return { key, title, isNumeric, text };
    }),
  );
}
