import { Component, computed, inject, input } from '@angular/core';
import { clockInWords, sectionsInWords } from '@app/shared/domain';
import { Button } from '../../components/button';
import { answerInWords } from './answer-words';
import type { AnswerContent, HeldAnswer } from './saving/held-answer';
import { ScoringAnswers } from './saving/scoring-answers';
import { ScoringProgress } from './scoring-progress';

/** Where an answer was saved differently elsewhere: both, and the choice between them. */
@Component({
  selector: 'app-answer-conflict',
  imports: [Button],
  templateUrl: './answer-conflict.html',
})
export class AnswerConflict {
  readonly answer = input.required<HeldAnswer>();
  protected readonly answers = inject(ScoringAnswers);
  private readonly progress = inject(ScoringProgress);
  protected readonly both = computed(() => {
    const answer = this.answer();
    const { theirs } = answer;
    if (!theirs) return null;
    const at = clockInWords(new Date(theirs.savedAt));
    return { mine: this.inWords(answer), theirs: this.inWords(theirs), at };
  });

  private inWords({ value, evidence, sections }: AnswerContent): string[] {
    const { kind, key } = this.answer();
    const outcome = answerInWords(this.progress.parts(), kind, key, value);
    return [
      outcome ?? 'No answer',
      ...(evidence ? [evidence] : []),
      ...(sections.length > 0 ? [sectionsInWords(sections)] : []),
    ];
  }
}
