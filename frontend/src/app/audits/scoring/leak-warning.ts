import { Component, computed, inject, input } from '@angular/core';
import { ScoringAnswers } from './saving/scoring-answers';
import type { HeldAnswer } from './saving/held-answer';
import { leaksIn } from './saving/obstacles';

/** Under a text that looks as if it named a person: what was seen, and that it is not saved. */
@Component({
  selector: 'app-leak-warning',
  template: `
    <div role="status">
      @if (words(); as found) {
        <div class="app-leak">
          <p class="govuk-body">
            This looks as if it had {{ found }} in it. Take it out: what is saved stays on record.
            @if (answer().standing === 'held') {
              It is not saved yet.
            }
          </p>
          @if (answer().standing === 'held') {
            <button
              type="button"
              class="app-link-button"
              (click)="answers.saveAllTheSame(answer().kind, answer().key)"
            >
              It names nobody: save it
            </button>
          }
        </div>
      }
    </div>
  `,
})
export class LeakWarning {
  readonly answer = input.required<HeldAnswer>();
  protected readonly answers = inject(ScoringAnswers);
  protected readonly words = computed(() => {
    const answer = this.answer();
    // What the person has said is none, and is saved, needs no warning any more.
    const found =
      answer.standing === 'saved' || answer.standing === 'saving' ? [] : leaksIn(answer);
    return found.join(' and ') || null;
  });
}
