import { ViewportScroller } from '@angular/common';
import { httpResource } from '@angular/common/http';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
} from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { planSectionTitle } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { ReadState } from '../components/read-state';
import { InsetText } from '../components/texts';
import { PageTitles } from '../platform/page-titles';
import { CriterionPart } from './criterion';
import type { FrameworkVersion } from './framework-version-words';

/** One domain of a version: its criteria and what each grade of them looks like. */
@Component({
  selector: 'app-domain',
  imports: [Breadcrumbs, CriterionPart, InsetText, ReadState, RouterLink],
  templateUrl: './domain.html',
})
export class DomainPage {
  readonly id = input.required<string>();
  /** Key of the domain in the address. */
  readonly domain = input.required<string>();
  protected readonly version = httpResource<FrameworkVersion>(() => `/api/frameworks/${this.id()}`);
  protected readonly definition = computed(() =>
    this.version.hasValue() ? this.version.value().definition : null,
  );
  protected readonly place = computed(
    () => this.definition()?.domains.findIndex(({ key }) => key === this.domain()) ?? -1,
  );
  protected readonly shown = computed(() => this.definition()?.domains[this.place()] ?? null);
  protected readonly previous = computed(() => this.definition()?.domains[this.place() - 1]);
  protected readonly next = computed(() =>
    this.place() < 0 ? undefined : this.definition()?.domains[this.place() + 1],
  );
  protected readonly hasUnseen = computed(
    () =>
      this.shown()?.criteria.some(({ citations }) => citations.some((one) => !one.textSeen)) ??
      false,
  );
  protected readonly sections = computed(() =>
    (this.shown()?.sections ?? []).map((section) => `${section} (${planSectionTitle[section]})`),
  );

  constructor() {
    const titles = inject(PageTitles);
    const scroller = inject(ViewportScroller);
    const injector = inject(Injector);
    const { fragment } = inject(ActivatedRoute).snapshot;
    effect(() => {
      const domain = this.shown();
      if (!domain) return;
      titles.name(domain.title);
      // The criterion the address names is there only once the framework has been read.
      if (fragment) afterNextRender(() => scroller.scrollToAnchor(fragment), { injector });
    });
  }
}
