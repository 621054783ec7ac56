import {
  contributions,
  inDomain,
  requireThat,
  sum,
  varianceOfTotal,
  type Contributions,
  type DesignOptions,
  type SampledStratum,
} from '@app/shared/domain';

export interface SurveyInput {
  strata: {
    id: string | number;
    populationSize?: number | null;
    values: (number | boolean | null)[];
  }[];
  statistic: 'mean' | 'proportion';
  confidence: number;
  finitePopulationCorrection: boolean;
  /** R's option survey.lonely.psu, whose default is fail. */
  singleUnitStrata?: 'fail' | 'adjust' | 'remove' | 'certainty' | 'average';
}

/** The sample as R's svydesign sees it. */
export interface SurveyDesign {
  /** R takes its strata from the rows of the sample: a stratum without any is not there. */
  strata: SampledStratum[];
  options: DesignOptions;
  /** R's two other ways with single units, which the product does not offer. */
  leavesOut: 'remove' | 'average' | null;
}

export function designOf(input: SurveyInput): SurveyDesign {
  const { finitePopulationCorrection, singleUnitStrata = 'fail' } = input;
  const sampled = input.strata.filter(({ values }) => values.length > 0);
  const units = sum(sampled.map(({ values }) => values.length));
  requireThat(units !== 1, 'strata', 'must hold more than one sampled unit, as R asks');
  return {
    strata: sampled.map(({ id, populationSize, values }) => ({
      id: String(id),
      // Without a population R has no weights and gives every unit the same.
      populationSize: populationSize ?? (finitePopulationCorrection ? Number.NaN : values.length),
      values: values.map((value) => (value === null ? null : Number(value))),
    })),
    options: {
      finitePopulationCorrection,
      singleUnitStrata: singleUnitStrata === 'fail' ? 'refuse' : 'adjust',
    },
    leavesOut: leftOut(singleUnitStrata),
  };
}

function leftOut(way: Required<SurveyInput>['singleUnitStrata']): SurveyDesign['leavesOut'] {
  if (way === 'average') return 'average';
  return way === 'remove' || way === 'certainty' ? 'remove' : null;
}

/** What each unit adds to the error of the mean, seen from a centre that R may have put beside it. */
export function residuals({ strata }: SurveyDesign, centre: number): Contributions[] {
  const domain = inDomain(strata);
  const size = sum(contributions(domain, (_, weight) => weight).flatMap(({ values }) => values));
  return contributions(domain, (value, weight) => (weight * (value - centre)) / size);
}

/** `remove` counts a single unit as no variance, `average` as the mean of the other strata's. */
export function errorOf(design: SurveyDesign, strata: Contributions[]): number | null {
  if (design.leavesOut === null) return Math.sqrt(varianceOfTotal(strata, design.options));
  const judged = strata.filter((stratum) => showsSpread(design, stratum));
  if (design.leavesOut === 'remove') return Math.sqrt(varianceOfTotal(judged, design.options));
  if (judged.length === 0) return null;
  return Math.sqrt((strata.length / judged.length) * varianceOfTotal(judged, design.options));
}

function showsSpread({ options }: SurveyDesign, { values, populationSize }: SampledStratum) {
  return values.length > 1 || (options.finitePopulationCorrection === true && populationSize === 1);
}
