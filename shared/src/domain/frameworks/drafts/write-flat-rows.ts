import type { Criterion, Domain, FrameworkDefinition } from '../definition.js';
import { flatColumnNames, type FlatColumnName } from './flat-columns.js';

/**
 * A framework in the flat form that `readFlatCsv` reads, one criterion a row. Rules of applicability,
 * caps, facts, points, bands, citations and the like have no place in it and are left out; the file
 * format of frameworks holds them. A domain, grade or agency that shares its title with another, and
 * an agency with ; or / in it, is not told apart when the file is read again.
 *
 * @example toFlatRows(definition).header.slice(0, 3) // ['domain', 'domain weight', 'criterion']
 */
export function toFlatRows(definition: FrameworkDefinition): {
  header: string[];
  rows: string[][];
} {
  const { grades } = definition.scale;
  const rows = definition.domains.flatMap((domain) =>
    domain.criteria.map((criterion) => {
      const cells = cellsOf(definition, domain, criterion);
      return [
        ...flatColumnNames.map((column) => cells[column]),
        ...grades.map(({ key }) => criterion.descriptors[key] ?? ''),
      ];
    }),
  );
  return { header: [...flatColumnNames, ...grades.map(({ label }) => label)], rows };
}

function cellsOf(
  { agencies }: FrameworkDefinition,
  domain: Domain,
  criterion: Criterion,
): Record<FlatColumnName, string> {
  const title = (key: string) => agencies.find((agency) => agency.key === key)?.title ?? key;
  return {
    domain: domain.title,
    'domain weight': String(domain.weight),
    criterion: criterion.title,
    question: criterion.question,
    agencies: criterion.agencies.map(title).join('; '),
    lead: title(criterion.leadAgency),
    sections: criterion.sections.join('; '),
    weight: String(criterion.weight),
    critical: criterion.critical ? 'yes' : 'no',
  };
}
