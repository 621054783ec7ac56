import type { FrameworkDefinition, PlacedFault } from '@app/shared/domain';
import type { Task } from '../../components/task-list';
import { counted } from '../../platform/counted';
import { listedKinds, listedParts, type ListedKind } from './part-kinds';

interface TaskPart {
  key: string;
  title: string;
  hint: string;
  steps: readonly string[];
}

export interface TaskGroup {
  heading: string;
  tasks: Task[];
}

/** The parts of a draft with how many things are to be put right in each, and what leads there. */
export function draftTasks(
  definition: FrameworkDefinition,
  faults: readonly PlacedFault[],
  address: string,
): TaskGroup[] {
  const { scale, domains } = definition;
  const listed = (kind: ListedKind): TaskPart => {
    const { step, title } = listedKinds[kind];
    const count = listedParts(definition, kind).length;
    return { key: step, title, hint: count === 0 ? 'None' : String(count), steps: [step] };
  };
  const labels = scale.grades.map(({ label }) => label).join(', ');
  const groups: [string, TaskPart[]][] = [
    [
      'The framework',
      [
        ...[
          part('about', 'About the framework', definition.unitTitle),
          part('scale', 'Grade scale', labels),
        ],
        listed('agency'),
        listed('field'),
      ],
    ],
    [
      'What is scored',
      [
        part('domains', 'Domains and their weights', weightsInWords(definition)),
        ...domains.map(({ key, title, weight, criteria }) => ({
          key: `domain-${key}`,
          title: title || 'Domain without a title',
          hint: `${counted(criteria.length, 'criterion', 'criteria')}, weight ${weight}`,
          steps: ['domains', key],
        })),
        listed('cap'),
      ],
    ],
    ['What is counted', [listed('fact'), listed('indicator')]],
    ['What it refers to', [listed('source'), listed('tag')]],
  ];
  return groups.map(([heading, parts]) => ({
    heading,
    tasks: parts.map((one) => taskOf(one, faults, address)),
  }));
}

function part(key: string, title: string, hint: string): TaskPart {
  return { key, title, hint, steps: [key] };
}

function taskOf(part: TaskPart, faults: readonly PlacedFault[], address: string): Task {
  const { key, title, hint, steps } = part;
  const own = faults.filter(({ part: where }) => isBelow(where.address, steps)).length;
  const link = [address, ...steps].join('/');
  const task = { key, title, link, ...(hint === '' ? {} : { hint }) };
  return own === 0
    ? { ...task, status: 'Nothing to put right' }
    : { ...task, status: `${counted(own, 'thing', 'things')} to put right`, tone: 'yellow' };
}

/** A domain answers for its criteria, the list of domains for the weights alone. */
function isBelow(address: readonly string[], steps: readonly string[]): boolean {
  if (steps.join() === 'domains') return address.join() === 'domains';
  return steps.every((step, at) => address[at] === step);
}

function weightsInWords({ domains }: FrameworkDefinition): string {
  if (domains.length === 0) return 'No domain yet';
  const sum = domains.reduce((total, { weight }) => total + weight, 0);
  return `${counted(domains.length, 'domain', 'domains')}, weights sum to ${sum}`;
}
