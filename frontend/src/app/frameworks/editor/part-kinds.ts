import {
  capInWords,
  indicatorInWords,
  type FrameworkDefinition,
  type PartKind,
} from '@app/shared/domain';
import { agencyTitle, factInWords, sourceInWords } from '../framework-version-words';
import type { ListedPart } from './part-list';

/** The kinds that have a page with their list and a page for each. */
export const listedKinds = {
  agency: {
    step: 'agencies',
    title: 'Agencies',
    lede: 'Who scores. An agency’s key never changes, whatever it is called.',
  },
  field: {
    step: 'questions',
    title: 'Questions before scoring',
    lede: 'What must be known about the plan before a rule can say that a criterion does not apply: from the plan register, answered before scoring, or worked out from both.',
  },
  fact: {
    step: 'facts',
    title: 'Counted facts',
    lede: 'Recorded with each audit and never graded, so that rates survive a change of auditor.',
  },
  indicator: {
    step: 'indicators',
    title: 'Indicators',
    lede: 'Rates worked out from counted facts and questions before scoring.',
  },
  cap: {
    step: 'caps',
    title: 'Caps on the overall grade',
    lede: 'What limits the overall grade, whatever the mean of points. The lowest ceiling wins.',
  },
  source: {
    step: 'sources',
    title: 'Sources',
    lede: 'What criteria cite: statute, the code, guidance, research.',
  },
  tag: {
    step: 'tags',
    title: 'Training tags',
    lede: 'What training a low grade points to. Criteria carry them.',
  },
} as const satisfies Partial<Record<PartKind, { step: string; title: string; lede: string }>>;

export type ListedKind = keyof typeof listedKinds;

/** The things of a kind as their list shows them. */
export function listedParts(definition: FrameworkDefinition, kind: ListedKind): ListedPart[] {
  switch (kind) {
    case 'agency':
      return definition.agencies.map(({ key, title }) => {
        const criteria = definition.domains.flatMap((domain) => domain.criteria);
        const own = criteria.filter(({ agencies }) => agencies.includes(key)).length;
        return { key, title, note: `Scores ${own} of ${criteria.length} criteria` };
      });
    case 'field':
      return definition.profileFields.map((field) => ({
        ...{ key: field.key, title: field.title },
        note: sourceInWords(field, definition).join(' '),
      }));
    case 'fact':
      return definition.facts.map((fact) => ({
        ...{ key: fact.key, title: fact.title },
        note: [agencyTitle(definition, fact.owner), ...factInWords(fact, definition)].join('. '),
      }));
    case 'indicator':
      return definition.indicators.map((indicator) => ({
        ...{ key: indicator.key, title: indicator.title },
        note: indicatorInWords(indicator, definition),
      }));
    case 'cap':
      return definition.caps.map((cap, at) => ({
        ...{ key: cap.key, title: `Cap ${at + 1}` },
        note: capInWords(cap, definition),
      }));
    case 'source':
      return definition.sources.map(({ key, title, url }) => ({ key, title, note: url }));
    case 'tag':
      return definition.trainingTags.map(({ key, title }) => ({ key, title }));
  }
}
