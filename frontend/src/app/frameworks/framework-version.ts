import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  capInWords,
  indicatorInWords,
  type Fact,
  type FrameworkDefinition,
  type Grade,
  type Indicator,
  type ProfileField,
} from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ReadState } from '../components/read-state';
import { SummaryList, type SummaryRow } from '../components/summary-list';
import { PageTitles } from '../platform/page-titles';
import { SessionStore } from '../platform/session-store';
import {
  agencyTitle,
  evidenceInWords,
  factInWords,
  scoringRows,
  sourceInWords,
  versionInWords,
  type FrameworkVersion,
  type ScoringRow,
} from './framework-version-words';

/** A version whole: what it is for, who scores what, and every rule in words. */
@Component({
  selector: 'app-framework-version',
  imports: [Breadcrumbs, Cell, DataTable, ReadState, RouterLink, SummaryList],
  templateUrl: './framework-version.html',
})
export class FrameworkVersionPage {
  readonly id = input.required<string>();
  protected readonly version = httpResource<FrameworkVersion>(() => `/api/frameworks/${this.id()}`);
  protected readonly loaded = computed(() =>
    this.version.hasValue() ? this.version.value() : null,
  );
  protected readonly scoring = computed(() => {
    const version = this.loaded();
    return version ? scoringRows(version.definition) : [];
  });
  protected readonly mayEdit = inject(SessionStore).holdsOneOf(['audit-lead', 'framework-editor']);
  protected readonly capInWords = capInWords;
  protected readonly evidenceInWords = evidenceInWords;
  protected readonly factInWords = factInWords;
  protected readonly sourceInWords = sourceInWords;

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      const version = this.loaded();
      if (version) titles.name(version.definition.title);
    });
  }

  protected summaryOf(version: FrameworkVersion): SummaryRow[] {
    const { unitTitle, actionPlanRefs } = version.definition;
    return [
      { key: 'Version', value: versionInWords(version) },
      { key: 'One audit looks at', value: unitTitle },
      ...(actionPlanRefs.length > 0
        ? [{ key: 'Action plan', value: actionPlanRefs.join(', ') }]
        : []),
      { key: 'Fingerprint of the content', value: version.hash },
    ];
  }

  protected scoringColumns({ agencies }: FrameworkDefinition): Column<ScoringRow>[] {
    const number = (key: string, title: string, of: (row: ScoringRow) => number) => ({
      ...{ key, title, isNumeric: true },
      text: (row: ScoringRow) => String(of(row)),
    });
    return [
      { key: 'title', title: 'Domain', isRowHeader: true },
      number('weight', 'Weight', ({ weight }) => weight),
      number('criteria', 'Criteria', ({ criteria }) => criteria),
      number('critical', 'Critical', ({ critical }) => critical),
      ...agencies.map(({ key, title }) => number(key, title, ({ byAgency }) => byAgency[key] ?? 0)),
    ];
  }

  protected readonly gradeColumns: readonly Column<Grade>[] = [
    { key: 'label', title: 'Grade', isRowHeader: true, text: ({ label }) => label },
    { key: 'neutral', title: 'Neutral word', text: ({ neutralLabel }) => neutralLabel },
    { key: 'points', title: 'Points', isNumeric: true, text: ({ points }) => String(points) },
    { key: 'from', title: 'Score from', isNumeric: true, text: ({ from }) => from.toFixed(2) },
  ];

  protected factColumns(definition: FrameworkDefinition): Column<Fact>[] {
    return [
      { key: 'title', title: 'Fact', isRowHeader: true, text: ({ title }) => title },
      { key: 'question', title: 'Question', text: ({ question }) => question },
      { key: 'owner', title: 'Recorded by', text: ({ owner }) => agencyTitle(definition, owner) },
      { key: 'how', title: 'How' },
    ];
  }

  protected indicatorColumns(definition: FrameworkDefinition): Column<Indicator>[] {
    return [
      { key: 'title', title: 'Indicator', isRowHeader: true, text: ({ title }) => title },
      {
        key: 'rule',
        title: 'How it is worked out',
        text: (indicator) => indicatorInWords(indicator, definition),
      },
      { key: 'measure', title: 'Asked for by', text: ({ measure }) => measure },
    ];
  }

  protected readonly fieldColumns: readonly Column<ProfileField>[] = [
    { key: 'title', title: 'What must be known', isRowHeader: true, text: ({ title }) => title },
    { key: 'source', title: 'Where it comes from' },
  ];

  protected meetsLabel({ scale }: FrameworkDefinition): string {
    return scale.grades.find(({ key }) => key === scale.meetsFrom)?.label ?? scale.meetsFrom;
  }
}
