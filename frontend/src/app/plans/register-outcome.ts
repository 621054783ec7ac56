import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanRegisterResponse, RegisterOutcomeResponse } from '@app/shared/contracts';
import { counted } from '../platform/counted';
import { DataTable, type Column } from '../components/data-table';

interface Line {
  words: string;
  count: number;
}

/** How the rows of a file are accounted for: new, changed, unchanged and rejected make up the file. */
@Component({
  selector: 'app-register-outcome',
  imports: [DataTable, RouterLink],
  templateUrl: './register-outcome.html',
})
export class RegisterOutcome {
  readonly register = input.required<PlanRegisterResponse>();
  readonly outcome = input.required<RegisterOutcomeResponse>();
  protected readonly isWaiting = computed(() => this.register().status === 'waiting');
  protected readonly heading = computed(() =>
    this.isWaiting() ? 'What importing it would do' : 'What importing it did',
  );
  protected readonly lines = computed<Line[]>(() => [
    { words: 'New plans', count: this.outcome().new },
    { words: 'Changed plans', count: this.outcome().changed },
    { words: 'Unchanged plans', count: this.outcome().unchanged },
    { words: 'Rows left out because of a problem', count: this.register().rowsRejected },
    { words: 'Rows in the file', count: this.register().rowsInFile },
  ]);
  protected readonly columns: readonly Column<Line>[] = [
    { key: 'words', title: 'Rows', isRowHeader: true, text: ({ words }) => words },
    {
      key: 'count',
      title: 'Number',
      isNumeric: true,
      text: ({ count }) => count.toLocaleString('en-GB'),
    },
  ];
  protected readonly absentInWords = computed(() =>
    counted(this.outcome().absent, 'plan in force is', 'plans in force are'),
  );
  protected readonly undecidedInWords = computed(() =>
    counted(this.register().absentUndecided, 'plan waits', 'plans wait'),
  );
}
