import { Component, computed, input } from '@angular/core';
import type { ModeratedForm, ModerationWorking } from '@app/shared/contracts';
import { DataTable, type Column } from '../../components/data-table';
import { Details } from '../../components/details';
import { outcomeInWords } from './moderation-words';
import { bandInWords, meanInWords, partialInWords } from './working-words';

type DomainRow = ModerationWorking['domains'][number];
type CriterionRow = DomainRow['criteria'][number];

/** The arithmetic from criteria to the grade, with what is printed being what is compared. */
@Component({
  selector: 'app-audit-working',
  imports: [DataTable, Details],
  templateUrl: './audit-working.html',
})
export class AuditWorking {
  readonly form = input.required<ModeratedForm>();
  /** With each criterion's points; otherwise from the domains on. */
  readonly isWhole = input(false);
  protected readonly working = computed(() => this.form().working);
  protected readonly band = computed(() => bandInWords(this.form()));
  protected readonly partial = computed(() => partialInWords(this.form()));
  protected readonly grade = computed(() => {
    const { overall } = this.working();
    return overall && outcomeInWords(this.form(), overall.cappedGrade);
  });
  /** What the caps do, which may be nothing: a ceiling can lie above the score's own grade. */
  protected readonly capsInWords = computed(() => {
    const { overall } = this.working();
    if (!overall || overall.capsApplied.length === 0) return 'No cap applies.';
    return overall.cappedGrade === overall.calculatedGrade
      ? 'The caps below leave it as it is.'
      : `Held down from ${outcomeInWords(this.form(), overall.calculatedGrade)} by the caps below.`;
  });
  protected readonly domainColumns: readonly Column<DomainRow>[] = [
    {
      ...{ key: 'domain', title: 'Domain', isRowHeader: true },
      text: ({ key }) => this.titleOfDomain(key),
    },
    {
      ...{ key: 'weight', title: 'Weight', isNumeric: true },
      text: ({ weight }) => String(weight),
    },
    {
      ...{ key: 'score', title: 'Score', isNumeric: true },
      text: ({ score }) => score?.toFixed(2) ?? '–',
    },
    {
      ...{ key: 'grade', title: 'Grade' },
      text: ({ grade }) =>
        grade === null ? 'None: nothing graded' : outcomeInWords(this.form(), grade),
    },
  ];
  protected readonly criterionColumns: readonly Column<CriterionRow>[] = [
    {
      ...{ key: 'criterion', title: 'Criterion', isRowHeader: true },
      text: ({ key }) => this.titleOfCriterion(key),
    },
    {
      ...{ key: 'outcome', title: 'Stands' },
      text: ({ outcome }) => outcomeInWords(this.form(), outcome),
    },
    {
      ...{ key: 'weight', title: 'Weight', isNumeric: true },
      text: ({ weight }) => String(weight),
    },
    {
      ...{ key: 'points', title: 'Points', isNumeric: true },
      text: ({ points }) => (points === null ? '–' : String(points)),
    },
  ];
  protected readonly meanInWords = meanInWords;

  protected titleOfDomain(key: string): string {
    return this.form().domains.find((domain) => domain.key === key)?.title ?? key;
  }

  private titleOfCriterion(key: string): string {
    const criteria = this.form().domains.flatMap((domain) => domain.criteria);
    return criteria.find((criterion) => criterion.key === key)?.title ?? key;
  }
}
