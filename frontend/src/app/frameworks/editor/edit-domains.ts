import { Component, computed } from '@angular/core';
import { applyEach, form, FormField, FormRoot } from '@angular/forms/signals';
import { frameworkLimits as limits, type Domain } from '@app/shared/domain';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { PartActions } from './part-actions';
import { PartLayout } from './part-layout';
import { PartList, type ListedPart } from './part-list';
import { isSame, partModel } from './part-model';
import { PartPage } from './part-page';
import { whole } from './part-rules';

interface Weights {
  weights: { key: string; title: string; weight: string }[];
}

/** The domains in their order, and how much each counts: the weights share one hundred. */
@Component({
  selector: 'app-edit-domains',
  imports: [FormField, FormRoot, PartActions, PartLayout, PartList, TextInput],
  templateUrl: './edit-domains.html',
})
export class EditDomains extends PartPage {
  protected readonly saved = computed(() => weightsOf(this.definition().domains));
  protected readonly model = partModel(() => 'domains', this.saved, mergedWeights);
  protected readonly form = form(this.model, (path) => {
    applyEach(path.weights, ({ weight }) => {
      whole(weight, 'The weight', 1, limits.domainWeightsSum);
    });
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isUnsaved = computed(() => !isSame(this.model(), this.saved()));
  protected readonly domains = computed((): ListedPart[] =>
    this.definition().domains.map(({ key, title, weight, criteria }) => ({
      ...{ key, title },
      note: `Weight ${weight}, ${criteria.length} ${criteria.length === 1 ? 'criterion' : 'criteria'}`,
    })),
  );
  /** "The weights sum to 95, 5 short of 100." */
  protected readonly sum = computed(() => {
    const sum = this.model().weights.reduce((total, { weight }) => total + Number(weight), 0);
    const off = limits.domainWeightsSum - sum;
    if (Number.isNaN(off)) return 'The weights do not sum to a number.';
    if (off === 0) return `The weights sum to ${sum}, as they must.`;
    const distance = off > 0 ? `${off} short of` : `${-off} over`;
    return `The weights sum to ${sum}, ${distance} ${limits.domainWeightsSum}.`;
  });

  protected async save(): Promise<void> {
    const { weights } = this.model();
    await this.saveAndGoUp(
      this.attempt,
      (definition) => ({
        ...definition,
        domains: definition.domains.map((domain) => {
          const typed = weights.find(({ key }) => key === domain.key);
          return typed ? { ...domain, weight: Number(typed.weight) } : domain;
        }),
      }),
      { sentence: 'The weights of the domains are saved', upTo: [] },
    );
  }
}

function weightsOf(domains: readonly Domain[]): Weights {
  const weights = domains.map(({ key, title, weight }) => ({ key, title, weight: String(weight) }));
  return { weights };
}

/** Of the domains there are now, each with the weight that was typed for it. */
function mergedWeights(typed: Weights, seen: Weights, now: Weights): Weights {
  const of = ({ weights }: Weights, wanted: string) => weights.find(({ key }) => key === wanted);
  const weights = now.weights.map((one) => {
    const [own, before] = [of(typed, one.key), of(seen, one.key)];
    const isTyped = own !== undefined && own.weight !== before?.weight;
    // The form knows the thing by a mark on it, which goes with it to its new place.
    return { ...own, ...one, weight: isTyped ? own.weight : one.weight };
  });
  return { weights };
}
