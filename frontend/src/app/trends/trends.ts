import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TrendKindListResponse, TrendsResponse } from '@app/shared/contracts';
import { measureKinds } from '@app/shared/domain';
import { Cell, DataTable, type Column } from '../components/data-table';
import { Details } from '../components/details';
import { ReadState } from '../components/read-state';
import { MeasurePart } from './measure';
import { familyTitles, intervalInWords, shareInWords, type Series } from './trend-words';

/** Every measure of one kind of audit, from quarter to quarter. */
@Component({
  selector: 'app-trends',
  imports: [Cell, DataTable, Details, MeasurePart, ReadState, RouterLink],
  templateUrl: './trends.html',
})
export class Trends {
  /** From the address; the first of those there are while nothing is chosen. */
  readonly kind = input<string>();
  protected readonly kinds = httpResource<TrendKindListResponse>(() => '/api/trends');
  protected readonly allKinds = computed(() =>
    this.kinds.hasValue() ? this.kinds.value().kinds : [],
  );
  protected readonly chosen = computed(() => this.kind() ?? this.allKinds()[0]?.kind ?? null);
  protected readonly trends = httpResource<TrendsResponse>(() => {
    const kind = this.chosen();
    return kind === null ? undefined : `/api/trends/${encodeURIComponent(kind)}`;
  });
  protected readonly loaded = computed(() => (this.trends.hasValue() ? this.trends.value() : null));
  protected readonly isOfDocuments = computed(() =>
    (this.loaded()?.measures ?? []).some(({ points }) =>
      points.some(({ point }) => Boolean(point.documents)),
    ),
  );
  protected readonly families = computed(() =>
    measureKinds
      .map((kind) => ({
        ...{ kind, title: familyTitles[kind] },
        measures: (this.loaded()?.measures ?? []).filter((measure) => measure.kind === kind),
      }))
      .filter(({ measures }) => measures.length > 0),
  );
  protected readonly columns: readonly Column<Series>[] = [
    { key: 'measure', title: 'Measure', isRowHeader: true },
    {
      key: 'share',
      title: 'Latest share',
      isNumeric: true,
      text: (series) => ofLatest(series, shareInWords),
    },
    {
      key: 'interval',
      title: '95% interval',
      isNumeric: true,
      text: (series) => ofLatest(series, intervalInWords),
    },
    { key: 'change', title: 'Change', text: ({ change }) => changeTitles[change.outcome] },
  ];
}

const changeTitles: Readonly<Record<Series['change']['outcome'], string>> = {
  rise: 'Clear rise',
  fall: 'Clear fall',
  'no-clear-change': 'No clear change',
  none: 'Not compared',
};

function ofLatest(
  { points }: Series,
  words: (point: Series['points'][number]['point']) => string,
): string {
  const latest = points.at(-1);
  return latest ? words(latest.point) : '';
}
