import { Component } from '@angular/core';
import type { Fact } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Checkboxes } from '../../components/checkboxes';
import { Details } from '../../components/details';
import { ErrorSummary } from '../../components/error-summary';
import { MonthInput } from '../../components/month-input';
import { Radios } from '../../components/radios';
import { TextInput } from '../../components/text-input';
import { AnswerConflict } from './answer-conflict';
import { choicesOf } from './answer-words';
import { numberOrText } from './number-or-text';
import type { HeldAnswer } from './saving/held-answer';
import { PlanFacts } from './plan-facts';
import { ScoringStrip } from './scoring-strip';
import { errorList } from './section-attempt';
import { SectionEnd } from './section-end';
import { SectionPage } from './section-page';

@Component({
  selector: 'app-counted-facts',
  imports: [
    AnswerConflict,
    Breadcrumbs,
    Checkboxes,
    Details,
    ErrorSummary,
    MonthInput,
    Radios,
    PlanFacts,
    ScoringStrip,
    SectionEnd,
    TextInput,
  ],
  templateUrl: './counted-facts.html',
})
export class CountedFacts extends SectionPage {
  protected readonly choicesOf = choicesOf;
  protected readonly errorList = errorList;

  /** The count that this one is part of, where the same person records it. */
  protected hintOf({ atMost }: Fact): string | undefined {
    const whole = this.progress.facts().find(({ key }) => key === atMost);
    return whole && `Not more than “${whole.title}”`;
  }

  protected severalOf({ value }: HeldAnswer): string[] {
    return Array.isArray(value) ? [...(value as readonly string[])] : [];
  }

  protected choose(key: string, value: string | string[]): void {
    const isNothing = value.length === 0;
    this.answers.choose('fact', key, { value: isNothing ? null : value });
  }

  protected count(key: string, text: string): void {
    this.answers.type('fact', key, { value: numberOrText(text) });
  }

  protected override isHere({ kind }: Pick<HeldAnswer, 'kind'>): boolean {
    return kind === 'fact';
  }
}
