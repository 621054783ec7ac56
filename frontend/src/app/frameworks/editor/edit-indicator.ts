import { Component, computed, input } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import {
  changePart,
  conditionInWords,
  emptyCondition,
  indicatorInWords,
  type Indicator,
} from '@app/shared/domain';
import { Checkboxes } from '../../components/checkboxes';
import type { Choice } from '../../components/choice';
import { Radios } from '../../components/radios';
import { Select } from '../../components/select';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { titledChoices } from './choices';
import { ConditionEditor } from './condition-editor';
import { listedKinds } from './part-kinds';
import { PartActions } from './part-actions';
import { PartLayout } from './part-layout';
import { isSame, partModel } from './part-model';
import { PartPage } from './part-page';
import { finished, lineMost, needed, titleMost } from './part-rules';

/** One indicator: a share of audits, or one count over another. */
@Component({
  selector: 'app-edit-indicator',
  imports: [
    Checkboxes,
    ConditionEditor,
    FormField,
    FormRoot,
    PartActions,
    PartLayout,
    Radios,
    Select,
    TextInput,
  ],
  templateUrl: './edit-indicator.html',
})
export class EditIndicator extends PartPage {
  /** Key of the indicator in the address. */
  readonly key = input.required<string>();
  protected readonly words = listedKinds.indicator;
  protected readonly steps = computed(() => [this.words.step, this.key()]);
  protected readonly part = computed(
    () => this.definition().indicators.find(({ key }) => key === this.key()) ?? null,
  );
  protected readonly saved = computed(() => fieldsOf(this.part()));
  protected readonly model = partModel(this.key, this.saved);
  protected readonly form = form(this.model, (path) => {
    const isShare = () => this.model().kind === 'share';
    titleMost(path.title);
    lineMost(path.measure, 'What asks for it');
    const known = () => this.asked();
    finished(path.meets, known, isShare);
    finished(path.base, known, () => isShare() && this.model().isOfSome.length > 0);
    needed(path.numerator, 'Choose the count that is divided', () => !isShare());
    needed(path.denominator, 'Choose the count it is divided by', () => !isShare());
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isUnsaved = computed(() => !isSame(this.model(), this.saved()));
  protected readonly asked = computed(() => {
    const { profileFields, facts } = this.definition();
    return [...profileFields, ...facts];
  });
  protected readonly counts = computed(() =>
    titledChoices(this.definition().facts.filter(({ type }) => type === 'count')),
  );
  protected readonly reading = computed(() => {
    const { meets, base, isOfSome } = this.model();
    const isEmpty = conditionInWords(meets, this.definition()) === '';
    const isBaseless = isOfSome.length > 0 && conditionInWords(base, this.definition()) === '';
    if (isEmpty || isBaseless) return 'The rule asks nothing yet.';
    return `${indicatorInWords(indicatorOf({ key: '' }, this.model()), this.definition())}.`;
  });
  protected readonly kinds: readonly Choice[] = [
    { value: 'share', label: 'A share of audits' },
    { value: 'ratio', label: 'One count over another' },
  ];
  protected readonly ofSome: readonly Choice[] = [{ value: 'yes', label: 'Of some audits only' }];

  constructor() {
    super();
    this.nameAfter(() => this.part()?.title);
  }

  protected async save(): Promise<void> {
    const fields = this.model();
    const name = { kind: 'indicator', key: this.key() } as const;
    await this.saveAndGoUp(
      this.attempt,
      (definition) =>
        changePart<Indicator>(definition, name, (indicator) => indicatorOf(indicator, fields)),
      { sentence: `“${fields.title}” is saved`, upTo: [this.words.step] },
    );
  }
}

function fieldsOf(indicator: Indicator | null) {
  const rule = indicator?.rule;
  const share = rule?.kind === 'share' ? rule : null;
  const ratio = rule?.kind === 'ratio' ? rule : null;
  return {
    title: indicator?.title ?? '',
    measure: indicator?.measure ?? '',
    kind: (rule?.kind ?? 'share') as string,
    meets: share?.meets ?? emptyCondition,
    isOfSome: share?.base === undefined ? [] : ['yes'],
    base: share?.base ?? emptyCondition,
    numerator: ratio?.numerator ?? '',
    denominator: ratio?.denominator ?? '',
  };
}

function indicatorOf({ key }: { key: string }, fields: ReturnType<typeof fieldsOf>): Indicator {
  const { title, measure, kind, meets, isOfSome, base, numerator, denominator } = fields;
  if (kind === 'ratio') return { key, title, measure, rule: { kind, numerator, denominator } };
  const of = isOfSome.length > 0 ? { base } : {};
  return { key, title, measure, rule: { kind: 'share', ...of, meets } };
}
