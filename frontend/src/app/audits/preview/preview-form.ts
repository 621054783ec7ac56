import { Component, computed, inject, signal } from '@angular/core';
import {
  asksForNumber,
  type FieldValue,
  type ProfileColumn,
  type ProfileField,
} from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Select } from '../../components/select';
import { TaskList, type Task } from '../../components/task-list';
import { TextInput } from '../../components/text-input';
import { InsetText } from '../../components/texts';
import { choicesOf } from '../scoring/answer-words';
import { FactQuestions } from '../scoring/fact-questions';
import { numberOrText } from '../scoring/number-or-text';
import { ScoringProgress } from '../scoring/scoring-progress';
import { sectionAttempt } from '../scoring/section-attempt';
import { SweepQuestions } from '../scoring/sweep-questions';
import { PreviewAnswers } from './preview-answers';

interface RegisterField {
  field: ProfileField;
  column: ProfileColumn;
}

/** A draft as one agency would meet it: what is known first, the domains, the facts. */
@Component({
  selector: 'app-preview-form',
  imports: [Breadcrumbs, FactQuestions, InsetText, Select, SweepQuestions, TaskList, TextInput],
  templateUrl: './preview-form.html',
})
export class PreviewForm {
  protected readonly answers = inject(PreviewAnswers);
  protected readonly progress = inject(ScoringProgress);
  protected readonly draftAddress = computed(
    () => `/frameworks/drafts/${this.answers.scoring()?.id ?? ''}`,
  );
  protected readonly registerFields = computed((): RegisterField[] =>
    this.progress
      .parts()
      .profileFields.flatMap((field) =>
        field.source.from === 'register' ? [{ field, column: field.source.column }] : [],
      ),
  );
  protected readonly domains = computed((): Task[] =>
    this.progress.parts().domains.map(({ key, title, criteria }) => {
      const applicable = criteria.filter((one) => this.progress.applies(one.key)).length;
      return {
        ...{ key, title: title || 'Domain without a title' },
        link: `${this.answers.address()}/${key}`,
        status: `${applicable} of ${criteria.length} apply`,
      };
    }),
  );
  /** Nothing is sent from here, so nothing is missing. */
  protected readonly attempt = sectionAttempt(signal([]));
  protected readonly asksForNumber = asksForNumber;
  protected readonly choicesOf = choicesOf;

  protected said(column: ProfileColumn): string {
    return String(this.answers.register()[column] ?? '');
  }

  protected say(column: ProfileColumn, text: string): void {
    const value: FieldValue = text.trim() === '' ? null : numberOrText(text);
    this.answers.say(column, value);
  }
}
