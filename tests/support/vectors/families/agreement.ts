import {
  agreementFromCounts,
  agreementFromRatings,
  agreementOfTwo,
  benchmark,
  krippendorffAlpha,
  tCdf,
  tTwoSided,
  type AgreementEstimate,
  type AgreementFromCounts,
  type AgreementWeights,
  type BenchmarkScale,
  type Category,
} from '@app/shared/domain';
import {
  furtherWeights,
  isFurtherWeightSet,
  largeSampleKappa,
  type FurtherWeightSet,
  type KappaWeights,
} from './agreement-references.ts';

/** What the agreement families say about an analysis, in the words of the files. */
interface Analysis {
  categories?: Category[];
  weights?: AgreementWeights | FurtherWeightSet;
  confidence?: number;
  populationSize?: number | null;
}

/** The numbers of irrCAC; `null` where it has none. */
interface ReferenceEstimate {
  pa: number | null;
  pe: number | null;
  value: number | null;
  se: number | null;
  ciLower: number | null;
  ciUpper: number | null;
  df: number;
  pOneSided: number | null;
  pTwoSided: number | null;
}

const withoutError = { se: null, ciLower: null, ciUpper: null, pOneSided: null, pTwoSided: null };

/** The p-values are not the product's: right-tailed as in irrCAC 1.4, two-tailed as in 1.0. */
function referenceOf(
  { observed, chance, value, standardError, interval, degreesOfFreedom }: AgreementEstimate,
  df = degreesOfFreedom,
): ReferenceEstimate {
  const t = df < 1 || value === null || standardError === null ? NaN : value / standardError;
  return {
    pa: observed,
    pe: chance,
    value,
    se: standardError,
    ciLower: interval?.lower ?? null,
    ciUpper: interval?.upper ?? null,
    df,
    pOneSided: Number.isNaN(t) ? null : tCdf(-t, degreesOfFreedom),
    pTwoSided: Number.isFinite(t) ? tTwoSided(t, df) : null,
  };
}

export function computeRaw(input: Analysis & { ratings: (Category | null)[][] }) {
  const categories = scaleOf(input.categories ?? usedIn(input.ratings));
  const ratings = input.ratings.map((row) => row.map((rating) => asCategory(rating, categories)));
  const estimates = agreementFromRatings(ratings, optionsOf(input, categories));
  const reference = {
    ...commonReferences(estimates, ratings.length),
    congerKappa: referenceOf(estimates.conger),
  };
  if (categories.length > 1) return reference;
  return onOneCategory(reference.percentAgreement, input.weights);
}

export function computeCounts(input: Analysis & { counts: number[][] }) {
  const columns = input.counts[0]?.length ?? 0;
  const listed = input.categories ?? [];
  const size = Math.max(columns, listed.length);
  const places = Array.from({ length: size }, (_, place) => place + 1);
  const categories = isNumeric(listed) && listed.length === size ? scaleOf(listed) : places;
  const counts = input.counts.map((row) => [...row, ...places.slice(row.length).map(() => 0)]);
  return commonReferences(agreementFromCounts(counts, optionsOf(input, categories)), counts.length);
}

function commonReferences(estimates: AgreementFromCounts, units: number) {
  return {
    percentAgreement: referenceOf(estimates.percentAgreement),
    brennanPrediger: referenceOf(estimates.brennanPrediger),
    gwetAC: referenceOf(estimates.gwet),
    fleissKappa: referenceOf(estimates.fleiss),
    // From counts, irrCAC's interval has fewer degrees of freedom than the files give as df.
    krippendorffAlpha: referenceOf(estimates.krippendorff, units - 1),
  };
}

