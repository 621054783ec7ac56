import { Component } from '@angular/core';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { ErrorSummary } from '../../components/error-summary';
import type { HeldAnswer } from './saving/held-answer';
import { PlanFacts } from './plan-facts';
import { ScoringStrip } from './scoring-strip';
import { SectionEnd } from './section-end';
import { SectionPage } from './section-page';
import { SweepQuestions } from './sweep-questions';

@Component({
  selector: 'app-sweep',
  imports: [Breadcrumbs, ErrorSummary, PlanFacts, ScoringStrip, SectionEnd, SweepQuestions],
  templateUrl: './sweep.html',
})
export class Sweep extends SectionPage {
  protected override isHere({ kind }: Pick<HeldAnswer, 'kind'>): boolean {
    return kind === 'sweep';
  }
}
