import { Component, computed, DOCUMENT, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, type Crumb } from '../../components/breadcrumbs';
import { ErrorSummary } from '../../components/error-summary';
import { InsetText } from '../../components/texts';
import { UnsavedDialog } from '../../components/unsaved-dialog';
import type { FormAttempt } from '../../platform/form-attempt';
import { askBeforeLeaving } from '../../platform/leaving';
import { NavigationFocus } from '../../platform/navigation-focus';
import { DraftStore } from './draft-store';

/** The frame of the page of a part: where it belongs, what is wrong, and what is to be put right. */
@Component({
  selector: 'app-part-layout',
  imports: [Breadcrumbs, ErrorSummary, InsetText, RouterLink, UnsavedDialog],
  templateUrl: './part-layout.html',
})
export class PartLayout {
  readonly heading = input.required<string>();
  /** Whether the draft has what the page is about. */
  readonly isThere = input(true);
  /** The steps of the page's address below the draft's. */
  readonly steps = input.required<readonly string[]>();
  /** Pages between the draft's and this one. */
  readonly between = input<readonly Crumb[]>([]);
  /** The attempts to save what is typed here, and to change lists. */
  readonly attempts = input.required<readonly FormAttempt<unknown>[]>();
  readonly isUnsaved = input(false);
  protected readonly store = inject(DraftStore);
  protected readonly crumbs = computed((): Crumb[] => [
    { title: 'Frameworks', link: '/frameworks' },
    { title: this.store.draft()?.definition.title || 'Draft', link: this.store.address() },
    ...this.between(),
  ]);
  protected readonly isOpen = computed(() => this.store.draft()?.status === 'draft');
  protected readonly summary = computed(() => this.attempts().flatMap((one) => one.summary()));
  protected readonly isStale = computed(() => this.attempts().some((one) => one.isStale()));
  /** What is to be put right on this very page. */
  protected readonly faults = computed(() => {
    const here = this.steps().join('/');
    return this.store.faults().filter(({ part }) => part.address.join('/') === here);
  });
  private readonly dialog = viewChild.required(UnsavedDialog);
  private readonly document = inject(DOCUMENT);
  private readonly focus = inject(NavigationFocus);
  /** What the page does when it is to be left. */
  readonly mayLeave = askBeforeLeaving(
    () => this.isUnsaved(),
    () => this.dialog().ask(),
  );

  protected loadLatest(): void {
    for (const attempt of this.attempts()) attempt.clear();
    this.store.reading.reload();
    this.focus.focusHeading();
  }

  /** The control of a fault, or the nearest that stands for it. */
  protected goTo(field: string, event: Event): void {
    // Following the link itself would be a navigation, because addresses here are the router's.
    event.preventDefault();
    const steps = field.split('-');
    for (let length = steps.length; length > 0; length -= 1) {
      const control = this.document.getElementById(steps.slice(0, length).join('-'));
      if (!control) continue;
      control.closest('.govuk-form-group')?.scrollIntoView();
      control.focus({ preventScroll: true });
      return;
    }
    this.focus.focusHeading();
  }
}