export function computeTwoRaters(input: Analysis & { table: number[][] }) {
  const places = input.table.map((_, place) => place + 1);
  const categories = scaleOf(input.categories ?? places);
  const estimates = agreementOfTwo(input.table, optionsOf(input, categories));
  const { weights = 'identity' } = input;
  return {
    percentAgreement: tableReferenceOf(estimates.percentAgreement),
    cohenKappa: tableReferenceOf(estimates.cohen),
    scottPi: tableReferenceOf(estimates.scott),
    gwetAC: tableReferenceOf(estimates.gwet),
    brennanPrediger: tableReferenceOf(estimates.brennanPrediger),
    krippendorffAlpha: tableReferenceOf(estimates.krippendorff),
    cohenKappaLargeSample: isKappaWeights(weights) ? largeSampleKappa(input.table, weights) : null,
  };
}

/** irrCAC lets the error of a table be no smaller than this, so that its t always exists. */
function tableReferenceOf(estimate: AgreementEstimate): ReferenceEstimate {
  const { standardError } = estimate;
  return referenceOf({
    ...estimate,
    standardError: standardError === null ? null : Math.max(standardError, 1e-50),
  });
}

const isKappaWeights = (weights: unknown): weights is KappaWeights =>
  weights === 'identity' || weights === 'linear' || weights === 'quadratic';

export function computeKrippendorff(input: { ratings: (number | null)[][] }) {
  return {
    nominal: krippendorffAlpha(input.ratings, 'nominal').value,
    ordinal: krippendorffAlpha(input.ratings, 'ordinal').value,
    interval: krippendorffAlpha(input.ratings, 'interval').value,
  };
}

export function computeBenchmarks(input: { coefficient: number; se: number }) {
  const on = (scale: BenchmarkScale) => {
    const { bands, reached } = benchmark(scale, input.coefficient, input.se);
    return {
      labels: bands.map(({ label }) => label),
      ranges: bands.map(({ lower, upper }) => `(${lower} to ${upper})`),
      cumulativeProbability: bands.map((band) => band.cumulativeProbability),
      chosenAt95: reached?.label ?? null,
    };
  };
  return { landisKoch: on('landis-koch'), altman: on('altman'), fleiss: on('fleiss') };
}

function optionsOf(
  { weights = 'identity', confidence, populationSize }: Analysis,
  categories: Category[],
) {
  const known = isFurtherWeightSet(weights) ? furtherWeights(weights, categories) : weights;
  return { categories, weights: known, confidence, populationSize };
}

/** R trims letters, writes them large and sorts numbers. */
function scaleOf(categories: Category[]): Category[] {
  const scale = categories.map((category) =>
    typeof category === 'string' ? category.trim().toUpperCase() : category,
  );
  return isNumeric(scale) ? scale.toSorted((a, b) => a - b) : scale;
}

function asCategory(rating: Category | null, categories: Category[]): Category | null {
  if (rating === null || rating === '') return null;
  return isNumeric(categories) ? Number(rating) : String(rating).trim().toUpperCase();
}

const isNumeric = (categories: Category[]): categories is number[] =>
  categories.every((category) => typeof category === 'number');

function usedIn(ratings: (Category | null)[][]): Category[] {
  const used = new Set(ratings.flat().filter((rating) => rating !== null));
  return [...used].toSorted();
}

/**
 * On a scale of one category irrCAC takes chance as 1e-15, so that all agree; some of its errors
 * then divide by zero. The product says instead that nothing can be judged.
 */
function onOneCategory(percentAgreement: ReferenceEstimate, weights: Analysis['weights']) {
  const undefinedWeights = weights !== undefined && isNamed(weights) && weights !== 'identity';
  const observed = undefinedWeights
    ? { ...percentAgreement, ...withoutError, pa: null, value: null }
    : percentAgreement;
  const byChance = { ...observed, pe: 1e-15 };
  return {
    percentAgreement: { ...observed, ...withoutError },
    brennanPrediger: byChance,
    gwetAC: { ...byChance, ...withoutError },
    fleissKappa: byChance,
    congerKappa: byChance,
    krippendorffAlpha: { ...byChance, ...withoutError },
  };
}

const isNamed = (weights: unknown) => typeof weights === 'string';
