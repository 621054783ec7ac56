import { scoreAudit, type FrameworkDefinition } from '@app/shared/domain';

import type { Benchmark } from './measure.ts';

const list = <Item>(length: number, item: (index: number) => Item) =>
  Array.from({ length }, (_, index) => item(index));

const points = [4, 3, 2, 1];
const grades = points.map((own) => ({
  ...{ key: `grade-${own}`, label: `Grade ${own}`, neutralLabel: `Level ${own}` },
  ...{ points: own, from: own === 1 ? 0 : own - 0.25 },
}));

/** Ten domains of twenty criteria; of each only what scoring reads. */
const definition = {
  scale: { grades, meetsFrom: 'grade-3', evidenceRequiredFor: [] },
  domains: list(10, (domain) => ({
    ...{ key: `domain-${domain}`, weight: 10 },
    criteria: list(20, (place) => ({
      ...{ key: `criterion-${domain}-${place}`, weight: 1 + ((domain + 3 * place) % 10) },
      critical: place < 2,
    })),
  })),
  caps: list(5, (cap) => ({
    ...{ key: `cap-${cap}`, ceiling: 'grade-2', because: 'The plan cannot be good.' },
    when: { countOf: 'critical', atOrBelow: 'grade-1', atLeast: cap + 1 },
  })),
} as unknown as FrameworkDefinition;

const audits = list(100, (audit) =>
  Object.fromEntries(
    definition.domains
      .flatMap(({ criteria }) => criteria)
      .map(({ key }, place) => [key, `grade-${1 + ((audit + place * place) % 4)}`]),
  ),
);

/** What a moderator's page does at every change, and a comparison of versions for every audit. */
export const scoringBenchmarks: Benchmark[] = [
  {
    title: '100 audits of 200 criteria scored, with five caps',
    wantedMs: 20,
    work: () => audits.map((outcomes) => scoreAudit(definition, outcomes)),
  },
];
