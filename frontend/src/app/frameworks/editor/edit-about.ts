import { Component, computed } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { type FrameworkDefinition, type Unit } from '@app/shared/domain';
import { Radios } from '../../components/radios';
import { Textarea } from '../../components/textarea';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { PartActions } from './part-actions';
import { PartLayout } from './part-layout';
import { isSame, partModel } from './part-model';
import { PartPage } from './part-page';
import { references, referencesIn, textMost, titleMost } from './part-rules';
import { unitChoices } from './start-choices';

/** What the framework is called, what it is for and what one audit looks at. */
@Component({
  selector: 'app-edit-about',
  imports: [FormField, FormRoot, PartActions, PartLayout, Radios, Textarea, TextInput],
  templateUrl: './edit-about.html',
})
export class EditAbout extends PartPage {
  protected readonly saved = computed(() => fieldsOf(this.definition()));
  protected readonly model = partModel(() => 'about', this.saved);
  protected readonly form = form(this.model, (path) => {
    titleMost(path.title);
    textMost(path.purpose, 'Purpose');
    titleMost(path.unitTitle, 'One of what is audited');
    references(path.actionPlanRefs);
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isUnsaved = computed(() => !isSame(this.model(), this.saved()));
  protected readonly unitChoices = unitChoices;

  protected async save(): Promise<void> {
    const { unit, actionPlanRefs, ...texts } = this.model();
    const change = { ...texts, unit: unit as Unit, actionPlanRefs: referencesIn(actionPlanRefs) };
    await this.saveAndGoUp(this.attempt, (definition) => ({ ...definition, ...change }), {
      sentence: 'What the framework is about is saved',
      upTo: [],
    });
  }
}

function fieldsOf(definition: FrameworkDefinition) {
  const { title, purpose, unit, unitTitle, actionPlanRefs } = definition;
  return {
    title,
    purpose,
    unit: unit as string,
    unitTitle,
    actionPlanRefs: actionPlanRefs.join(', '),
  };
}
