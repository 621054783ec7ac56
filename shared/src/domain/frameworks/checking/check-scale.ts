import type { ProblemError } from '../../problems/index.js';
import { nonGrades, type Cap, type FrameworkDefinition, type Scale } from '../definition.js';
import { frameworkLimits } from '../limits.js';

/** Points and bands fall together, so that a plan with one grade throughout earns that grade. */
export function checkScale(scale: Scale): ProblemError[] {
  const { grades } = scale;
  const known = grades.map(({ key }) => key);
  const outcomes: string[] = [...known, ...nonGrades];
  return [
    ...grades.flatMap((_grade, at) => gradeFaults(scale, at)),
    ...(known.includes(scale.meetsFrom) ? [] : [unknownGrade('scale.meetsFrom', scale.meetsFrom)]),
    ...scale.evidenceRequiredFor.flatMap((key, at) =>
      outcomes.includes(key) ? [] : [unknownGrade(`scale.evidenceRequiredFor.${at}`, key)],
    ),
  ];
}

function gradeFaults({ grades }: Scale, at: number): ProblemError[] {
  const grade = grades[at];
  if (!grade) return [];
  const better = grades[at - 1];
  const lower = grades[at + 1];
  const { label, points, from } = grade;
  const faults: [boolean, 'points' | 'from', string][] = [
    [
      !Number.isInteger(points) || points < 0 || points > frameworkLimits.pointsMax,
      'points',
      `Points must be a whole number from 0 to ${frameworkLimits.pointsMax}`,
    ],
    [
      better !== undefined && points >= better.points,
      'points',
      `${label} must have fewer points than ${better?.label ?? ''}, which is better`,
    ],
    [
      Math.abs(from * 100 - Math.round(from * 100)) > 1e-9,
      'from',
      'A band must have at most two decimals',
    ],
    [
      better !== undefined && from >= better.from,
      'from',
      `The band of ${label} must begin below that of ${better?.label ?? ''}`,
    ],
    [
      lower === undefined && from !== 0,
      'from',
      `${label} is the lowest grade, so its band must begin at 0`,
    ],
    [
      from > points,
      'from',
      `The band must begin at ${points} or lower: a plan with ${label} throughout is ${label}`,
    ],
    [
      lower !== undefined && from <= lower.points,
      'from',
      `The band must begin above ${lower?.points ?? 0}: a plan with ${lower?.label ?? ''} throughout is not ${label}`,
    ],
  ];
  return faults.flatMap(([isBroken, name, message]) =>
    isBroken ? [{ path: `scale.grades.${at}.${name}`, message }] : [],
  );
}

/** Caps name grades and domains that are there. */
export function checkCaps({ caps, scale, domains }: FrameworkDefinition): ProblemError[] {
  const known = scale.grades.map(({ key }) => key);
  return caps.flatMap((cap, at) => [
    ...(known.includes(cap.ceiling) ? [] : [unknownGrade(`caps.${at}.ceiling`, cap.ceiling)]),
    ...(known.includes(cap.when.atOrBelow)
      ? []
      : [unknownGrade(`caps.${at}.when.atOrBelow`, cap.when.atOrBelow)]),
    ...whenFaults(cap, `caps.${at}.when`, domains),
    ...(cap.ceiling === known[0]
      ? [
          {
            path: `caps.${at}.ceiling`,
            message: 'The best grade limits nothing. Choose a lower one',
          },
        ]
      : []),
  ]);
}

function whenFaults(
  { when }: Cap,
  path: string,
  domains: FrameworkDefinition['domains'],
): ProblemError[] {
  if ('domain' in when) {
    const isKnown = domains.some(({ key }) => key === when.domain);
    const message = `There is no domain “${when.domain}”. Choose one of this framework`;
    return isKnown ? [] : [{ path: `${path}.domain`, message }];
  }
  const critical = domains.flatMap(({ criteria }) => criteria).filter((one) => one.critical).length;
  if (Number.isInteger(when.atLeast) && when.atLeast >= 1 && when.atLeast <= critical) return [];
  const message =
    critical === 0
      ? 'There are no critical criteria. Mark some, or take the cap out'
      : `The number must be from 1 to ${critical}, the number of critical criteria`;
  return [{ path: `${path}.atLeast`, message }];
}

function unknownGrade(path: string, key: string): ProblemError {
  return { path, message: `There is no grade “${key}”. Choose one of the scale` };
}
