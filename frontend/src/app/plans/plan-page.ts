import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import type { PlanResponse } from '@app/shared/contracts';
import {
  calendarDayInWords,
  phaseTitle,
  settingTypeTitle,
  socialCareStatusTitle,
  yearGroupTitle,
} from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { ReadState } from '../components/read-state';
import { SummaryList, type SummaryRow } from '../components/summary-list';
import { PageTitles } from '../platform/page-titles';
import { needTitle } from './plan-words';

@Component({
  selector: 'app-plan-page',
  imports: [Breadcrumbs, ReadState, SummaryList],
  templateUrl: './plan-page.html',
})
export class PlanPage {
  readonly id = input.required<string>();
  protected readonly plan = httpResource<PlanResponse>(() => `/api/plans/${this.id()}`);
  protected readonly heading = computed(() =>
    this.plan.hasValue() ? `Plan ${this.plan.value().planRef}` : 'Plan',
  );
  protected readonly rows = computed(() => (this.plan.hasValue() ? rowsOf(this.plan.value()) : []));

  protected readonly asAt = computed(() =>
    this.plan.hasValue() ? calendarDayInWords(this.plan.value().asAtOn) : '',
  );

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      if (this.plan.hasValue()) titles.name(this.heading());
    });
  }
}

function rowsOf(plan: PlanResponse): SummaryRow[] {
  return [
    plan.ceasedOn
      ? { key: 'State', value: `Ceased on ${calendarDayInWords(plan.ceasedOn)}`, tone: 'grey' }
      : { key: 'State', value: 'In force', tone: 'green' },
    { key: 'Local authority', value: plan.localAuthority },
    { key: 'Year group today', value: yearOf(plan) },
    { key: 'Age today', value: ageInWords(plan) },
    { key: 'Phase', value: phaseTitle[plan.phase] },
    { key: 'Primary need', value: needTitle(plan.primaryNeed ?? 'unknown') },
    { key: 'Learning disability', value: yesNoOrUnknown(plan.hasLearningDisability) },
    { key: 'Setting', value: settingTypeTitle[plan.settingType] },
    { key: 'Social care', value: socialCareStatusTitle[plan.socialCareStatus] },
    { key: 'First issued', value: calendarDayInWords(plan.firstIssuedOn) },
    { key: 'Latest issued', value: calendarDayInWords(plan.latestIssuedOn) },
    {
      key: 'Last review',
      value: plan.lastReviewOn ? calendarDayInWords(plan.lastReviewOn) : 'None on record',
    },
    { key: 'Origin', value: plan.isTransferredIn ? 'Transferred in' : 'Issued by this authority' },
    { key: 'Tribunal', value: plan.isTribunalOrdered ? 'Ordered part of the content' : 'No order' },
    { key: 'Team', value: plan.team },
    { key: 'Officer reference', value: plan.officerRef },
  ];
}

function yearOf({ yearGroup }: PlanResponse): string {
  return yearGroup === null ? 'No curriculum year' : yearGroupTitle(yearGroup);
}

/** Without a birthday an age is known to within a year. */
function ageInWords({ age }: PlanResponse): string {
  return age === null ? 'Unknown' : `About ${age}`;
}

function yesNoOrUnknown(answer: boolean | null): string {
  if (answer === null) return 'Unknown';
  return answer ? 'Yes' : 'No';
}
