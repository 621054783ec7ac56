import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FrameworkListResponse, WouldHaveChangedResponse } from '@app/shared/contracts';
import {
  compareVersions,
  continuationRule,
  criterionChanges,
  quarterInWords,
  type ComparedCriterion,
  type CriterionChange,
} from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { DataTable, type Column } from '../../components/data-table';
import { ReadState } from '../../components/read-state';
import { SummaryList, type SummaryRow } from '../../components/summary-list';
import { Tag, type TagTone } from '../../components/tag';
import { InsetText } from '../../components/texts';
import { counted } from '../../platform/counted';
import { SessionStore } from '../../platform/session-store';
import type { FrameworkDraft } from '../framework-draft';
import type { FrameworkVersion } from '../framework-version-words';
import { ComparedTexts } from './compared-texts';

const changeTitle: Record<CriterionChange, string> = {
  same: 'Same',
  reworded: 'Reworded',
  new: 'New',
  retired: 'Retired',
};
const changeTone: Record<CriterionChange, TagTone> = {
  same: 'grey',
  reworded: 'yellow',
  new: 'green',
  retired: 'plain',
};

type Newer = FrameworkDraft | (FrameworkVersion & { kind?: undefined });
type MovesOfGrade = WouldHaveChangedResponse['byGrade'][number];

/** A version or a draft beside the published version before it. */
@Component({
  selector: 'app-comparison',
  imports: [
    Breadcrumbs,
    ComparedTexts,
    DataTable,
    InsetText,
    ReadState,
    RouterLink,
    SummaryList,
    Tag,
  ],
  templateUrl: './comparison.html',
})
export class Comparison {
  readonly id = input.required<string>();
  /** Of the route: whether it is about a draft or a published version. */
  readonly of = input.required<'draft' | 'version'>();
  protected readonly newer = httpResource<Newer>(() =>
    this.of() === 'draft' ? `/api/framework-drafts/${this.id()}` : `/api/frameworks/${this.id()}`,
  );
  protected readonly frameworks = httpResource<FrameworkListResponse>(() => '/api/frameworks');
  protected readonly loaded = computed(() => (this.newer.hasValue() ? this.newer.value() : null));
  private readonly kind = computed(() => this.loaded()?.definition.kind ?? '');
  /** The published version with the number before; null where this is the first. */
  protected readonly before = computed(() => {
    const number = this.loaded()?.number ?? 0;
    const all = this.frameworks.hasValue() ? this.frameworks.value().frameworks : [];
    const ofKind = all.find(({ kind }) => kind === this.kind())?.versions ?? [];
    return ofKind.find((version) => version.number < number) ?? null;
  });
  protected readonly older = httpResource<FrameworkVersion>(() => {
    const before = this.before();
    return before ? `/api/frameworks/${before.id}` : undefined;
  });
  protected readonly maySeeEffect = inject(SessionStore).holdsOneOf(['audit-lead']);
  protected readonly effect = httpResource<WouldHaveChangedResponse>(() => {
    const before = this.before();
    if (!before || !this.maySeeEffect) return undefined;
    return `/api/trends/${this.kind()}/would-have-changed?older=${before.id}&newer=${this.id()}`;
  });
  protected readonly address = computed(() =>
    this.of() === 'draft' ? `/frameworks/drafts/${this.id()}` : `/frameworks/${this.id()}`,
  );
  protected readonly olderTitle = computed(() => `Version ${this.before()?.number ?? ''}`);
  protected readonly newerTitle = computed(() => {
    const number = this.loaded()?.number ?? '';
    return this.of() === 'draft' ? `Draft of version ${number}` : `Version ${number}`;
  });
  protected readonly compared = computed(() => {
    const newer = this.loaded();
    if (!newer || !this.older.hasValue()) return null;
    return compareVersions(this.older.value().definition, newer.definition);
  });
  protected readonly changed = computed(() => (this.compared()?.criteria ?? []).filter(isChanged));
  protected readonly unchanged = computed(() =>
    (this.compared()?.criteria ?? []).filter((one) => !isChanged(one)),
  );
  protected readonly summary = computed((): SummaryRow[] => {
    const compared = this.compared();
    if (!compared) return [];
    const going = compared.criteria.filter(({ continues }) => continues).length;
    return [
      ...criterionChanges.map((change) => ({
        ...{
          key: changeTitle[change],
          value: counted(compared.counts[change], 'criterion', 'criteria'),
        },
      })),
      { key: 'Trends go on for', value: counted(going, 'criterion', 'criteria') },
    ];
  });
  protected readonly gradeColumns = computed((): Column<MovesOfGrade>[] => [
    {
      ...{ key: 'grade', title: 'Overall grade', isRowHeader: true },
      text: ({ grade }) => this.gradeLabel(grade),
    },
    number('before', `By ${this.olderTitle().toLowerCase()}`, ({ before }) => before),
    number('after', `By ${this.newerTitle().toLowerCase()}`, ({ after }) => after),
    number('up', 'Moved up from it', ({ up }) => up),
    number('down', 'Moved down from it', ({ down }) => down),
  ]);
  protected readonly rule = continuationRule;
  protected readonly changeTitle = changeTitle;
  protected readonly changeTone = changeTone;
  protected readonly quarterInWords = quarterInWords;

  /** What becomes of its trend, in a sentence. */
  protected trendOf({ change, continues }: ComparedCriterion): string {
    if (change === 'new') return 'Its trend begins with this version.';
    if (change === 'retired') return 'Its trend ends with the version before.';
    return continues ? 'Its trend goes on.' : 'Its trend breaks here.';
  }

  private gradeLabel(key: string | null): string {
    if (key === null) return 'No overall grade';
    const grades = this.loaded()?.definition.scale.grades ?? [];
    return grades.find((grade) => grade.key === key)?.label ?? key;
  }
}

const isChanged = ({ change, besides }: ComparedCriterion) =>
  change !== 'same' || besides.length > 0;

function number(
  key: string,
  title: string,
  of: (row: MovesOfGrade) => number,
): Column<MovesOfGrade> {
  return { key, title, isNumeric: true, text: (row) => String(of(row)) };
}
