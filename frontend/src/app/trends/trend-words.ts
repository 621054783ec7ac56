import type { MeasureSeriesResponse, PrintedPointResponse } from '@app/shared/contracts';
import {
  percent,
  percentRange,
  quarterInWords,
  tooFewToShow,
  type MeasureKind,
} from '@app/shared/domain';

/** The parts of the page, in its order. */
export const familyTitles: Readonly<Record<MeasureKind, string>> = {
  overall: 'Overall',
  domain: 'Domains',
  indicator: 'Health, care and other indicators',
};

/** A measure as the wire brings it. */
export type Series = Pick<MeasureSeriesResponse, keyof MeasureSeriesResponse>;

type Point = Pick<PrintedPointResponse, keyof PrintedPointResponse>;

export function shareInWords({ share }: Point): string {
  if (share === null) return tooFewToShow;
  return share.estimate === null ? 'no share' : percent(share.estimate);
}

export function intervalInWords({ share, base }: Point): string {
  if (share === null || base === null) return tooFewToShow;
  if (share.interval) return percentRange(share.interval);
  return share.estimate === null ? 'none' : 'all audited';
}

export function baseInWords({ base }: Point): string {
  if (base === null) return tooFewToShow;
  return base.isExact ? `${base.plans}` : `at least ${base.plans}`;
}

/** What meets the measure, as it was counted; of a ratio with what was counted in all. */
export function metInWords({ met, counted, share }: Point): string {
  if (share === null || met === null) return tooFewToShow;
  return counted === null ? `${met}` : `${met} of ${counted}`;
}

export function quartersInWords(point: Point): string {
  const [first = '', ...others] = point.quarters;
  const last = others.at(-1);
  if (last === undefined) return quarterInWords(first);
  return `The year to ${quarterInWords(last)}`;
}
