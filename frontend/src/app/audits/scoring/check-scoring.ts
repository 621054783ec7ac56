import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ScoringFault } from '@app/shared/domain';
import { Breadcrumbs, type Crumb } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import { InsetText } from '../../components/texts';
import { ScoringAnswers } from './saving/scoring-answers';
import { ScoringProgress } from './scoring-progress';
import { ScoringRecord } from './scoring-record';
import { ScoringStrip } from './scoring-strip';
import { faultOnPage } from './section-attempt';

@Component({
  selector: 'app-check-scoring',
  imports: [Breadcrumbs, Button, InsetText, RouterLink, ScoringRecord, ScoringStrip],
  templateUrl: './check-scoring.html',
})
export class CheckScoring {
  protected readonly answers = inject(ScoringAnswers);
  protected readonly progress = inject(ScoringProgress);
  protected readonly address = computed(() => `/scorings/${this.answers.scoring()?.id ?? ''}`);
  protected readonly crumbs = computed((): Crumb[] => [
    { title: 'My audits', link: '/scorings' },
    { title: this.answers.scoring()?.reference ?? 'Scoring', link: this.address() },
  ]);
  protected readonly missing = computed(() =>
    this.progress.faults().map((fault) => ({
      ...faultOnPage(fault),
      page: `${this.address()}/${pageOf(fault)}`,
    })),
  );

  constructor() {
    // What is checked is what the service has, also what was saved in another window.
    void this.answers.saveEverything().then(() => this.answers.readAgain());
  }
}

function pageOf({ kind, domain }: ScoringFault): string {
  if (domain !== null) return `domains/${domain}`;
  return kind === 'sweep' ? 'sweep' : 'facts';
}
