import {
  exactInterval,
  givenValues,
  inDomain,
  normalCdf,
  normalQuantile,
  reachInErrors,
  scoreInterval,
  sum,
  tInterval,
  tQuantile,
  weightOf,
  xlogitInterval,
  type DesignEstimate,
} from '@app/shared/domain';

import { pair } from './proportions.ts';
import { errorOf, residuals, type SurveyDesign } from './survey-design.ts';

type Ends = [number, number];

/** One more and R's exp() is infinite, which makes the upper end NaN. */
const largestExponent = Math.log(Number.MAX_VALUE);

/** R's svyciprop by every method; only xlogit is the product's. */
export function intervalsByMethod(
  design: SurveyDesign,
  estimate: DesignEstimate & { respondents: number },
  confidence: number,
) {
  const symmetric = tInterval(estimate, confidence);
  const mean = symmetric ? pair(symmetric) : 'undefined';
  const reach = reachInErrors(estimate.degreesOfFreedom, confidence);
  const judged = reach !== null && estimate.standardError > 0;
  const by = (ends: (reach: number) => Ends) => (judged ? numbersOnly(ends(reach)) : 'undefined');
  return {
    logit: by(() => logit(design, estimate, confidence)),
    xlogit: by((errors) => xlogit(estimate, errors, confidence)),
    asin: by((errors) => arcsine(estimate, errors)),
    beta: by((errors) => kornGraubard(estimate, errors, confidence)),
    mean,
    wilson: by((errors) => {
      const { estimate: share, standardError } = estimate;
      return pair(scoreInterval(share, (share * (1 - share)) / standardError ** 2, errors));
    }),
  };
}

const numbersOnly = (ends: Ends) => (ends.some(Number.isNaN) ? 'undefined' : ends);

function xlogit(estimate: DesignEstimate, reach: number, confidence: number): Ends {
  const { estimate: share, standardError } = estimate;
  const furthest = logOdds(share) + (reach * standardError) / (share * (1 - share));
  const interval = furthest < largestExponent ? xlogitInterval(estimate, confidence) : null;
  return interval ? pair(interval) : [Number.NaN, Number.NaN];
}

/** As R leaves it: an error that reaches round the quarter circle is not held back. */
function arcsine({ estimate: share, standardError }: DesignEstimate, reach: number): Ends {
  const angle = Math.asin(Math.sqrt(share));
  const distance = (reach * standardError) / (2 * Math.sqrt(share * (1 - share)));
  return [Math.sin(angle - distance) ** 2, Math.sin(angle + distance) ** 2];
}

function kornGraubard(
  { estimate: share, standardError, respondents }: DesignEstimate & { respondents: number },
  reach: number,
  confidence: number,
): Ends {
  const simpleReach = -tQuantile((1 - confidence) / 2, respondents - 1);
  const size = ((share * (1 - share)) / standardError ** 2) * (simpleReach / reach) ** 2;
  return pair(exactInterval(share, size, confidence));
}

/** R's logit: a logistic regression, so the share is where its steps ended, not the exact mean. */
function logit(
  design: SurveyDesign,
  { degreesOfFreedom }: DesignEstimate,
  confidence: number,
): Ends {
  const share = fittedShare(design);
  const error = (errorOf(design, residuals(design, share)) ?? Number.NaN) / (share * (1 - share));
  // svyglm turns t into a normal level and back; a tail that 1 minus it cannot hold is infinite.
  const level = 1 - 2 * normalCdf(tQuantile((1 - confidence) / 2, degreesOfFreedom));
  const tail = (1 - level) / 2;
  const end = (p: number) => Math.exp(logOdds(share) + error * normalQuantile(p));
  const [lower, upper] = [end(tail), end(1 - tail)];
  return [lower / (1 + lower), upper / (1 + upper)];
}

/**
 * R's glm.fit for a quasibinomial model with nothing but an intercept: iteratively reweighted
 * least squares from (wy + 1/2) / (w + 1) until the deviance changes by less than 1e-8 of itself.
 */
function fittedShare({ strata }: SurveyDesign): number {
  const raw = inDomain(strata).flatMap((stratum) =>
    givenValues(stratum.values).map((y) => ({ y, weight: weightOf(stratum) })),
  );
  const scale = sum(raw.map(({ weight }) => weight)) / raw.length;
  const units = raw.map(({ y, weight }) => ({ y, weight: weight / scale }));
  let shares = units.map(({ y, weight }) => (weight * y + 0.5) / (weight + 1));
  let deviance = devianceOf(units, shares);
  for (let step = 1; step <= 25; step += 1) {
    const working = units.map(({ y, weight }, index) => {
      const share = shares[index] ?? Number.NaN;
      const variance = share * (1 - share);
      return { target: logOdds(share) + (y - share) / variance, weight: weight * variance };
    });
    const fitted =
      sum(working.map(({ target, weight }) => target * weight)) /
      sum(working.map(({ weight }) => weight));
    shares = units.map(() => 1 / (1 + Math.exp(-fitted)));
    const before = deviance;
    deviance = devianceOf(units, shares);
    if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < 1e-8) break;
  }
  return shares[0] ?? Number.NaN;
}

function devianceOf(units: { y: number; weight: number }[], shares: number[]): number {
  return sum(
    units.map(({ y, weight }, index) => {
      const share = shares[index] ?? Number.NaN;
      return -2 * weight * (y === 0 ? Math.log1p(-share) : Math.log(share));
    }),
  );
}

const logOdds = (share: number) => Math.log(share / (1 - share));
