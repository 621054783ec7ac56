import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Tag, type TagTone } from './tag';

export interface SummaryRow {
  key: string;
  /** Several values stand on lines of their own. */
  value: string | readonly string[] | null;
  tone?: TagTone;
  change?: { link: string; hidden: string; query?: Record<string, string>; fragment?: string };
}

/** Names and values of one record. What is missing is said, never left blank. */
@Component({
  selector: 'app-summary-list',
  imports: [RouterLink, Tag],
  templateUrl: './summary-list.html',
})
export class SummaryList {
  readonly rows = input.required<readonly SummaryRow[]>();

  protected valuesOf(row: SummaryRow): readonly string[] {
    if (row.value === null || row.value.length === 0) return ['Not provided'];
    return typeof row.value === 'string' ? [row.value] : row.value;
  }
}
