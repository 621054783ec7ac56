import { httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import type { ScoringResponse } from '@app/shared/contracts';
import { filter, map, startWith } from 'rxjs';
import { ReadState } from '../../components/read-state';
import { UnsavedDialog } from '../../components/unsaved-dialog';
import type { MayBeLeft } from '../../platform/leaving';
import { NavigationFocus } from '../../platform/navigation-focus';
import { SessionStore } from '../../platform/session-store';
import { ScoringAnswers } from './saving/scoring-answers';
import { ScoringProgress } from './scoring-progress';

/**
 * What the pages of one scoring share: its answers, which stay while the person goes from page to
 * page, and the question before leaving with something that is not saved.
 */
@Component({
  selector: 'app-scoring-frame',
  imports: [ReadState, RouterLink, RouterOutlet, UnsavedDialog],
  providers: [ScoringAnswers, ScoringProgress],
  templateUrl: './scoring-frame.html',
})
export class ScoringFrame implements MayBeLeft {
  readonly id = input.required<string>();
  protected readonly answers = inject(ScoringAnswers);
  protected readonly reading = httpResource<ScoringResponse>(() => `/api/scorings/${this.id()}`);
  protected readonly isOpened = computed(() => this.answers.scoring()?.id === this.id());
  private readonly dialog = viewChild.required(UnsavedDialog);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly focus = inject(NavigationFocus);
  private readonly document = inject(DOCUMENT);
  private readonly page = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.pageNow()),
      startWith(this.pageNow()),
    ),
    { requireSync: true },
  );

  constructor() {
    effect(() => {
      if (!this.reading.hasValue()) return;
      // The heading of the waiting page goes, and the focus must not go with it.
      const isAtHeading = this.document.activeElement?.localName === 'h1';
      const scoring = this.reading.value();
      untracked(() => this.answers.open(scoring));
      if (isAtHeading) this.focus.focusHeading();
    });
    effect(() => {
      const scoring = this.isOpened() ? this.answers.scoring() : null;
      const place = scoring && placeFor(scoring, this.page());
      if (place !== null) {
        void this.router.navigate(place, { relativeTo: this.route, replaceUrl: true });
      }
    });
  }

  async mayLeave(): Promise<boolean> {
    // Somebody who has signed out must not be kept, and nothing of theirs can be saved.
    if (!this.session.isSignedIn() || (await this.answers.saveEverything())) return true;
    return this.dialog().ask();
  }

  private pageNow(): string {
    return this.route.snapshot.firstChild?.url[0]?.path ?? '';
  }
}

/** Where a person is led who is on a page that the scoring has not got, or has no longer. */
function placeFor({ state, form }: ScoringResponse, page: string): string[] | null {
  if (state !== 'open') return page === '' ? null : ['./'];
  if (form === null) return page === 'declaration' ? null : ['declaration'];
  return page === 'declaration' ? ['./'] : null;
}
