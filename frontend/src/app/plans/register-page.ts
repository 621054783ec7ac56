import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { PlanRegisterResponse, RegisterRowResponse } from '@app/shared/contracts';
import {
  calendarDayInWords,
  instantInWords,
  registerColumn,
  registerStatusTitle,
  settingTypeTitle,
} from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { DataTable, type Column } from '../components/data-table';
import { ErrorSummary } from '../components/error-summary';
import { ReadState } from '../components/read-state';
import { Tag } from '../components/tag';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import {
  needTitle,
  readInWords,
  registerStatusTone,
  unreadInWords,
  yearInWords,
} from './plan-words';
import { PlansClient } from './plans-client';
import { RegisterOutcome } from './register-outcome';
import { RegisterProblems } from './register-problems';

/** One upload: what was read of it while it waits, and what became of it afterwards. */
@Component({
  selector: 'app-register-page',
  imports: [
    Breadcrumbs,
    Button,
    DataTable,
    ErrorSummary,
    ReadState,
    RegisterOutcome,
    RegisterProblems,
    RouterLink,
    Tag,
  ],
  templateUrl: './register-page.html',
})
export class RegisterPage {
  readonly id = input.required<string>();
  /** The filters of the list of problems, in the address. */
  readonly column = input<string>();
  readonly rule = input<string>();
  readonly page = input<string>();

  protected readonly register = httpResource<PlanRegisterResponse>(
    () => `/api/plan-registers/${this.id()}`,
  );
  protected readonly loaded = computed(() =>
    this.register.hasValue() ? this.register.value() : null,
  );
  protected readonly heading = computed(() => {
    const register = this.loaded();
    return register ? `Register as at ${calendarDayInWords(register.asAtOn)}` : 'Register of plans';
  });
  protected readonly statusTitle = registerStatusTitle;
  protected readonly statusTone = registerStatusTone;
  protected readonly readInWords = readInWords;
  protected readonly unreadInWords = unreadInWords;
  protected readonly instant = (at: string) => instantInWords(new Date(at));
  protected readonly titleOf = (key: string) => registerColumn(key).title;
  protected readonly blankOf = (key: string) => registerColumn(key).blankMeans ?? '';
  protected readonly columns: readonly Column<RegisterRowResponse>[] = [
    { key: 'row', title: 'Row', isRowHeader: true, text: ({ row }) => String(row) },
    { key: 'ref', title: 'Plan', text: ({ planRef }) => planRef },
    { key: 'year', title: 'Year group', text: yearInWords },
    { key: 'need', title: 'Primary need', text: (row) => needTitle(row.primaryNeed ?? 'unknown') },
    { key: 'setting', title: 'Setting', text: (row) => settingTypeTitle[row.settingType] },
    { key: 'issued', title: 'First issued', text: (row) => calendarDayInWords(row.firstIssuedOn) },
    { key: 'team', title: 'Team', text: ({ team }) => team ?? '–' },
  ];
  private readonly nothing = form(signal({}));
  protected readonly attempt = formAttempt(this.nothing);
  private readonly client = inject(PlansClient);
  private readonly notices = inject(Notices);
  private readonly focus = inject(NavigationFocus);

  protected async discard(register: PlanRegisterResponse): Promise<void> {
    this.notices.clear();
    if (!(await this.attempt.send(() => this.client.discard(register)))) return;
    this.notices.here('The upload is discarded. No plan was changed');
    this.register.reload();
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.register.reload();
    this.focus.focusHeading();
  }
}
