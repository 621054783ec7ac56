import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ModerationResponse } from '@app/shared/contracts';
import { instantInWords } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Cell, DataTable, type Column } from '../../components/data-table';
import { SummaryList, type SummaryRow } from '../../components/summary-list';
import { InsetText } from '../../components/texts';
import { planInWords } from '../scoring/answer-words';
import { AuditRecord } from './audit-record';
import { AuditWorking } from './audit-working';
import { byWhom, criteriaIn, outcomeInWords, type ModeratedCriterion } from './moderation-words';

/** A closed audit: what was agreed beside what each agency recorded, and how it came to its grade. */
@Component({
  selector: 'app-closed-audit',
  imports: [
    AuditRecord,
    AuditWorking,
    Breadcrumbs,
    Cell,
    DataTable,
    InsetText,
    RouterLink,
    SummaryList,
  ],
  templateUrl: './closed-audit.html',
})
export class ClosedAudit {
  readonly audit = input.required<ModerationResponse>();
  protected readonly plan = computed(() =>
    planInWords(this.audit().form.plan, this.audit().document),
  );
  protected readonly rows = computed((): SummaryRow[] => {
    const { form, closing } = this.audit();
    if (!closing) return [];
    const at = instantInWords(new Date(closing.closedAt));
    const { cappedGrade, finalGrade, finalGradeReason } = closing;
    const grade =
      finalGrade === null ? 'Partial, no overall grade' : outcomeInWords(form, finalGrade);
    return [
      { key: 'Closed with', value: grade },
      ...(finalGradeReason
        ? [
            { key: 'As worked out', value: outcomeInWords(form, cappedGrade) },
            { key: 'Why it was moved', value: finalGradeReason },
          ]
        : []),
      { key: 'Closed', value: `${closing.closedBy}, ${at}` },
      { key: 'How', value: closing.asProposed ? 'Accepted as proposed' : 'Moderated' },
      { key: 'Points of feedback', value: this.points() },
    ];
  });
  protected readonly domains = computed(() => {
    const all = criteriaIn(this.audit().form);
    return this.audit().form.domains.map(({ key, title }) => ({
      ...{ key, title },
      rows: all.filter(({ domain }) => domain.key === key),
    }));
  });
  protected readonly columns = computed((): Column<ModeratedCriterion>[] => [
    { key: 'criterion', title: 'Criterion', isRowHeader: true },
    { key: 'agreed', title: 'Agreed' },
    ...this.audit().form.agencies.map(({ key, title, hasSubmitted }) => ({
      ...{ key, title: hasSubmitted ? title : `${title} (withdrawn)` },
      text: (one: ModeratedCriterion) => this.originalOf(one, key),
    })),
  ]);
  protected readonly byWhom = byWhom;

  protected agreed({ recorded }: ModeratedCriterion): string {
    return outcomeInWords(this.audit().form, recorded.agreed);
  }

  private originalOf({ recorded }: ModeratedCriterion, key: string): string {
    const rater = recorded.raters.find(({ agency }) => agency?.key === key);
    return rater ? outcomeInWords(this.audit().form, rater.outcome) : '–';
  }

  private points(): string | string[] {
    const { form, closing } = this.audit();
    const keys = closing?.feedbackPoints ?? [];
    const titles = criteriaIn(form)
      .filter(({ criterion }) => keys.includes(criterion.key))
      .map(({ criterion }) => criterion.title);
    if (titles.length > 0) return titles;
    return form.feedbackPoints.noneBecause ?? 'None: nothing is below the standard';
  }
}
