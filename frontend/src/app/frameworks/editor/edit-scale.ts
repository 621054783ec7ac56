import { Component, computed } from '@angular/core';
import { applyEach, form, FormField, FormRoot, validate } from '@angular/forms/signals';
import {
  frameworkLimits as limits,
  type FrameworkDefinition,
  type Scale,
} from '@app/shared/domain';
import { Checkboxes } from '../../components/checkboxes';
import { Radios } from '../../components/radios';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { gradeChoices, outcomeChoices } from './choices';
import { PartActions } from './part-actions';
import { PartLayout } from './part-layout';
import { PartList, type ListedPart } from './part-list';
import { isSame, keepTyped, partModel } from './part-model';
import { PartPage } from './part-page';
import { chosen, titleMost, whole } from './part-rules';

interface GradeFields {
  key: string;
  label: string;
  neutralLabel: string;
  points: string;
  from: string;
}

/** The grades from the best down, what meets the standard and what needs evidence. */
@Component({
  selector: 'app-edit-scale',
  imports: [Checkboxes, FormField, FormRoot, PartActions, PartLayout, PartList, Radios, TextInput],
  templateUrl: './edit-scale.html',
})
export class EditScale extends PartPage {
  protected readonly saved = computed(() => fieldsOf(this.definition().scale));
  /** Of the grades there are now, each with what was typed about it, whichever place it has moved to. */
  protected readonly model = partModel(() => 'scale', this.saved, mergedScale);
  protected readonly form = form(this.model, (path) => {
    applyEach(path.grades, (grade) => {
      titleMost(grade.label, 'Label');
      titleMost(grade.neutralLabel, 'Neutral label');
      whole(grade.points, 'Points', 0, limits.pointsMax);
      validate(grade.from, ({ value }) => {
        const typed = value().trim();
        const isBand = /^\d{1,3}(\.\d{1,2})?$/.test(typed) && Number(typed) <= limits.pointsMax;
        const message = `The score must be from 0 to ${limits.pointsMax} with at most two decimals`;
        return isBand ? null : { kind: 'band', message };
      });
    });
    chosen(path.meetsFrom, 'Choose the lowest grade that meets the standard');
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isUnsaved = computed(() => !isSame(this.model(), this.saved()));
  protected readonly grades = computed((): ListedPart[] =>
    this.definition().scale.grades.map(({ key, label }) => ({ key, title: label })),
  );
  protected readonly gradeChoices = gradeChoices;
  protected readonly outcomeChoices = outcomeChoices;

  protected async save(): Promise<void> {
    const fields = this.model();
    await this.saveAndGoUp(this.attempt, (definition) => withScale(definition, fields), {
      sentence: 'The grade scale is saved',
      upTo: [],
    });
  }
}

type ScaleFields = ReturnType<typeof fieldsOf>;

function fieldsOf({ grades, meetsFrom, evidenceRequiredFor }: Scale) {
  return {
    grades: grades.map(({ key, label, neutralLabel, points, from }): GradeFields => ({
      ...{ key, label, neutralLabel, points: String(points), from: String(from) },
    })),
    // A grade that is there no more is none that could be chosen.
    meetsFrom: grades.some(({ key }) => key === meetsFrom) ? meetsFrom : '',
    evidenceRequiredFor: [...evidenceRequiredFor],
  };
}

function mergedScale(typed: ScaleFields, seen: ScaleFields, now: ScaleFields): ScaleFields {
  const of = ({ grades }: ScaleFields, key: string) => grades.find((one) => one.key === key);
  const grades = now.grades.map((grade) => {
    const [own, before] = [of(typed, grade.key), of(seen, grade.key)];
    // The form knows the grade by a mark on it, which goes with it to its new place.
    return own && before ? { ...own, ...keepTyped(own, before, grade) } : grade;
  });
  return { ...keepTyped(typed, seen, now), grades };
}

function withScale(definition: FrameworkDefinition, fields: ScaleFields): FrameworkDefinition {
  const grades = definition.scale.grades.map((grade) => {
    const typed = fields.grades.find(({ key }) => key === grade.key);
    if (!typed) return grade;
    const { key, label, neutralLabel, points, from } = typed;
    return { key, label, neutralLabel, points: Number(points), from: Number(from) };
  });
  const { meetsFrom, evidenceRequiredFor } = fields;
  return { ...definition, scale: { grades, meetsFrom, evidenceRequiredFor } };
}
