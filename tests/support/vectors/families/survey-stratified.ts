import {
  normalQuantile,
  reachInErrors,
  stratifiedMean,
  contributions,
  inDomain,
  type StratifiedMean,
} from '@app/shared/domain';

import {
  designOf,
  errorOf,
  residuals,
  type SurveyDesign,
  type SurveyInput,
} from './survey-design.ts';
import { intervalsByMethod } from './survey-intervals.ts';

export function computeSurvey(input: SurveyInput) {
  const design = designOf(input);
  const mean = withErrorsOf(design, stratifiedMean(design.strata, design.options));
  const { estimate, standardError: se, degreesOfFreedom, respondents } = mean;
  const around = (reach: number | null) =>
    reach === null || se === null ? [null, null] : [estimate - reach * se, estimate + reach * se];
  return {
    estimate,
    se,
    df: degreesOfFreedom,
    deff: mean.designEffect,
    ciT: around(reachInErrors(degreesOfFreedom, input.confidence)),
    ciZ: around(-normalQuantile((1 - input.confidence) / 2)),
    total: mean.total,
    totalSe: mean.totalStandardError,
    respondents,
    sampled: mean.sampled,
    ...(input.statistic === 'proportion' && {
      ciByMethod: intervalsByMethod(
        design,
        { estimate, standardError: se ?? Number.NaN, degreesOfFreedom, respondents },
        input.confidence,
      ),
    }),
    byStratum: byStratum(input, design, mean.byStratum),
  };
}

type Errors = 'standardError' | 'totalStandardError';
type MeanOfR = Omit<StratifiedMean, Errors> & Record<Errors, number | null>;

/** The product's own errors, unless R leaves out single units in a way that the product does not. */
function withErrorsOf(design: SurveyDesign, mean: StratifiedMean): MeanOfR {
  if (design.leavesOut === null) return mean;
  const standardError = errorOf(design, residuals(design, mean.estimate));
  const weighted = contributions(inDomain(design.strata), (value, weight) => value * weight);
  return {
    ...mean,
    standardError,
    totalStandardError: errorOf(design, weighted),
    designEffect: scaled(mean.designEffect, standardError, mean.standardError),
  };
}

function scaled(effect: number | null, error: number | null, from: number): number | null {
  if (effect === null || error === null) return null;
  return from === 0 ? effect : effect * (error / from) ** 2;
}

const collator = new Intl.Collator('en');

/** R sorts words as a dictionary does, and numbers as numbers. */
function inOrderOfR(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}

/** In R's order, sorted; strata outside the domain are not rows; one unit has the error 0 in R. */
function byStratum(input: SurveyInput, design: SurveyDesign, rows: StratifiedMean['byStratum']) {
  const ids = new Map(input.strata.map(({ id }) => [String(id), id]));
  return rows
    .filter(({ respondents }) => respondents > 0)
    .map(({ id, estimate, standardError, sampled }) => ({
      id: ids.get(id) ?? id,
      mean: estimate,
      se: standardError ?? (design.leavesOut === 'average' && sampled === 1 ? null : 0),
    }))
    .sort((a, b) => inOrderOfR(a.id, b.id));
}
