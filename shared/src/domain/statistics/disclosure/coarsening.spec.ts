import { describe, expect, it } from '@jest/globals';
import {
  decideShare,
  decideTable,
  finestShown,
  mergeLines,
  partnershipRules,
  type Coarsening,
} from './index.js';

const version = (coarsening: Coarsening, numerator: number, base: number) => ({
  coarsening,
  decided: decideShare({ numerator, base }, partnershipRules),
});

const finest = (...versions: ReturnType<typeof version>[]) =>
  finestShown(versions, ({ shown }) => shown);

describe('making a figure coarser before anything is hidden', () => {
  it('keeps what may be shown as it is', () => {
    expect(finest(version('none', 8, 20), version('four-quarters', 30, 80)).coarsening).toBe(
      'none',
    );
  });

  it('pools four quarters when a single one is too small', () => {
    const shown = finest(version('none', 3, 9), version('four-quarters', 14, 38));
    expect(shown.coarsening).toBe('four-quarters');
    expect(shown.decided).toMatchObject({ shown: true, value: { base: 38 } });
  });

  it('ends with too few to show', () => {
    const shown = finest(version('none', 1, 4), version('groups-merged', 2, 8));
    expect(shown).toEqual({
      coarsening: 'groups-merged',
      decided: { shown: false, reason: 'small-base' },
    });
  });

  it('does the same for a table', () => {
    const grades = { cells: [[3, 20, 41, 16]] };
    const halves = mergeLines(grades, {
      columns: [
        [0, 1],
        [2, 3],
      ],
    });
    const shown = finestShown(
      [
        { coarsening: 'none', decided: decideTable(grades, partnershipRules) },
        { coarsening: 'good-or-better', decided: decideTable(halves, partnershipRules) },
      ],
      ({ isComplete }) => isComplete,
    );
    expect(shown.coarsening).toBe('good-or-better');
    expect(shown.decided.cells).toEqual([[23, 57].map((value) => ({ shown: true, value }))]);
  });

  it('keeps to the order of the steps', () => {
    expect(() => finest(version('four-quarters', 8, 20), version('none', 8, 20))).toThrow(
      'versions[1] must come in the order of the coarsenings',
    );
    expect(() => finest()).toThrow('versions must hold at least one');
  });
});

describe('merging the lines of a table', () => {
  const cells = [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ];

  it('adds them up', () => {
    expect(mergeLines({ cells }, { rows: [[0, 2], [1]], columns: [[2], [0, 1]] }).cells).toEqual([
      [12, 18],
      [6, 9],
    ]);
  });

  it.each([
    [[[0, 1]]],
    [
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [[[0, 1, 2, 3]]],
  ])('must name every line once: not %j', (rows) => {
    expect(() => mergeLines({ cells }, { rows })).toThrow('rows must name every line');
  });

  it('makes no empty line', () => {
    expect(() => mergeLines({ cells }, { columns: [[0, 1, 2], []] })).toThrow(
      'columns must not hold an empty group',
    );
  });
});
