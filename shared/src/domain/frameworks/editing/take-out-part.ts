import type { Criterion, FrameworkDefinition } from '../definition.js';
import { titleOfPart, withLists, type PartName } from './part-lists.js';

/**
 * The definition without one thing, and without what means nothing any more: the descriptors of a
 * grade, the citations of a source, an agency among those that score a criterion. What somebody has
 * to decide stays as it is and is a fault until they do: a rule that asks about a field taken out, a
 * cap on a domain taken out, a question whose agency is gone.
 */
export function takeOutPart(definition: FrameworkDefinition, part: PartName): FrameworkDefinition {
  const { kind, key } = part;
  const without = withLists(definition, kind, (list) => list.filter((one) => one.key !== key));
  switch (kind) {
    case 'grade':
      return withoutGrade(without, key);
    case 'agency':
      return withCriteria(without, (criterion) => withoutAgency(criterion, key));
    case 'source':
      return withCriteria(without, (criterion) => ({
        ...criterion,
        citations: criterion.citations.filter(({ source }) => source !== key),
      }));
    case 'tag':
      return withCriteria(without, (criterion) => ({
        ...criterion,
        trainingTags: criterion.trainingTags.filter((tag) => tag !== key),
      }));
    case 'field':
      return withFacts(without, 'setsProfile', key);
    case 'fact':
      return withFacts(without, 'atMost', key);
    default:
      return without;
  }
}

function withoutGrade(definition: FrameworkDefinition, key: string): FrameworkDefinition {
  const { scale } = definition;
  const evidenceRequiredFor = scale.evidenceRequiredFor.filter((one) => one !== key);
  return withCriteria({ ...definition, scale: { ...scale, evidenceRequiredFor } }, (criterion) => ({
    ...criterion,
    descriptors: without(criterion.descriptors, key),
  }));
}

function withoutAgency(criterion: Criterion, key: string): Criterion {
  const agencies = criterion.agencies.filter((one) => one !== key);
  const [first, ...others] = agencies;
  // One that is left alone leads; between several somebody has to choose.
  const leads = criterion.leadAgency === key && first !== undefined && others.length === 0;
  return { ...criterion, agencies, leadAgency: leads ? first : criterion.leadAgency };
}

function withCriteria(
  definition: FrameworkDefinition,
  change: (criterion: Criterion) => Criterion,
): FrameworkDefinition {
  const domains = definition.domains.map((domain) => ({
    ...domain,
    criteria: domain.criteria.map(change),
  }));
  return { ...definition, domains };
}

function withFacts(
  definition: FrameworkDefinition,
  property: 'setsProfile' | 'atMost',
  key: string,
): FrameworkDefinition {
  const facts = definition.facts.map((fact) =>
    fact[property] === key ? without(fact, property) : fact,
  );
  return { ...definition, facts };
}

function without<Part extends object>(part: Part, property: string): Part {
  return Object.fromEntries(Object.entries(part).filter(([name]) => name !== property)) as Part;
}

/** What goes with a thing that is taken out, as a sentence; null when nothing else does. */
export function goesWithIt(definition: FrameworkDefinition, part: PartName): string | null {
  const { kind, key } = part;
  const criteria = definition.domains.flatMap((domain) => domain.criteria);
  const counted = (count: number, one: string, many: string): string | null =>
    count === 0 ? null : `${count} ${count === 1 ? one : many} with it.`;
  switch (kind) {
    case 'domain': {
      const own = definition.domains.find((one) => one.key === key)?.criteria.length ?? 0;
      return counted(own, 'criterion goes', 'criteria go');
    }
    case 'criterion':
      return 'Its descriptors, rule and citations go with it.';
    case 'grade': {
      const told = criteria.filter(({ descriptors }) => descriptors[key] !== undefined).length;
      return counted(told, 'descriptor goes', 'descriptors go');
    }
    case 'agency': {
      const scored = criteria.filter(({ agencies }) => agencies.includes(key)).length;
      const title = titleOfPart(definition, part);
      if (scored === 0) return null;
      return `${title} no longer scores the ${scored} ${scored === 1 ? 'criterion' : 'criteria'} it scores now.`;
    }
    case 'source': {
      const cited = criteria.flatMap(({ citations }) => citations);
      const own = cited.filter(({ source }) => source === key).length;
      return counted(own, 'citation goes', 'citations go');
    }
    default:
      return null;
  }
}
