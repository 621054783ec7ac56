import { Component, computed, input } from '@angular/core';
import { trendScene } from '@app/shared/domain';
import { DataTable, type Column } from '../components/data-table';
import { SceneChart } from '../components/scene-chart';
import {
  baseInWords,
  intervalInWords,
  metInWords,
  quartersInWords,
  shareInWords,
  type Series,
} from './trend-words';

type Point = Series['points'][number];

/** One measure: its message, its chart, what may be said, and the table with its file. */
@Component({
  selector: 'app-measure',
  imports: [DataTable, SceneChart],
  templateUrl: './measure.html',
})
export class MeasurePart {
  readonly series = input.required<Series>();
  /** Of what is audited, for the address of the file. */
  readonly kind = input.required<string>();
  /** Of the chart, in units of its scene: by itself it gets more than beside another one. */
  readonly width = input(640);
  protected readonly titleOf = quartersInWords;
  protected readonly wide = computed(() => trendScene(this.series(), { width: this.width() }));
  /** The same with fewer quarters, so that its words stay large enough to read. */
  protected readonly narrow = computed(() => trendScene(this.series(), { width: 320 }));
  protected readonly latest = computed(() => this.series().points.at(-1));
  protected readonly rows = computed(() => this.series().points.toReversed());
  protected readonly hasPooled = computed(() =>
    this.series().points.some(({ isPooled }) => isPooled),
  );
  protected readonly hasHidden = computed(() =>
    this.series().points.some(({ point }) => point.share === null),
  );
  protected readonly file = computed(
    () =>
      `/api/trends/${encodeURIComponent(this.kind())}/measures/${encodeURIComponent(this.series().key)}/points.csv`,
  );
  protected readonly columns: readonly Column<Point>[] = [
    {
      key: 'quarter',
      title: 'Quarter',
      isRowHeader: true,
      text: ({ point }) => quartersInWords(point),
    },
    { key: 'base', title: 'Audits', isNumeric: true, text: ({ point }) => baseInWords(point) },
    { key: 'met', title: 'Meeting', isNumeric: true, text: ({ point }) => metInWords(point) },
    { key: 'share', title: 'Share', isNumeric: true, text: ({ point }) => shareInWords(point) },
    {
      key: 'interval',
      title: '95% interval',
      isNumeric: true,
      text: ({ point }) => intervalInWords(point),
    },
    {
      key: 'population',
      title: 'Plans on the register',
      isNumeric: true,
      text: ({ point }) => point.population.toLocaleString('en-GB'),
    },
  ];
}
