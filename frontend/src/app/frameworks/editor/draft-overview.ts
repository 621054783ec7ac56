import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { frameworkStatusTitle, instantInWords } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Details } from '../../components/details';
import { Tag } from '../../components/tag';
import { TaskList } from '../../components/task-list';
import { InsetText } from '../../components/texts';
import { counted } from '../../platform/counted';
import { PageTitles } from '../../platform/page-titles';
import { statusTone } from '../framework-version-words';
import { DraftStore } from './draft-store';
import { draftTasks } from './draft-tasks';

/** The parts of a draft, what is to be put right in each, and where the draft goes from here. */
@Component({
  selector: 'app-draft-overview',
  imports: [Breadcrumbs, Details, InsetText, RouterLink, Tag, TaskList],
  templateUrl: './draft-overview.html',
})
export class DraftOverview {
  protected readonly store = inject(DraftStore);
  protected readonly title = computed(
    () => this.store.draft()?.definition.title || 'Framework without a title',
  );
  protected readonly file = computed(
    () => `/framework-drafts/${this.store.draft()?.id ?? ''}/file?format=`,
  );
  protected readonly groups = computed(() => {
    const draft = this.store.draft();
    return draft ? draftTasks(draft.definition, this.store.faults(), this.store.address()) : [];
  });
  protected readonly faults = computed(() =>
    this.store.faults().map((fault) => ({
      ...fault,
      link: [this.store.address(), ...fault.part.address].join('/'),
    })),
  );
  /** "Version 2, a copy of version 1. Changed by Joan Kerr on 3 July 2026 at 14:32." */
  protected readonly standing = computed(() => {
    const draft = this.store.draft();
    if (!draft) return '';
    const { number, basedOn, editedBy, editedAt } = draft;
    const origin = basedOn ? `, begun as a copy of version ${basedOn.number}` : '';
    const changed = `Changed by ${editedBy} on ${instantInWords(new Date(editedAt))}.`;
    return `To be version ${number}${origin}. ${changed}`;
  });
  protected readonly statusTitle = frameworkStatusTitle;
  protected readonly statusTone = statusTone;
  protected readonly counted = counted;

  constructor() {
    const titles = inject(PageTitles);
    effect(() => titles.name(`${this.title()}, draft`));
  }
}
