import {
  agreementFromRatings,
  decideTable,
  drawSample,
  krippendorffAlpha,
  partnershipRules,
  xmrChart,
} from '@app/shared/domain';

import type { Benchmark } from './measure.ts';

/** A whole number below `bound` that looks like chance and is the same in every run (MINSTD). */
const scattered = (index: number, bound: number) =>
  (((index + 1) * 48_271) % 2_147_483_647) % bound;

const list = <Item>(length: number, item: (index: number) => Item) =>
  Array.from({ length }, (_, index) => item(index));

const criteria = list(11, (criterion) =>
  list(200, (plan) => list(3, (rater) => 1 + scattered(criterion * 600 + plan * 3 + rater, 4))),
);
const table = { cells: list(40, (row) => list(12, (column) => scattered(row * 12 + column, 30))) };
const register = list(6, (stratum) => ({
  id: `stratum ${stratum}`,
  references: list(stratum === 0 ? 10_000 : 8_000, (plan) => `EHC-${stratum}-${plan}`),
  size: 5,
}));
const points = list(100_000, (index) => 60 + scattered(index, 20));

/** What the statistics must do while a person waits. */
export const statisticsBenchmarks: Benchmark[] = [
  {
    title: 'all agreement coefficients, 11 criteria of 200 plans by 3 raters',
    wantedMs: 50,
    work: () =>
      criteria.map((ratings) => [
        agreementFromRatings(ratings, { categories: [1, 2, 3, 4], weights: 'ordinal' }),
        krippendorffAlpha(ratings, 'ordinal'),
      ]),
  },
  {
    title: 'suppression of a table of 40 by 12 with totals',
    wantedMs: 200,
    work: () => decideTable(table, partnershipRules),
  },
  {
    title: 'a draw of 30 from 50,000 plans in six strata',
    wantedMs: 500,
    work: () => drawSample('seed of the year', register),
  },
  {
    title: 'an XmR chart of 100,000 points',
    wantedMs: 100,
    work: () => xmrChart(points, { improvementDirection: 'increase' }),
  },
];
