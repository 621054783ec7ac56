import { Component, computed, input } from '@angular/core';
import {
  applicabilityInWords,
  basisTitle,
  sectionsInWords,
  type Criterion,
  type FrameworkDefinition,
} from '@app/shared/domain';
import { SummaryList, type SummaryRow } from '../components/summary-list';
import { Tag } from '../components/tag';
import { scorersInWords } from './framework-version-words';

/** One criterion: its question, what each grade looks like, and everything an auditor asks about it. */
@Component({
  selector: 'app-criterion',
  imports: [SummaryList, Tag],
  templateUrl: './criterion.html',
})
export class CriterionPart {
  readonly criterion = input.required<Criterion>();
  readonly definition = input.required<FrameworkDefinition>();
  protected readonly grades = computed(() =>
    this.definition().scale.grades.map(({ key, label }) => ({
      key: label,
      value: this.criterion().descriptors[key] ?? null,
    })),
  );
  protected readonly citations = computed(() =>
    this.criterion().citations.map((citation) => ({
      ...citation,
      ...this.definition().sources.find(({ key }) => key === citation.source),
    })),
  );
  /** "Sections C and G · weight 2 in its domain · Must (statute, or a “must” in the code)". */
  protected readonly standing = computed(() => {
    const { sections, weight, basis } = this.criterion();
    const read = sectionsInWords(sections);
    return [read, `weight ${weight} in its domain`, basisTitle[basis]].join(' · ');
  });
  protected readonly rows = computed((): SummaryRow[] => {
    const criterion = this.criterion();
    const definition = this.definition();
    const tags = definition.trainingTags.filter(({ key }) => criterion.trainingTags.includes(key));
    return [
      { key: 'Scored by', value: scorersInWords(criterion, definition) },
      { key: 'Where to look', value: criterion.whereToLook },
      { key: 'Not applicable', value: applicabilityInWords(criterion.applicability, definition) },
      ...(tags.length > 0
        ? [{ key: 'Training', value: tags.map(({ title }) => title).join(', ') }]
        : []),
      ...(criterion.actionPlanRefs.length > 0
        ? [{ key: 'Action plan', value: criterion.actionPlanRefs.join(', ') }]
        : []),
    ];
  });
}
