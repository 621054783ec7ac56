import {
  firmLimitsFrom,
  individualsChart,
  pChart,
  pPrimeChart,
  runChart,
  sharesOfPeriods,
  xmrChart,
  type BaselineChart,
  type BaselineOptions,
  type ImprovementDirection,
  type RunsAnalysis,
  type Series,
  type SpecialCause,
  type TwoInThree,
  type VariationIcon,
  type XmrChart,
  type XmrPoint,
} from '@app/shared/domain';

interface XmrInput {
  values: Series;
  improvementDirection?: ImprovementDirection;
  screenOutliers?: boolean;
  target?: number | null;
  fixAfterNPoints?: number | null;
  rebaseAtIndex?: number[] | null;
}

/** Both packages pass over indexes that are not in the data, where the product refuses them. */
function withinData(indexes: readonly number[] | null | undefined, length: number): number[] {
  return (indexes ?? []).filter((index) => index >= 0 && index < length);
}

export function computeXmr(input: XmrInput): unknown {
  const { values } = input;
  const draw = (twoInThree: TwoInThree) =>
    xmrChart(values, {
      improvementDirection: input.improvementDirection ?? 'increase',
      target: input.target,
      fixAfter: input.fixAfterNPoints,
      rebaseAt: withinData(input.rebaseAtIndex, values.length),
      screensMovingRanges: input.screenOutliers,
      twoInThree,
      behaviour: 'NHSRplotthedots',
    });
  const chart = draw('near');
  const { points } = chart;
  return {
    segments: chart.segments.map(({ from, to, mean, limits }) => ({
      fromIndex: from,
      toIndex: to,
      n: to - from + 1,
      mean,
      lowerLimit: limits?.lower ?? null,
      upperLimit: limits?.upper ?? null,
      shortGroupWarning: to - from + 1 < firmLimitsFrom,
    })),
    relativeToMean: points.map(({ side }) => side),
    outsideLimits: points.map(({ position }) => position && position === 'outside'),
    closeToLimits: points.map(({ position }) => position && position === 'near'),
    specialCauseType: points.map(specialCauseLabel),
    specialCauseTypeMdc2023: draw('nearOrOutside').points.map(specialCauseLabel),
    pointType: points.map(pointType),
    variationIcon: variationIcon(chart),
    ...assurance(chart),
  };
}

const labels: Record<SpecialCause['rule'], Record<SpecialCause['direction'], string>> = {
  outside: { high: 'Above UCL', low: 'Below LCL' },
  trend: { high: '7 Point Trend (Increasing)', low: '7 Point Trend (Decreasing)' },
  twoInThree: { high: '2 in 3 Above CL', low: '2 in 3 Below CL' },
  shift: { high: '7 Points Above CL', low: '7 Points Below CL' },
};

function specialCauseLabel({ specialCause }: XmrPoint): string {
  return specialCause === null ? 'Common Cause' : labels[specialCause.rule][specialCause.direction];
}

function pointType({ meaning, specialCause }: XmrPoint): string {
  if (meaning === null || specialCause === null) return 'common_cause';
  const isNeutral = meaning === 'neutral';
  return `special_cause_${meaning}${isNeutral ? `_${specialCause.direction}` : ''}`;
}

const icons: Record<VariationIcon, string> = {
  commonCause: 'common_cause',
  improvementHigh: 'improvement_high',
  improvementLow: 'improvement_low',
  concernHigh: 'concern_high',
  concernLow: 'concern_low',
  neutralHigh: 'neutral_high',
  neutralLow: 'neutral_low',
};

function variationIcon({ variation }: XmrChart): string {
  return variation.outcome === 'judged' ? icons[variation.icon] : icons.commonCause;
}

const assuranceTypes = { pass: 'consistent_pass', fail: 'consistent_fail' };

function assurance({ assurance: judged }: XmrChart) {
  if (judged.outcome === 'cannotBeJudged') return { assuranceType: null, assuranceIcon: null };
  if (judged.result === 'hitAndMiss') {
    return { assuranceType: 'inconsistent', assuranceIcon: 'inconsistent' };
  }
  return { assuranceType: assuranceTypes[judged.result], assuranceIcon: judged.result };
}

interface BaselineInput {
  chart: string;
  values?: Series;
  numerators?: Series;
  denominators?: Series;
  screenMovingRanges?: boolean;
  baselineFirstN?: number | null;
  newPartStartsAtIndex?: number[] | null;
  excludedIndexes?: number[] | null;
}

export function computeBaselineChart(input: BaselineInput): unknown {
  const { points, parts } = drawBaselineChart(input);
  return {
    value: points.map(({ value }) => value),
    centre: points.map(({ centre }) => centre),
    lower: points.map(({ limits }) => limits?.lower ?? null),
    upper: points.map(({ limits }) => limits?.upper ?? null),
    lower2sigma: points.map(({ nearLimits }) => nearLimits?.lower ?? null),
    upper2sigma: points.map(({ nearLimits }) => nearLimits?.upper ?? null),
    sigmaSignal: points.map(({ isOutside }) => isOutside),
    parts: parts.map(({ from, to, runs }) => ({ fromIndex: from, toIndex: to, ...runsOf(runs) })),
  };
}

function drawBaselineChart(input: BaselineInput): BaselineChart {
  const { chart, numerators = [], denominators = [] } = input;
  const values = input.values ?? sharesOfPeriods(numerators, denominators);
  const options: BaselineOptions & { screensMovingRanges?: boolean } = {
    baselineFirst: input.baselineFirstN,
    newPartsAt: withinData(input.newPartStartsAtIndex, values.length),
    excluded: withinData(input.excludedIndexes, values.length),
    screensMovingRanges: input.screenMovingRanges,
    behaviour: 'qicharts2',
  };
  if (chart === 'p') return pChart(numerators, denominators, options);
  if (chart === 'pp') return pPrimeChart(numerators, denominators, options);
  if (chart === 'i') return individualsChart(values, options);
  if (chart === 'run') return runChart(values, options);
  throw new Error(`The chart ${chart} is not known.`);
}

function runsOf(runs: RunsAnalysis) {
  const isJudged = runs.outcome === 'judged';
  return {
    nObs: runs.observations,
    nUseful: runs.useful,
    longestRun: isJudged ? runs.longestRun : null,
    longestRunMax: isJudged ? runs.longestRunAllowed : null,
    crossings: isJudged ? runs.crossings : null,
    crossingsMin: isJudged ? runs.crossingsNeeded : null,
    runsSignal: isJudged && runs.signal,
  };
}
