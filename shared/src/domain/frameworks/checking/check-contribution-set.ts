import type { ProblemError } from '../../problems/index.js';
import type { ContributionSet } from '../contribution-set.js';
import type { FrameworkDefinition } from '../definition.js';

/**
 * Where a contribution set names something that is not there; an empty list when all is.
 *
 * @param plan the EHC plan framework, beside whose grades the answers stand
 */
export function checkContributionSet(
  set: ContributionSet,
  plan: FrameworkDefinition,
): ProblemError[] {
  const criteria = plan.domains.flatMap((domain) => domain.criteria.map(({ key }) => key));
  return [
    ...repeated('scales', set.scales),
    ...repeated('questions', set.questions),
    ...set.questions.flatMap(({ scale: scaleKey, choices, readAgainst }, at) => {
      const path = `questions.${at}`;
      const scale = set.scales.find(({ key }) => key === scaleKey);
      return [
        ...(scale ? [] : [{ path: `${path}.scale`, message: `There is no scale “${scaleKey}”` }]),
        ...((scale?.type === 'several') === (choices !== undefined)
          ? []
          : [{ path: `${path}.choices`, message: 'Choices belong to the scale “several” alone' }]),
        ...readAgainst
          .filter((key) => !criteria.includes(key))
          .map((key) => ({
            path: `${path}.readAgainst`,
            message: `The EHC plan framework has no criterion “${key}”`,
          })),
      ];
    }),
    ...set.indicators.flatMap(({ rule }, at) => {
      const item = set.questions.find(({ key }) => key === rule.item);
      const scale = set.scales.find(({ key }) => key === item?.scale);
      if (scale?.type === 'number' || scale?.type === 'graded') return [];
      const message = 'A mean is worked out from a question answered with a number or a grade';
      return [{ path: `indicators.${at}.rule`, message }];
    }),
  ];
}

function repeated(path: string, list: readonly { key: string }[]): ProblemError[] {
  return list.flatMap(({ key }, at) =>
    list.findIndex((one) => one.key === key) < at
      ? [{ path: `${path}.${at}.key`, message: `The key “${key}” is used already` }]
      : [],
  );
}
