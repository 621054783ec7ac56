import { Component, computed, inject, input } from '@angular/core';
import { sectionsInWords, type AnswerKind, type Criterion, type Domain } from '@app/shared/domain';
import { SummaryCard } from '../../components/summary-card';
import type { SummaryRow } from '../../components/summary-list';
import { answerInWords } from './answer-words';
import { answerId } from './saving/held-answer';
import { ScoringAnswers } from './saving/scoring-answers';
import { ScoringProgress } from './scoring-progress';

interface Card {
  key: string;
  heading: string;
  rows: SummaryRow[];
}

/** All answers of a scoring, one card for each part of the form. */
@Component({
  selector: 'app-scoring-record',
  imports: [SummaryCard],
  template: `
    @for (card of cards(); track card.key) {
      <app-summary-card [heading]="card.heading" [rows]="card.rows" />
    }
  `,
})
export class ScoringRecord {
  /** With links to change each answer, which come back to the check. */
  readonly isChangeable = input(false);
  private readonly answers = inject(ScoringAnswers);
  private readonly progress = inject(ScoringProgress);
  protected readonly cards = computed(() =>
    [
      this.sweepCard(),
      ...this.progress.parts().domains.map((one) => this.domainCard(one)),
      this.factsCard(),
    ].filter(({ rows }) => rows.length > 0),
  );

  private sweepCard(): Card {
    const rows = this.progress.questions().map(({ field, value, setBy }): SummaryRow => {
      const words = answerInWords(this.progress.parts(), 'sweep', field.key, value);
      const origin = setBy === 'register' ? ' (from the register)' : '';
      return {
        key: field.title,
        value: words === null ? null : `${words}${origin}`,
        ...this.change('sweep', 'sweep', field.key, field.title),
      };
    });
    return { key: 'sweep', heading: 'Evidence sweep', rows };
  }

  private domainCard(domain: Domain): Card {
    const criteria = this.progress.criteriaOf(domain);
    const strength = this.wordsOf('strength', domain.key);
    const rows = [
      ...criteria.map((criterion) => this.criterionRow(domain, criterion)),
      {
        ...{ key: 'Strength', value: strength ?? 'None given' },
        ...this.change(
          `domains/${domain.key}`,
          'strength',
          domain.key,
          `the strength of ${domain.title}`,
        ),
      },
    ];
    return { key: domain.key, heading: domain.title, rows: criteria.length > 0 ? rows : [] };
  }

  private criterionRow(domain: Domain, { key, title }: Criterion): SummaryRow {
    const rule = this.progress.applicability().get(key);
    if (rule && !rule.applies) return { key: title, value: ['Not applicable', rule.because ?? ''] };
    const { evidence, sections } = this.answers.answer('criterion', key);
    const outcome = this.wordsOf('criterion', key);
    const pointers = sections.length > 0 ? [sectionsInWords(sections)] : [];
    const text = evidence ? [evidence] : [];
    const isEmpty = outcome === null && text.length + pointers.length === 0;
    return {
      key: title,
      value: isEmpty ? null : [outcome ?? 'No grade yet', ...text, ...pointers],
      ...this.change(`domains/${domain.key}`, 'criterion', key, title),
    };
  }

  private factsCard(): Card {
    const rows = this.progress.facts().map(({ key, title }): SummaryRow => ({
      ...{ key: title, value: this.wordsOf('fact', key) },
      ...this.change('facts', 'fact', key, title),
    }));
    return { key: 'facts', heading: 'Counted facts', rows };
  }

  private wordsOf(kind: 'criterion' | 'fact' | 'strength', key: string): string | null {
    return answerInWords(this.progress.parts(), kind, key, this.progress.valueOf(kind, key));
  }

  private change(
    page: string,
    kind: AnswerKind,
    key: string,
    hidden: string,
  ): Pick<SummaryRow, 'change'> {
    if (!this.isChangeable()) return {};
    const link = `/scorings/${this.answers.scoring()?.id ?? ''}/${page}`;
    return {
      change: { link, hidden, query: { from: 'check' }, fragment: answerId({ kind, key }) },
    };
  }
}
