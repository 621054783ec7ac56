import { Component } from '@angular/core';
import { asksForNumber, type SweepQuestion } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { ErrorSummary } from '../../components/error-summary';
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

const origins = {
  answer: undefined,
  register:
    'Filled in from the register on the day of the draw. Change it if the file says otherwise.',
  preset: 'Filled in from your answer above. Change it if the file says otherwise.',
};

@Component({
  selector: 'app-sweep',
  imports: [
    AnswerConflict,
    Breadcrumbs,
    ErrorSummary,
    Radios,
    PlanFacts,
    ScoringStrip,
    SectionEnd,
    TextInput,
  ],
  templateUrl: './sweep.html',
})
export class Sweep extends SectionPage {
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

  protected override isHere({ kind }: Pick<HeldAnswer, 'kind'>): boolean {
    return kind === 'sweep';
  }
}
