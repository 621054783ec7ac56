import { Component, computed, input } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import {
  answersOf,
  changePart,
  choicesFromText,
  conditionInWords,
  fieldTypes,
  frameworkLimits as limits,
  type Condition,
  type FieldType,
  type ProfileField,
} from '@app/shared/domain';
import { Checkboxes } from '../../components/checkboxes';
import type { Choice } from '../../components/choice';
import { Radios } from '../../components/radios';
import { Select } from '../../components/select';
import { Textarea } from '../../components/textarea';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { columnTitle } from '../framework-version-words';
import { agencyChoices, titledChoices } from './choices';
import { ConditionEditor } from './condition-editor';
import { columnsFor, fieldFields, fieldOf } from './field-fields';
import { PartActions } from './part-actions';
import { PartLayout } from './part-layout';
import { listedKinds } from './part-kinds';
import { isSame, partModel } from './part-model';
import { PartPage } from './part-page';
import { chosen, choiceLines, finished, lineMost, most, needed, titleMost } from './part-rules';

const typeWords: Readonly<Record<FieldType, string>> = {
  'yes-no': 'Yes or no',
  'yes-no-unclear': 'Yes, no or unclear',
  'whole-number': 'A whole number',
  choice: 'One of a list',
};

const places: readonly Choice[] = [
  { value: 'register', label: 'Copied from the plan register at the draw' },
  { value: 'sweep', label: 'Answered by an auditor before scoring' },
  { value: 'derived', label: 'Worked out from the others' },
];

/** One thing that must be known before scoring: what it holds, and where its value comes from. */
@Component({
  selector: 'app-edit-field',
  imports: [
    Checkboxes,
    ConditionEditor,
    FormField,
    FormRoot,
    PartActions,
    PartLayout,
    Radios,
    Select,
    Textarea,
    TextInput,
  ],
  templateUrl: './edit-field.html',
})
export class EditField extends PartPage {
  /** Key of the field in the address. */
  readonly key = input.required<string>();
  protected readonly words = listedKinds.field;
  protected readonly steps = computed(() => [this.words.step, this.key()]);
  protected readonly part = computed(
    () => this.definition().profileFields.find(({ key }) => key === this.key()) ?? null,
  );
  protected readonly saved = computed(() => fieldFields(this.part()));
  protected readonly model = partModel(this.key, this.saved);
  protected readonly form = form(this.model, (path) => {
    const from = (place: string) => () => this.model().from === place;
    const others = () => this.others();
    titleMost(path.title);
    choiceLines(path.choices);
    most(path.prefix, 'The word before the number', limits.shortTitleMax);
    needed(path.column, 'Choose the column of the register', from('register'));
    lineMost(path.question, 'Question');
    finished(
      path.askedWhen,
      others,
      () => from('sweep')() && this.model().isConditional.length > 0,
    );
    const isPreset = () => from('sweep')() && this.model().isPreset.length > 0;
    finished(path.presetWhen, others, isPreset);
    needed(path.presetValue, 'Choose the answer that is set beforehand', isPreset);
    finished(path.derivedWhen, others, from('derived'));
    chosen(path.from, 'Choose where the value comes from');
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isUnsaved = computed(() => !isSame(this.model(), this.saved()));
  /** What its own conditions may ask about: not itself. */
  protected readonly others = computed(() =>
    this.definition().profileFields.filter(({ key }) => key !== this.key()),
  );
  protected readonly typeChoices: readonly Choice[] = fieldTypes.map((value) => ({
    value,
    label: typeWords[value],
  }));
  protected readonly columnChoices = computed((): Choice[] =>
    columnsFor(this.model().type).map((value) => ({ value, label: columnTitle[value] })),
  );
  protected readonly answers = computed((): Choice[] => {
    const { type, choices } = this.model();
    const listed = choicesFromText(choices, this.part()?.choices ?? []);
    return titledChoices(answersOf({ type: type as FieldType, choices: listed }));
  });
  protected readonly places = places;
  protected readonly only: readonly Choice[] = [{ value: 'yes', label: 'Only in some cases' }];
  protected readonly beforehand: readonly Choice[] = [
    { value: 'yes', label: 'In some cases an answer is set beforehand, changeable' },
  ];
  protected readonly agencyChoices = agencyChoices;

  constructor() {
    super();
    this.nameAfter(() => this.part()?.title);
  }

  protected inWords(before: string, condition: Condition): string {
    const words = conditionInWords(condition, this.definition());
    return words === '' ? 'The rule asks nothing yet.' : `${before} ${words}.`;
  }

  protected async save(): Promise<void> {
    const fields = this.model();
    const name = { kind: 'field', key: this.key() } as const;
    const agency = this.definition().agencies[0]?.key ?? 'agency';
    await this.saveAndGoUp(
      this.attempt,
      (definition) =>
        changePart<ProfileField>(definition, name, (field) => fieldOf(field, fields, agency)),
      { sentence: `“${fields.title}” is saved`, upTo: [this.words.step] },
    );
  }
}
