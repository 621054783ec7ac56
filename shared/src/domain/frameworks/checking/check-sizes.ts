import type { ProblemError } from '../../problems/index.js';
import type { FrameworkDefinition } from '../definition.js';
import { frameworkLimits as limits } from '../limits.js';

/** How many there may be of each thing, and how long each text may be. */
export function checkSizes(definition: FrameworkDefinition): ProblemError[] {
  return [...countFaults(definition), ...textFaults(definition)];
}

type Count = [path: string, list: readonly unknown[], min: number, max: number, what: string];

function countFaults(definition: FrameworkDefinition): ProblemError[] {
  const { agencies, scale, domains, caps, profileFields, facts, indicators } = definition;
  const counts: Count[] = [
    ['scale.grades', scale.grades, limits.gradesMin, limits.gradesMax, 'grades'],
    ['agencies', agencies, 1, limits.agenciesMax, 'agencies'],
    ['profileFields', profileFields, 0, limits.profileFieldsMax, 'profile fields'],
    ['domains', domains, limits.domainsMin, limits.domainsMax, 'domains'],
    ['facts', facts, 0, limits.factsMax, 'counted facts'],
    ['indicators', indicators, 0, limits.indicatorsMax, 'indicators'],
    ['caps', caps, 0, limits.capsMax, 'caps'],
    ['sources', definition.sources, 0, limits.sourcesMax, 'sources'],
    ['trainingTags', definition.trainingTags, 0, limits.tagsMax, 'training tags'],
  ];
  domains.forEach(({ criteria }, at) => {
    counts.push([`domains.${at}.criteria`, criteria, 1, limits.criteriaMax, 'criteria']);
    criteria.forEach(({ citations }, place) => {
      const path = `domains.${at}.criteria.${place}.citations`;
      counts.push([path, citations, 0, limits.citationsMax, 'citations']);
    });
  });
  for (const [name, list] of Object.entries({ profileFields, facts })) {
    list.forEach(({ type, choices }, at) => {
      const path = `${name}.${at}.choices`;
      if (type === 'choice' || type === 'several') {
        counts.push([path, choices ?? [], limits.choicesMin, limits.choicesMax, 'choices']);
      } else if (choices) {
        counts.push([path, choices, 0, 0, 'choices']);
      }
    });
  }
  return counts.flatMap(countFault);
}

function countFault([path, list, min, max, what]: Count): ProblemError[] {
  if (list.length >= min && list.length <= max) return [];
  if (max === 0) return [{ path, message: `There must be no ${what} here. Take them out` }];
  const range = min === 0 ? `at most ${max}` : `${min} to ${max}`;
  return [{ path, message: `There must be ${range} ${what}, not ${list.length}` }];
}

/** The longest text by the name of its property; any other text may be of the greatest length. */
const longest: Readonly<Record<string, number>> = {
  key: limits.keyMax,
  title: limits.titleMax,
  label: limits.titleMax,
  neutralLabel: limits.titleMax,
  shortTitle: limits.shortTitleMax,
  question: limits.lineMax,
  url: limits.lineMax,
};

function textFaults(value: unknown, path = '', name = ''): ProblemError[] {
  if (typeof value === 'string') return textFault(value, path, name);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textFaults(part, path === '' ? key : `${path}.${key}`, key),
  );
}

function textFault(text: string, path: string, name: string): ProblemError[] {
  // A source is cited under the title it was published with.
  const isSource = path.startsWith('sources.') && name === 'title';
  const max = isSource ? limits.lineMax : (longest[name] ?? limits.textMax);
  if (text.trim() === '') return [{ path, message: 'Enter a text' }];
  if (text.length <= max) return [];
  const { length } = [...text];
  if (length <= max) return [];
  const message = `This has ${length} characters. Shorten it to ${max} or fewer`;
  return [{ path, message }];
}
