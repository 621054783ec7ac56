import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanRegisterListResponse, PlanRegisterSummary } from '@app/shared/contracts';
import { calendarDayInWords, instantInWords, registerStatusTitle } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ReadState } from '../components/read-state';
import { Tag } from '../components/tag';
import { registerStatusTone } from './plan-words';

@Component({
  selector: 'app-register-list',
  imports: [Breadcrumbs, Button, Cell, DataTable, ReadState, RouterLink, Tag],
  templateUrl: './register-list.html',
})
export class RegisterList {
  protected readonly registers = httpResource<PlanRegisterListResponse>(
    () => '/api/plan-registers',
  );
  protected readonly shown = computed(() =>
    this.registers.hasValue() ? this.registers.value().registers : [],
  );
  protected readonly dayInWords = calendarDayInWords;
  protected readonly statusTitle = registerStatusTitle;
  protected readonly statusTone = registerStatusTone;
  protected readonly columns: readonly Column<PlanRegisterSummary>[] = [
    { key: 'asAtOn', title: 'As at', isRowHeader: true },
    {
      key: 'uploadedAt',
      title: 'Uploaded',
      text: (register) => instantInWords(new Date(register.uploadedAt)),
    },
    { key: 'uploadedBy', title: 'By', text: (register) => register.uploadedBy },
    { key: 'status', title: 'Status' },
    number('rowsInFile', 'Rows'),
    number('rowsRejected', 'With a problem'),
  ];
}

function number(key: 'rowsInFile' | 'rowsRejected', title: string): Column<PlanRegisterSummary> {
  return { key, title, isNumeric: true, text: (one) => one[key].toLocaleString('en-GB') };
}
