import { Component, computed, input } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { capInWords, changePart, type Cap, type FrameworkDefinition } from '@app/shared/domain';
import type { Choice } from '../../components/choice';
import { Radios } from '../../components/radios';
import { Select } from '../../components/select';
import { Textarea } from '../../components/textarea';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { gradeChoices, titledChoices } from './choices';
import { listedKinds } from './part-kinds';
import { PartActions } from './part-actions';
import { PartLayout } from './part-layout';
import { isSame, partModel } from './part-model';
import { PartPage } from './part-page';
import { chosen, needed, textMost } from './part-rules';

const kinds: readonly Choice[] = [
  { value: 'critical', label: 'How many critical criteria are at a grade' },
  { value: 'domain', label: 'The grade of a domain' },
];

/** One cap: what is looked at, the ceiling that is left, and why. */
@Component({
  selector: 'app-edit-cap',
  imports: [FormField, FormRoot, PartActions, PartLayout, Radios, Select, Textarea, TextInput],
  templateUrl: './edit-cap.html',
})
export class EditCap extends PartPage {
  /** Key of the cap in the address. */
  readonly key = input.required<string>();
  protected readonly words = listedKinds.cap;
  protected readonly steps = computed(() => [this.words.step, this.key()]);
  protected readonly place = computed(() =>
    this.definition().caps.findIndex(({ key }) => key === this.key()),
  );
  protected readonly part = computed(() => this.definition().caps[this.place()] ?? null);
  protected readonly saved = computed(() => fieldsOf(this.part(), this.definition()));
  protected readonly model = partModel(this.key, this.saved);
  protected readonly form = form(this.model, (path) => {
    const isDomain = () => this.model().kind === 'domain';
    chosen(path.atOrBelow, 'Choose the grade that is looked for');
    needed(path.domain, 'Choose the domain', isDomain);
    validate(path.atLeast, ({ value }) => {
      if (isDomain() || /^[1-9]\d{0,2}$/.test(value().trim())) return null;
      return { kind: 'whole', message: 'The number must be a whole number, 1 or more' };
    });
    chosen(path.ceiling, 'Choose the best grade that is left');
    textMost(path.because, 'The reason');
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isUnsaved = computed(() => !isSame(this.model(), this.saved()));
  /** The cap as it stands, once everything is chosen. */
  protected readonly reading = computed(() => {
    const { atOrBelow, ceiling, kind, domain, atLeast } = this.model();
    const isOpen = [atOrBelow, ceiling, kind === 'domain' ? domain : atLeast].includes('');
    return isOpen ? '' : `${capInWords(capOf({ key: '' }, this.model()), this.definition())}.`;
  });
  protected readonly kinds = kinds;
  protected readonly gradeChoices = gradeChoices;
  protected readonly titledChoices = titledChoices;

  protected async save(): Promise<void> {
    const fields = this.model();
    const name = { kind: 'cap', key: this.key() } as const;
    await this.saveAndGoUp(
      this.attempt,
      (definition) => changePart<Cap>(definition, name, (cap) => capOf(cap, fields)),
      { sentence: 'The cap is saved', upTo: [this.words.step] },
    );
  }
}

function fieldsOf(cap: Cap | null, { scale, domains }: FrameworkDefinition) {
  const when = cap?.when;
  // What is there no more is nothing that could be chosen.
  const grade = (wanted = '') => (scale.grades.some(({ key }) => key === wanted) ? wanted : '');
  const domain = when && 'domain' in when ? when.domain : '';
  return {
    kind: when && 'domain' in when ? 'domain' : 'critical',
    atOrBelow: grade(when?.atOrBelow),
    domain: domains.some(({ key }) => key === domain) ? domain : '',
    atLeast: String(when && 'atLeast' in when ? when.atLeast : 1),
    ceiling: grade(cap?.ceiling),
    because: cap?.because ?? '',
  };
}

function capOf({ key }: { key: string }, fields: ReturnType<typeof fieldsOf>): Cap {
  const { kind, atOrBelow, domain, atLeast, ceiling, because } = fields;
  const when: Cap['when'] =
    kind === 'domain'
      ? { domain, atOrBelow }
      : { countOf: 'critical', atOrBelow, atLeast: Number(atLeast) };
  return { key, when, ceiling, because };
}
