import { Component, inject } from '@angular/core';
import { AutosaveStatus } from '../../components/autosave-status';
import { ScoringAnswers } from './saving/scoring-answers';

/** How far the page is, and whether its answers are saved, in view while the page is scrolled. */
@Component({
  selector: 'app-scoring-strip',
  imports: [AutosaveStatus],
  template: `
    <div class="app-strip">
      <ng-content />
      <div class="app-strip__saving">
        @if (answers.state().kind === 'untouched') {
          <p class="app-strip__counts app-muted">Each answer is saved as you give it</p>
        }
        <app-autosave-status [state]="answers.state()" />
        @if (answers.isOutOfReach()) {
          <button type="button" class="app-link-button" (click)="answers.sendWaiting()">
            Try again now
          </button>
        }
      </div>
    </div>
  `,
})
export class ScoringStrip {
  protected readonly answers = inject(ScoringAnswers);
}
