import { count, exactPercent, plans, points } from '../numbers/index.js';

import {
  expectedPrecision,
  sizeForChange,
  sizeForPrecision,
  type SampleAssumptions,
  type WantedChange,
  type WantedPrecision,
} from './sample-size.js';

/*
 * What a lead reads beside the numbers. Each sentence is complete, so that a page cannot drop the
 * condition a number holds under.
 */

/**
 * What a sample will show, for the page that plans the draw.
 *
 * @throws InvalidInput as `expectedPrecision` does
 * @example sayExpectedPrecision(30, { populationSize: 1500 })
 * // '30 of 1,500 plans give a share of all plans to within about ±17 points (95% confidence).'
 */
export function sayExpectedPrecision(size: number, assumptions: SampleAssumptions): string {
  const { halfWidth } = expectedPrecision(size, assumptions);
  const sampled = plansOf(size, assumptions);
  if (size === assumptions.populationSize) {
    return `${sampled} is all of them: the share is known without sampling error.`;
  }
  return (
    `${sampled} give a share of all plans to within about ±${points(halfWidth)} ` +
    `(${confidenceOf(assumptions)}).`
  );
}

/**
 * What it takes to know a share to within a margin.
 *
 * @throws InvalidInput as `sizeForPrecision` does
 * @example saySizeForPrecision({ marginOfError: 0.1, populationSize: 412 })
 * // 'To know a share to within ±10 points (95% confidence), review 79 of 412 plans.'
 */
export function saySizeForPrecision(wanted: WantedPrecision): string {
  const { size } = sizeForPrecision(wanted);
  return (
    `To know a share to within ±${points(wanted.marginOfError)} ` +
    `(${confidenceOf(wanted)}), review ${plansOf(size, wanted)}.`
  );
}

/**
 * What it takes to see a change between two periods.
 *
 * @throws InvalidInput as `sizeForChange` does
 * @example saySizeForChange({ change: 0.2, populationSize: 1500 })
 * // 'To see a change of 20 points between two periods with a chance of 80%, review 93 of 1,500
 * // plans in each.'
 */
export function saySizeForChange(wanted: WantedChange): string {
  const { size } = sizeForChange(wanted);
  return (
    `To see a change of ${points(wanted.change)} between two periods with a chance of ` +
    `${exactPercent(wanted.power ?? 0.8)}, review ${plansOf(size, wanted)} in each.`
  );
}

function plansOf(size: number, { populationSize }: SampleAssumptions): string {
  return populationSize === null ? plans(size) : `${count(size)} of ${plans(populationSize)}`;
}

const confidenceOf = ({ confidence = 0.95 }: SampleAssumptions) =>
  `${exactPercent(confidence)} confidence`;
