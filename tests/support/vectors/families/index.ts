import { byKind, type Family } from '../family.ts';
import {
  computeBenchmarks,
  computeCounts,
  computeKrippendorff,
  computeRaw,
  computeTwoRaters,
} from './agreement.ts';
import {
  computeCochranMantelHaenszel,
  computeIndependentEstimates,
  computeTrend,
  computeTwoSample,
} from './changes.ts';
import { computeBaselineChart, computeXmr } from './charts.ts';
import { auditSuppression, protectSuppression } from './disclosure.ts';
import { computeDistribution } from './distributions.ts';
import { computeFinitePopulationExact, computeInterval } from './proportions.ts';
import {
  computeAllocation,
  computeDraw,
  computeGenerator,
  computeNumbers,
  computeSampleSize,
} from './sampling.ts';
import { computeSurvey } from './survey-stratified.ts';

/** A family is the name of a file without `.json`. */
export const families: Readonly<Record<string, Family>> = {
  distributions: byKind({ '': computeDistribution }),
  'irr-benchmark': byKind({ '': computeBenchmarks }),
  'irr-counts': byKind({ '': computeCounts }),
  'irr-krippendorff': byKind({ '': computeKrippendorff }),
  'irr-raw': byKind({ '': computeRaw }),
  'irr-two-raters': byKind({ '': computeTwoRaters }),
  'proportions-and-sample-size': byKind({
    allocation: computeAllocation,
    finitePopulationExact: computeFinitePopulationExact,
    interval: computeInterval,
    sampleSize: computeSampleSize,
  }),
  'sampling-prn': byKind({
    draw: computeDraw,
    generator: computeGenerator,
    prn: computeNumbers,
  }),
  'spc-p-and-run-charts': byKind({ '': computeBaselineChart }),
  'spc-xmr': byKind({ '': computeXmr }),
  suppression: byKind({ audit: auditSuppression, protect: protectSuppression }),
  'trend-and-change': byKind({
    cmh: computeCochranMantelHaenszel,
    independentEstimates: computeIndependentEstimates,
    trend: computeTrend,
    twoSample: computeTwoSample,
  }),
  'survey-stratified': byKind({ '': computeSurvey }),
};
