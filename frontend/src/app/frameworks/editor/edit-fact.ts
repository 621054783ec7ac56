import { Component, computed, input } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import {
  changePart,
  choicesAsText,
  choicesFromText,
  conditionInWords,
  emptyCondition,
  factTypes,
  type Fact,
  type FactType,
} from '@app/shared/domain';
import { Checkboxes } from '../../components/checkboxes';
import type { Choice } from '../../components/choice';
import { Radios } from '../../components/radios';
import { Select } from '../../components/select';
import { Textarea } from '../../components/textarea';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { factTypeWords } from '../framework-version-words';
import { agencyChoices, titledChoices } from './choices';
import { ConditionEditor } from './condition-editor';
import { listedKinds } from './part-kinds';
import { PartActions } from './part-actions';
import { PartLayout } from './part-layout';
import { isSame, partModel } from './part-model';
import { PartPage } from './part-page';
import { choiceLines, finished, lineMost, textMost, titleMost } from './part-rules';

/** One counted fact: what is recorded, by whom and when. */
@Component({
  selector: 'app-edit-fact',
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
  templateUrl: './edit-fact.html',
})
export class EditFact extends PartPage {
  /** Key of the fact in the address. */
  readonly key = input.required<string>();
  protected readonly words = listedKinds.fact;
  protected readonly steps = computed(() => [this.words.step, this.key()]);
  protected readonly part = computed(
    () => this.definition().facts.find(({ key }) => key === this.key()) ?? null,
  );
  protected readonly saved = computed(() => fieldsOf(this.part()));
  protected readonly model = partModel(this.key, this.saved);
  protected readonly form = form(this.model, (path) => {
    titleMost(path.title);
    lineMost(path.question, 'Question');
    textMost(path.use, 'What it is recorded for');
    choiceLines(path.choices);
    choiceLines(path.phrases);
    finished(
      path.askedWhen,
      () => this.others(),
      () => this.model().isConditional.length > 0,
    );
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isUnsaved = computed(() => !isSame(this.model(), this.saved()));
  protected readonly others = computed(() => {
    const { profileFields, facts } = this.definition();
    return [...profileFields, ...facts.filter(({ key }) => key !== this.key())];
  });
  protected readonly typeChoices: readonly Choice[] = factTypes.map((value) => ({
    ...{ value, label: factTypeWords[value] },
  }));
  /** Counts that this one cannot exceed, and questions before scoring that it answers. */
  protected readonly counts = computed(() =>
    titledChoices(
      this.definition().facts.filter(({ key, type }) => key !== this.key() && type === 'count'),
    ),
  );
  protected readonly swept = computed(() =>
    titledChoices(this.definition().profileFields.filter(({ source }) => source.from === 'sweep')),
  );
  protected readonly reading = computed(() => {
    const words = conditionInWords(this.model().askedWhen, this.definition());
    return words === '' ? 'The rule asks nothing yet.' : `Asked only ${words}.`;
  });
  protected readonly only: readonly Choice[] = [{ value: 'yes', label: 'Only in some cases' }];
  protected readonly agencyChoices = agencyChoices;

  constructor() {
    super();
    this.nameAfter(() => this.part()?.title);
  }

  protected async save(): Promise<void> {
    const fields = this.model();
    const name = { kind: 'fact', key: this.key() } as const;
    await this.saveAndGoUp(
      this.attempt,
      (definition) => changePart<Fact>(definition, name, (fact) => factOf(fact, fields)),
      { sentence: `“${fields.title}” is saved`, upTo: [this.words.step] },
    );
  }
}

function fieldsOf(fact: Fact | null) {
  return {
    title: fact?.title ?? '',
    question: fact?.question ?? '',
    use: fact?.use ?? '',
    type: fact?.type ?? '',
    choices: choicesAsText(fact?.choices ?? []),
    owner: fact?.owner ?? '',
    setsProfile: fact?.setsProfile ?? '',
    atMost: fact?.atMost ?? '',
    isConditional: fact?.askedWhen === undefined ? [] : ['yes'],
    askedWhen: fact?.askedWhen ?? emptyCondition,
    phrases: (fact?.phrases ?? []).join('\n'),
  };
}

function factOf(fact: Fact, fields: ReturnType<typeof fieldsOf>): Fact {
  const { title, question, use, owner, setsProfile, atMost, askedWhen } = fields;
  const type = fields.type as FactType;
  const phrases = fields.phrases
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    ...{ key: fact.key, title, question, type, owner: owner || fact.owner, use },
    ...(type === 'several' ? { choices: choicesFromText(fields.choices, fact.choices ?? []) } : {}),
    ...(setsProfile === '' ? {} : { setsProfile }),
    ...(fields.isConditional.length > 0 ? { askedWhen } : {}),
    ...(type === 'count' && atMost !== '' ? { atMost } : {}),
    ...(phrases.length > 0 ? { phrases } : {}),
  };
}
