import { Component, computed, input } from '@angular/core';
import type { ModeratedForm, ModerationResponse } from '@app/shared/contracts';
import { scoringWithdrawalReasonTitle } from '@app/shared/domain';
import { Details } from '../../components/details';
import { SummaryList, type SummaryRow } from '../../components/summary-list';
import { InsetText } from '../../components/texts';
import { answerInWords, documentRows, planRows } from '../scoring/answer-words';
import { partsOf } from '../scoring/form-parts';
import { fieldInWords } from './moderation-words';

/** What is known of the plan and was recorded beside the grades: profile, counted facts, strengths. */
@Component({
  selector: 'app-audit-record',
  imports: [Details, InsetText, SummaryList],
  templateUrl: './audit-record.html',
})
export class AuditRecord {
  readonly audit = input.required<ModerationResponse>();
  /** With links to correct the profile. */
  readonly isChangeable = input(false);
  protected readonly plan = computed(() => [
    ...documentRows(this.audit().document),
    ...planRows(this.audit().form.plan),
  ]);
  protected readonly withdrawn = computed(() =>
    this.audit()
      .form.agencies.filter(({ hasSubmitted }) => !hasSubmitted)
      .map(({ key, title, withdrawnBecause }) => ({
        key,
        words: `${title}: ${withdrawnBecause ? scoringWithdrawalReasonTitle[withdrawnBecause] : 'not submitted'}`,
      })),
  );
  protected readonly profile = computed(() => {
    const { form, id } = this.audit();
    return form.profile.map((field): SummaryRow => {
      const key = titleOf(form.profileFields, field.field);
      const value = fieldInWords(form, field);
      const reason = field.correction?.reason;
      const row = { key, value: reason ? [...value, `Reason: ${reason}`] : value };
      if (!this.isChangeable() || !field.mayBeCorrected) return row;
      return { ...row, change: { link: `/moderations/${id}/profile/${field.field}`, hidden: key } };
    });
  });
  protected readonly corrected = computed(
    () => this.audit().form.profile.filter(({ correction }) => correction !== null).length,
  );
  protected readonly facts = computed(() => {
    const { form } = this.audit();
    return form.recordedFacts.map(({ fact, value }): SummaryRow => ({
      key: titleOf(form.facts, fact),
      value: answerInWords(partsOf(form), 'fact', fact, value) ?? 'Not recorded',
    }));
  });
  protected readonly strengths = computed(() => strengthRows(this.audit().form));
}

function titleOf(all: readonly { key: string; title: string }[], key: string): string {
  return all.find((one) => one.key === key)?.title ?? key;
}

/** One row for each domain in which an agency wrote what is strong. */
function strengthRows({ domains, strengths }: ModeratedForm): SummaryRow[] {
  return domains
    .map(({ key, title }) => ({
      key: title,
      value: strengths
        .filter(({ domain }) => domain === key)
        .map(({ agency, line }) => `${agency.title}: ${line}`),
    }))
    .filter(({ value }) => value.length > 0);
}
