import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, viewChild, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';
import { calendarDayInWords } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { ReadState } from '../../components/read-state';
import { UnsavedDialog } from '../../components/unsaved-dialog';
import { askBeforeLeaving, type MayBeLeft } from '../../platform/leaving';
import { PageTitles } from '../../platform/page-titles';
import type { FrameworkConsultation } from '../framework-draft';
import { CommentForm } from './comment-form';
import { CommentList } from './comment-list';

/** A draft for the people who are asked about it: its domains, and a comment on the whole. */
@Component({
  selector: 'app-consultation',
  imports: [Breadcrumbs, CommentForm, CommentList, ReadState, RouterLink, UnsavedDialog],
  templateUrl: './consultation.html',
})
export class Consultation implements MayBeLeft {
  readonly id = input.required<string>();
  protected readonly reading = httpResource<FrameworkConsultation>(
    () => `/api/framework-consultations/${this.id()}`,
  );
  protected readonly draft = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  protected readonly onTheWhole = computed(
    () => this.draft()?.said.filter(({ criterion }) => criterion === null) ?? [],
  );
  protected readonly day = calendarDayInWords;

  private readonly forms = viewChildren(CommentForm);
  private readonly dialog = viewChild.required(UnsavedDialog);
  readonly mayLeave = askBeforeLeaving(
    () => this.forms().some((one) => one.isUnsaved()),
    () => this.dialog().ask(),
  );

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      const draft = this.draft();
      if (draft) titles.name(`Draft of ${draft.title}`);
    });
  }
}
