import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { applyEach, form, FormField, FormRoot } from '@angular/forms/signals';
import {
  applicabilityInWords,
  changePart,
  frameworkLimits as limits,
  withNewKey,
  type Criterion,
} from '@app/shared/domain';
import { Button } from '../../components/button';
import { Checkboxes } from '../../components/checkboxes';
import type { Choice } from '../../components/choice';
import { Radios } from '../../components/radios';
import { Select } from '../../components/select';
import { Textarea } from '../../components/textarea';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { agencyChoices, basisChoices, sectionChoices, titledChoices } from './choices';
import { ConditionEditor } from './condition-editor';
import { applicabilityOf, criterionFields, criterionOf, noCitation } from './criterion-fields';
import { PartActions } from './part-actions';
import { PartLayout } from './part-layout';
import { isSame, partModel } from './part-model';
import { PartPage } from './part-page';
import { chosen, finished, lineMost, references, textMost, titleMost, whole } from './part-rules';

const modes: readonly Choice[] = [
  { value: 'always', label: 'Never: it is always scored' },
  { value: 'rule', label: 'By a rule on what is known of the plan' },
  { value: 'auditor', label: 'When the auditor says so, with a reason' },
];

/** One criterion: what is asked, what each grade looks like, who scores it and when it does not apply. */
@Component({
  selector: 'app-edit-criterion',
  imports: [
    Button,
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
  templateUrl: './edit-criterion.html',
})
export class EditCriterion extends PartPage {
  /** Keys in the address. */
  readonly domain = input.required<string>();
  readonly criterion = input.required<string>();
  protected readonly steps = computed(() => [
    ...['domains', this.domain(), 'criteria', this.criterion()],
  ]);
  protected readonly inDomain = computed(
    () => this.definition().domains.find(({ key }) => key === this.domain()) ?? null,
  );
  protected readonly part = computed(
    () => this.inDomain()?.criteria.find(({ key }) => key === this.criterion()) ?? null,
  );
  protected readonly between = computed(() => [
    { title: 'Domains and their weights', link: `${this.store.address()}/domains` },
    {
      title: this.inDomain()?.title || 'Domain',
      link: `${this.store.address()}/domains/${this.domain()}`,
    },
  ]);
  protected readonly saved = computed(() => criterionFields(this.part(), this.definition()));
  protected readonly model = partModel(this.criterion, this.saved);
  protected readonly form = form(this.model, (path) => {
    titleMost(path.title);
    lineMost(path.question, 'Question');
    applyEach(path.descriptors, ({ text }) => {
      textMost(text, 'A descriptor');
    });
    whole(path.weight, 'The weight', 1, limits.weightMax);
    applyEach(path.citations, (citation) => {
      chosen(citation.source, 'Choose the source of each citation');
      lineMost(citation.ref, 'The place in a source');
    });
    textMost(path.whereToLook, 'Where to look');
    const known = () => this.definition().profileFields;
    finished(path.notWhen, known, () => this.model().mode === 'rule');
    textMost(path.because, 'The reason');
    textMost(path.auditorMay, 'When the auditor may besides');
    references(path.actionPlanRefs);
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isUnsaved = computed(() => !isSame(this.model(), this.saved()));
  /** What the page says of applicability as it stands, in the words that auditors read. */
  protected readonly reading = computed(() => {
    const applicability = applicabilityOf(this.model());
    const isEmpty = applicability.mode === 'rule' && isSame(applicability.notWhen, { all: [] });
    if (isEmpty) return 'The rule asks nothing yet.';
    return applicabilityInWords(applicability, this.definition())[0] ?? '';
  });
  /** The agencies that are chosen, of which one leads. */
  protected readonly leads = computed(() =>
    agencyChoices(this.definition()).filter(({ value }) => this.model().agencies.includes(value)),
  );
  protected readonly labels = computed(() =>
    this.definition().scale.grades.map(({ label }) => label),
  );
  /** Its key was another criterion's: trends would take the two for one. */
  protected readonly needsKey = computed(() => {
    const here = this.steps().join('/');
    return this.store
      .faults()
      .some(({ part, field }) => field === 'key' && part.address.join('/') === here);
  });
  protected readonly status = signal('');
  protected readonly modes = modes;
  protected readonly yes: readonly Choice[] = [{ value: 'yes', label: 'Yes, caps count it' }];
  protected readonly seen: readonly Choice[] = [
    { value: 'yes', label: 'Somebody has checked the wording' },
  ];
  protected readonly agencyChoices = agencyChoices;
  protected readonly basisChoices = basisChoices;
  protected readonly sectionChoices = sectionChoices;
  protected readonly titledChoices = titledChoices;
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  constructor() {
    super();
    this.nameAfter(() => this.part()?.title);
  }

  protected addCitation(): void {
    const { length } = this.model().citations;
    this.model.update((fields) => ({ ...fields, citations: [...fields.citations, noCitation] }));
    this.focusOn(`citations-${length}-source`);
  }

  protected takeOutCitation(at: number): void {
    this.model.update((fields) => ({ ...fields, citations: fields.citations.toSpliced(at, 1) }));
    this.status.set(`Citation ${at + 1} is taken out`);
    this.focusOn('add-citation');
  }

  protected async giveKey(): Promise<void> {
    const made = { key: '' };
    const name = { kind: 'criterion', key: this.criterion() } as const;
    const isDone = await this.acts.send(() =>
      this.store.save((definition) => {
        const renamed = withNewKey(definition, name);
        made.key = renamed.key;
        return renamed.definition;
      }),
    );
    if (!isDone) return;
    await this.goTo('The criterion has a key of its own', [
      ...['domains', this.domain(), 'criteria', made.key],
    ]);
  }

  protected async save(): Promise<void> {
    const fields = this.model();
    const name = { kind: 'criterion', key: this.criterion() } as const;
    await this.saveAndGoUp(
      this.attempt,
      (definition) =>
        changePart<Criterion>(definition, name, (criterion) => criterionOf(criterion, fields)),
      { sentence: `“${fields.title}” is saved`, upTo: ['domains', this.domain()] },
    );
  }

  private focusOn(id: string): void {
    afterNextRender(() => this.document.getElementById(id)?.focus(), { injector: this.injector });
  }
}
