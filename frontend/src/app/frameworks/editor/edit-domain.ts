import { Component, computed, input } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import {
  changePart,
  frameworkLimits as limits,
  planSections,
  type Domain,
} from '@app/shared/domain';
import { Checkboxes } from '../../components/checkboxes';
import { Textarea } from '../../components/textarea';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { scorersInWords } from '../framework-version-words';
import { sectionChoices } from './choices';
import { PartActions } from './part-actions';
import { PartLayout } from './part-layout';
import { PartList, type ListedPart } from './part-list';
import { isSame, partModel } from './part-model';
import { PartPage } from './part-page';
import { most, textMost, titleMost, whole } from './part-rules';

/** One domain: what it is about, how much it counts, and its criteria. */
@Component({
  selector: 'app-edit-domain',
  imports: [
    Checkboxes,
    FormField,
    FormRoot,
    PartActions,
    PartLayout,
    PartList,
    Textarea,
    TextInput,
  ],
  templateUrl: './edit-domain.html',
})
export class EditDomain extends PartPage {
  /** Key of the domain in the address. */
  readonly domain = input.required<string>();
  protected readonly steps = computed(() => ['domains', this.domain()]);
  protected readonly part = computed(
    () => this.definition().domains.find(({ key }) => key === this.domain()) ?? null,
  );
  protected readonly saved = computed(() => fieldsOf(this.part()));
  protected readonly model = partModel(this.domain, this.saved);
  protected readonly form = form(this.model, (path) => {
    titleMost(path.title);
    most(path.shortTitle, 'Short title', limits.shortTitleMax);
    textMost(path.purpose, 'Purpose');
    whole(path.weight, 'The weight', 1, limits.domainWeightsSum);
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isUnsaved = computed(() => !isSame(this.model(), this.saved()));
  protected readonly criteria = computed((): ListedPart[] =>
    (this.part()?.criteria ?? []).map((criterion) => {
      const { key, title, weight, critical } = criterion;
      const scorers = scorersInWords(criterion, this.definition());
      const note = [`Weight ${weight}`, scorers, ...(critical ? ['Critical'] : [])].join(' · ');
      return { key, title: title || 'Without a title', note };
    }),
  );
  protected readonly sectionChoices = sectionChoices;

  constructor() {
    super();
    this.nameAfter(() => this.part()?.title);
  }

  protected async save(): Promise<void> {
    const { weight, sections, ...texts } = this.model();
    const change = {
      ...texts,
      weight: Number(weight),
      sections: planSections.filter((one) => sections.includes(one)),
    };
    const name = { kind: 'domain', key: this.domain() } as const;
    await this.saveAndGoUp(
      this.attempt,
      (definition) => changePart<Domain>(definition, name, (part) => ({ ...part, ...change })),
      { sentence: `“${texts.title}” is saved`, upTo: [] },
    );
  }
}

function fieldsOf(domain: Domain | null) {
  return {
    title: domain?.title ?? '',
    shortTitle: domain?.shortTitle ?? '',
    purpose: domain?.purpose ?? '',
    sections: [...(domain?.sections ?? [])] as string[],
    weight: String(domain?.weight ?? 1),
  };
}
