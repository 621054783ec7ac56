import { computed, inject, Injectable } from '@angular/core';
import {
  answersByKey,
  applicabilityOfForm,
  criteriaOf,
  domainProgress,
  factsAsked,
  profileOfForm,
  scoringFaults,
  sweepQuestions,
  type Criterion,
  type Domain,
  type Fact,
  type FieldValue,
  type ScoredParts,
  type ScoringToCheck,
} from '@app/shared/domain';
import { Today } from '../../platform/today';
import { partsOf } from './form-parts';
import { ScoringAnswers } from './saving/scoring-answers';

const noParts: ScoredParts = {
  ...{ profileFields: [], domains: [], facts: [] },
  scale: { grades: [], meetsFrom: '', evidenceRequiredFor: [] },
};

/** A criterion that has no grade and no other outcome yet. */
export interface Unscored {
  domain: string;
  criterion: string;
}

/**
 * What the shared rules make of the answers as they stand on the page: what is asked, what applies,
 * how far each part is, and what stops the submission. The service decides by the same rules.
 */
@Injectable()
export class ScoringProgress {
  private readonly answers = inject(ScoringAnswers);
  private readonly today = inject(Today);
  readonly parts = computed(() => {
    const form = this.answers.form();
    return form ? partsOf(form) : noParts;
  });
  private readonly toCheck = computed<ScoringToCheck>(() => ({
    agency: this.answers.scoring()?.agency.key ?? '',
    register: this.answers.form()?.register ?? {},
    answers: this.answers.answers(),
  }));
  private readonly swept = computed(() => answersByKey(this.toCheck().answers, 'sweep'));
  readonly questions = computed(() => {
    const { agency, register } = this.toCheck();
    return sweepQuestions(this.parts(), agency, register, this.swept());
  });
  readonly facts = computed((): Fact[] => {
    const { agency, register, answers } = this.toCheck();
    const profile = profileOfForm(this.parts(), agency, register, this.swept());
    return factsAsked(this.parts(), agency, profile, answersByKey(answers, 'fact'));
  });
  readonly applicability = computed(() => {
    const { agency, register } = this.toCheck();
    const all = applicabilityOfForm(this.parts(), agency, register, this.swept());
    return new Map(all.map((one) => [one.criterion, one]));
  });
  readonly faults = computed(() => scoringFaults(this.parts(), this.toCheck(), this.today.day()));
  readonly domains = computed(() => domainProgress(this.parts(), this.toCheck(), this.faults()));
  /** In the order of the form. */
  readonly unscored = computed((): Unscored[] =>
    this.parts().domains.flatMap((domain) =>
      this.criteriaOf(domain)
        .filter(({ key }) => this.applies(key) && this.valueOf('criterion', key) === null)
        .map(({ key }) => ({ domain: domain.key, criterion: key })),
    ),
  );
  readonly isComplete = computed(() => this.faults().length === 0);

  criteriaOf(domain: Domain): Criterion[] {
    return criteriaOf({ domains: [domain] }, this.toCheck().agency);
  }

  applies(criterion: string): boolean {
    return this.applicability().get(criterion)?.applies ?? true;
  }

  valueOf(kind: 'criterion' | 'fact' | 'strength', key: string): FieldValue {
    return answersByKey(this.toCheck().answers, kind)[key] ?? null;
  }

  /**
   * Where to go on scoring: after a criterion of the form, else from its beginning.
   *
   * @returns null when everything is scored
   */
  nextUnscored(after: Unscored | null): Unscored | null {
    const order = this.parts().domains.flatMap((domain) =>
      this.criteriaOf(domain).map(({ key }) => key),
    );
    const place = after ? order.indexOf(after.criterion) : -1;
    const all = this.unscored();
    return all.find(({ criterion }) => order.indexOf(criterion) > place) ?? all[0] ?? null;
  }
}
