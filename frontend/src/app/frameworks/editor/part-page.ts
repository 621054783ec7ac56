import { computed, Directive, effect, inject, signal, viewChild } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { frameworkLimits, type FrameworkDefinition } from '@app/shared/domain';
import { formAttempt, type FormAttempt } from '../../platform/form-attempt';
import type { MayBeLeft } from '../../platform/leaving';
import { Notices } from '../../platform/notices';
import { PageTitles } from '../../platform/page-titles';
import { DraftStore } from './draft-store';
import { PartLayout } from './part-layout';

const noDefinition: FrameworkDefinition = {
  ...{ kind: '', title: '', purpose: '', unit: 'plan', unitTitle: '', actionPlanRefs: [] },
  ...{ agencies: [], scale: { grades: [], meetsFrom: '', evidenceRequiredFor: [] } },
  ...{ profileFields: [], domains: [], facts: [], indicators: [], caps: [] },
  ...{ sources: [], trainingTags: [] },
};

/** What every page of a part does in the same way. */
@Directive()
export abstract class PartPage implements MayBeLeft {
  protected readonly store = inject(DraftStore);
  protected readonly definition = computed(() => this.store.draft()?.definition ?? noDefinition);
  protected readonly limits = frameworkLimits;
  /** The attempts to add, move and take out, which send nothing of what is typed. */
  protected readonly acts = formAttempt(form(signal({})));
  private readonly layout = viewChild.required(PartLayout);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  /** What was typed is saved, and may differ from what is saved by a space. */
  private isSaved = false;

  mayLeave(): boolean | Promise<boolean> {
    return this.isSaved || this.layout().mayLeave();
  }

  /** The title of the page once the part is known. */
  protected nameAfter(title: () => string | undefined): void {
    const titles = inject(PageTitles);
    effect(() => {
      const name = title();
      if (name) titles.name(name);
    });
  }

  /**
   * Saves what is typed, and goes up to the page above.
   *
   * @param upTo the steps of the address of the page above, below the draft's
   */
  protected async saveAndGoUp<Fields>(
    attempt: FormAttempt<Fields>,
    change: (definition: FrameworkDefinition) => FrameworkDefinition,
    { sentence, upTo }: { sentence: string; upTo: readonly string[] },
  ): Promise<void> {
    this.acts.clear();
    if (!(await attempt.send(() => this.store.save(change)))) return;
    this.isSaved = true;
    await this.goTo(sentence, upTo);
  }

  /** @param steps of the address of another page, below the draft's */
  protected async goTo(sentence: string, steps: readonly string[]): Promise<void> {
    this.notices.onNextPage(sentence);
    await this.router.navigateByUrl([this.store.address(), ...steps].join('/'));
  }
}
