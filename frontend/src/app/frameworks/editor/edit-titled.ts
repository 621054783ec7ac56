import { Component, computed, input } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import {
  changePart,
  frameworkLimits as limits,
  isWebAddress,
  type Source,
} from '@app/shared/domain';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { listedKinds } from './part-kinds';
import { PartActions } from './part-actions';
import { PartLayout } from './part-layout';
import { isSame, partModel } from './part-model';
import { PartPage } from './part-page';
import { lineMost } from './part-rules';

/** An agency, a source or a training tag: what it is called, and where a source is found. */
@Component({
  selector: 'app-edit-titled',
  imports: [FormField, FormRoot, PartActions, PartLayout, TextInput],
  template: `
    <app-part-layout
      [heading]="part()?.title || 'Without a title'"
      [isThere]="part() !== null"
      [steps]="steps()"
      [between]="[{ title: words().title, link: store.address() + '/' + words().step }]"
      [attempts]="[attempt]"
      [isUnsaved]="isUnsaved()"
    >
      <form class="app-prose" [formRoot]="form" (submit)="save()">
        <app-text-input
          fieldId="title"
          label="Title"
          width="full"
          [spellcheck]="true"
          [formField]="form.title"
        />
        @if (isSource()) {
          <app-text-input
            fieldId="url"
            label="Address on the web"
            hint="Begins with https://"
            width="full"
            [formField]="form.url"
          />
        }
        <app-part-actions [back]="store.address() + '/' + words().step" />
      </form>
    </app-part-layout>
  `,
})
export class EditTitled extends PartPage {
  /** From the route. */
  readonly kind = input.required<'agency' | 'source' | 'tag'>();
  /** Key of the thing, in the address. */
  readonly key = input.required<string>();
  protected readonly words = computed(() => listedKinds[this.kind()]);
  protected readonly steps = computed(() => [this.words().step, this.key()]);
  protected readonly isSource = computed(() => this.kind() === 'source');
  protected readonly part = computed(() => {
    const { agencies, sources, trainingTags } = this.definition();
    const list = { agency: agencies, source: sources, tag: trainingTags }[this.kind()];
    return list.find(({ key }) => key === this.key()) ?? null;
  });
  protected readonly saved = computed(() => {
    const part: Partial<Source> = this.part() ?? {};
    return { title: part.title ?? '', url: part.url ?? '' };
  });
  protected readonly model = partModel(() => this.key(), this.saved);
  protected readonly form = form(this.model, (path) => {
    validate(path.title, ({ value }) => {
      const max = this.isSource() ? limits.lineMax : limits.titleMax;
      const message = `Title must be ${max} characters or fewer`;
      return [...value()].length > max ? { kind: 'long', message } : null;
    });
    lineMost(path.url, 'Address');
    validate(path.url, ({ value }) => {
      const isFound = !this.isSource() || isWebAddress(value().trim());
      const message = 'Enter the address at which the source is found, beginning with https://';
      return isFound ? null : { kind: 'address', message };
    });
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isUnsaved = computed(() => !isSame(this.model(), this.saved()));

  constructor() {
    super();
    this.nameAfter(() => this.part()?.title);
  }

  protected async save(): Promise<void> {
    const { title, url } = this.model();
    const change = this.isSource() ? { title, url: url.trim() } : { title };
    const name = { kind: this.kind(), key: this.key() };
    await this.saveAndGoUp(
      this.attempt,
      (definition) => changePart<Source>(definition, name, (part) => ({ ...part, ...change })),
      { sentence: `“${title}” is saved`, upTo: [this.words().step] },
    );
  }
}
