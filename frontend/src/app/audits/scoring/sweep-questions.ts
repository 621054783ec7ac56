import { Component, inject, input } from '@angular/core';
import { asksForNumber, type SweepQuestion } from '@app/shared/domain';
import { Radios } from '../../components/radios';
import { TextInput } from '../../components/text-input';
import { AnswerConflict } from './answer-conflict';
import { choicesOf } from './answer-words';
import { numberOrText } from './number-or-text';
import { ScoringAnswers } from './saving/scoring-answers';
import { ScoringProgress } from './scoring-progress';
import { errorList, type SectionAttempt } from './section-attempt';

const origins = {
  answer: undefined,
  register:
    'Filled in from the register on the day of the draw. Change it if the file says otherwise.',
  preset: 'Filled in from your answer above. Change it if the file says otherwise.',
};

/** The questions of the sweep as they are asked now. */
@Component({
  selector: 'app-sweep-questions',
  imports: [AnswerConflict, Radios, TextInput],
  templateUrl: './sweep-questions.html',
})
export class SweepQuestions {
  readonly attempt = input.required<SectionAttempt>();
  protected readonly answers = inject(ScoringAnswers);
  protected readonly progress = inject(ScoringProgress);
  protected readonly choicesOf = choicesOf;
  protected readonly asksForNumber = asksForNumber;
  protected readonly errorList = errorList;

  protected originOf({ setBy }: SweepQuestion): string | undefined {
    return setBy === null ? undefined : origins[setBy];
  }

  protected choose(key: string, value: string): void {
    this.answers.choose('sweep', key, { value });
  }

  protected type(key: string, text: string): void {
    this.answers.type('sweep', key, { value: numberOrText(text) });
  }
}
