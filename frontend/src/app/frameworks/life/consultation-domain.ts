import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, viewChild, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { ReadState } from '../../components/read-state';
import { UnsavedDialog } from '../../components/unsaved-dialog';
import { InsetText } from '../../components/texts';
import { askBeforeLeaving, type MayBeLeft } from '../../platform/leaving';
import { PageTitles } from '../../platform/page-titles';
import { CriterionPart } from '../criterion';
import type { FrameworkConsultation } from '../framework-draft';
import { CommentForm } from './comment-form';
import { CommentList } from './comment-list';

/** One domain of a draft, with what is said of each criterion. */
@Component({
  selector: 'app-consultation-domain',
  imports: [
    Breadcrumbs,
    CommentForm,
    CommentList,
    CriterionPart,
    InsetText,
    ReadState,
    RouterLink,
    UnsavedDialog,
  ],
  templateUrl: './consultation-domain.html',
})
export class ConsultationDomain implements MayBeLeft {
  readonly id = input.required<string>();
  readonly domain = input.required<string>();
  protected readonly reading = httpResource<FrameworkConsultation>(
    () => `/api/framework-consultations/${this.id()}`,
  );
  protected readonly draft = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  protected readonly shown = computed(() =>
    this.draft()?.definition.domains.find(({ key }) => key === this.domain()),
  );

  private readonly forms = viewChildren(CommentForm);
  private readonly dialog = viewChild.required(UnsavedDialog);
  readonly mayLeave = askBeforeLeaving(
    () => this.forms().some((one) => one.isUnsaved()),
    () => this.dialog().ask(),
  );

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      const domain = this.shown();
      if (domain) titles.name(domain.title);
    });
  }

  protected saidOf({ said }: FrameworkConsultation, key: string) {
    return said.filter(({ criterion }) => criterion === key);
  }
}
