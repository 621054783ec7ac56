import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  conditionFields,
  planSections,
  scoringLimits,
  type Criterion,
  type PlanSection,
} from '@app/shared/domain';
import { Checkboxes } from '../../components/checkboxes';
import type { Choice } from '../../components/choice';
import { Details } from '../../components/details';
import { Radios } from '../../components/radios';
import { Textarea } from '../../components/textarea';
import { InsetText } from '../../components/texts';
import { AnswerConflict } from './answer-conflict';
import { evidenceRule, outcomesOf, standingOf } from './answer-words';
import { LeakWarning } from './leak-warning';
import { answerId } from './saving/held-answer';
import { ScoringAnswers } from './saving/scoring-answers';
import { ScoringProgress } from './scoring-progress';
import { errorList, evidenceIdOf, type SectionAttempt } from './section-attempt';

const sectionChoices: readonly Choice[] = planSections.map((section) => ({
  value: section,
  label: section,
}));

/** One criterion: its grades with what each looks like, the evidence, and where in the plan it is. */
@Component({
  selector: 'app-criterion-question',
  imports: [
    AnswerConflict,
    Checkboxes,
    Details,
    InsetText,
    LeakWarning,
    Radios,
    RouterLink,
    Textarea,
  ],
  templateUrl: './criterion-question.html',
})
export class CriterionQuestion {
  readonly criterion = input.required<Criterion>();
  readonly attempt = input.required<SectionAttempt>();
  protected readonly answers = inject(ScoringAnswers);
  protected readonly progress = inject(ScoringProgress);
  protected readonly answer = computed(() =>
    this.answers.answer('criterion', this.criterion().key),
  );
  protected readonly fieldId = computed(() => answerId(this.answer()));
  protected readonly evidenceId = computed(() => evidenceIdOf(this.answer()));
  protected readonly rule = computed(() => {
    const rule = this.progress.applicability().get(this.criterion().key);
    return rule && !rule.applies ? rule : null;
  });
  /** The person's own answers take part in the rule. */
  protected readonly isSwept = computed(() => {
    const { applicability } = this.criterion();
    const fields = applicability.mode === 'rule' ? conditionFields(applicability.notWhen) : [];
    return this.progress.questions().some(({ field }) => fields.includes(field.key));
  });
  protected readonly outcomes = computed(() => outcomesOf(this.criterion(), this.progress.parts()));
  protected readonly standing = computed(() => standingOf(this.criterion()));
  protected readonly evidenceRule = computed(() =>
    evidenceRule(this.criterion(), this.progress.parts()),
  );
  protected readonly context = computed(() => `for ${this.criterion().title}`);
  protected readonly citations = computed(() => {
    const sources = this.answers.form()?.sources ?? [];
    return this.criterion().citations.map(({ source, ref, textSeen }) => {
      const title = sources.find(({ key }) => key === source)?.title ?? source;
      return `${title}, ${ref}${textSeen ? '' : ' †'}`;
    });
  });
  private readonly isTextRefused = computed(
    () => this.answer().refusal?.startsWith('Evidence') ?? false,
  );
  protected readonly gradeErrors = computed(() => {
    const refusal = this.isTextRefused() ? null : this.answer().refusal;
    return errorList(refusal ?? this.attempt().errorAt(this.fieldId()));
  });
  protected readonly evidenceErrors = computed(() => {
    const refusal = this.isTextRefused() ? this.answer().refusal : null;
    return errorList(refusal ?? this.attempt().errorAt(this.evidenceId()));
  });
  protected readonly sectionChoices = sectionChoices;
  protected readonly evidenceMax = scoringLimits.evidenceMax;

  protected grade(value: string): void {
    this.answers.choose('criterion', this.criterion().key, { value });
  }

  protected write(evidence: string): void {
    this.answers.type('criterion', this.criterion().key, { evidence });
  }

  protected point(sections: string[]): void {
    this.answers.choose('criterion', this.criterion().key, { sections: sections as PlanSection[] });
  }

  /** A number key chooses, as long as the focus is in the grades. */
  protected chooseByNumber(event: KeyboardEvent): void {
    const chosen = this.outcomes()[Number(event.key) - 1];
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const { target, currentTarget } = event;
    if (!chosen || !isPlain || !(target instanceof HTMLInputElement)) return;
    const radios = (currentTarget as HTMLElement).querySelectorAll('input');
    [...radios].find(({ value }) => value === chosen.value)?.focus();
    this.grade(chosen.value);
  }
}
