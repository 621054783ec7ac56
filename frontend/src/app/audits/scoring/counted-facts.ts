import { Component } from '@angular/core';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { ErrorSummary } from '../../components/error-summary';
import { FactQuestions } from './fact-questions';
import type { HeldAnswer } from './saving/held-answer';
import { PlanFacts } from './plan-facts';
import { ScoringStrip } from './scoring-strip';
import { SectionEnd } from './section-end';
import { SectionPage } from './section-page';

@Component({
  selector: 'app-counted-facts',
  imports: [Breadcrumbs, ErrorSummary, FactQuestions, PlanFacts, ScoringStrip, SectionEnd],
  templateUrl: './counted-facts.html',
})
export class CountedFacts extends SectionPage {
  protected override isHere({ kind }: Pick<HeldAnswer, 'kind'>): boolean {
    return kind === 'fact';
  }
}
