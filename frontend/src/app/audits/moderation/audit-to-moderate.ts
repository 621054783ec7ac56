import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ModerationReasonResponse, ModerationResponse } from '@app/shared/contracts';
import { calendarDayInWords } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { Cell, DataTable, type Column } from '../../components/data-table';
import { Details } from '../../components/details';
import { Tag } from '../../components/tag';
import { counted } from '../../platform/counted';
import { planInWords } from '../scoring/answer-words';
import { AuditRecord } from './audit-record';
import { AuditWorking } from './audit-working';
import {
  apartInWords,
  criteriaIn,
  differencesOf,
  givenInWords,
  isDifference,
  isToDecide,
  outcomeInWords,
  type ModeratedCriterion,
} from './moderation-words';

/** The criteria of one domain on which nothing differs. */
interface QuietDomain {
  key: string;
  summary: string;
  rows: { key: string; title: string; words: string; because: string | null }[];
}

/** An audit that waits: differences first, what they make of the plan, then what all agree on. */
@Component({
  selector: 'app-audit-to-moderate',
  imports: [
    AuditRecord,
    AuditWorking,
    Breadcrumbs,
    Button,
    Cell,
    DataTable,
    Details,
    RouterLink,
    Tag,
  ],
  templateUrl: './audit-to-moderate.html',
})
export class AuditToModerate {
  readonly audit = input.required<ModerationResponse>();
  protected readonly address = computed(() => `/moderations/${this.audit().id}`);
  protected readonly plan = computed(() =>
    planInWords(this.audit().form.plan, this.audit().document),
  );
  protected readonly due = computed(() => {
    const { dueOn, daysWaiting } = this.audit();
    const waiting =
      daysWaiting === 0 ? 'since today' : `for ${counted(daysWaiting, 'day', 'days')}`;
    return `Due ${calendarDayInWords(dueOn)}. It has waited ${waiting}.`;
  });
  protected readonly differences = computed(() => differencesOf(this.audit().form));
  protected readonly toDecide = computed(() =>
    this.differences().filter(({ recorded }) => isToDecide(recorded)),
  );
  protected readonly next = computed(
    () =>
      this.toDecide()[0] ??
      this.differences().find(({ recorded }) => recorded.decision === null) ??
      null,
  );
  protected readonly counts = computed(() => {
    const all = counted(this.differences().length, 'difference', 'differences');
    const left = this.toDecide().length;
    const rest = left === 0 ? 'nothing left that must be decided' : `${left} still to decide`;
    return `${all}, ${rest}`;
  });
  protected readonly quiet = computed(() => this.quietDomains());
  protected readonly columns: readonly Column<ModeratedCriterion>[] = [
    { key: 'criterion', title: 'Criterion', isRowHeader: true },
    { key: 'given', title: 'Recorded' },
    { key: 'apart', title: 'Distance', text: ({ recorded }) => apartInWords(recorded) },
    { key: 'stands', title: 'Stands now' },
  ];
  protected readonly isToDecide = isToDecide;

  /** Grades far apart stand in the table already; what one rater alone recorded does not. */
  protected criteriaOf({ reason, criteria }: ModerationReasonResponse): ModeratedCriterion[] {
    if (reason === 'grades-far-apart') return [];
    return criteriaIn(this.audit().form).filter(({ criterion }) =>
      criteria.includes(criterion.key),
    );
  }

  protected given({ recorded }: ModeratedCriterion): string[] {
    return givenInWords(this.audit().form, recorded);
  }

  protected stands({ recorded }: ModeratedCriterion): string {
    const label = outcomeInWords(this.audit().form, recorded.agreed);
    return recorded.decision ? `${label}, decided` : `${label}, as proposed`;
  }

  private quietDomains(): QuietDomain[] {
    const { form } = this.audit();
    const quiet = criteriaIn(form).filter(({ recorded }) => !isDifference(recorded));
    return form.domains.flatMap(({ key, title }) => {
      const own = quiet.filter(({ domain }) => domain.key === key);
      const out = own.filter(({ recorded }) => !recorded.applies).length;
      const words = [
        ...(own.length > out ? [`${own.length - out} agreed`] : []),
        ...(out > 0 ? [`${out} not applicable`] : []),
      ];
      const rows = own.map(({ criterion, recorded }) => ({
        ...{ key: criterion.key, title: criterion.title, because: recorded.because },
        words: outcomeInWords(form, recorded.agreed),
      }));
      return own.length === 0 ? [] : [{ key, summary: `${title}: ${words.join(', ')}`, rows }];
    });
  }
}
