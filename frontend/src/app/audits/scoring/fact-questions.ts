import { Component, inject, input } from '@angular/core';
import type { Fact } from '@app/shared/domain';
import { Checkboxes } from '../../components/checkboxes';
import { Details } from '../../components/details';
import { MonthInput } from '../../components/month-input';
import { Radios } from '../../components/radios';
import { TextInput } from '../../components/text-input';
import { AnswerConflict } from './answer-conflict';
import { choicesOf } from './answer-words';
import { numberOrText } from './number-or-text';
import type { HeldAnswer } from './saving/held-answer';
import { ScoringAnswers } from './saving/scoring-answers';
import { ScoringProgress } from './scoring-progress';
import { errorList, type SectionAttempt } from './section-attempt';

/** The counted facts as they are asked now. */
@Component({
  selector: 'app-fact-questions',
  imports: [AnswerConflict, Checkboxes, Details, MonthInput, Radios, TextInput],
  templateUrl: './fact-questions.html',
})
export class FactQuestions {
  readonly attempt = input.required<SectionAttempt>();
  protected readonly answers = inject(ScoringAnswers);
  protected readonly progress = inject(ScoringProgress);
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
}
