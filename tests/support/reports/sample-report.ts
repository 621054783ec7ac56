import {
  compileQuarter,
  compileReport,
  quarterAfter,
  withLeadsWords,
  type CompiledQuarter,
  type FrameworkDefinition,
  type LearningReport,
  type LeadsWords,
  type ReportSources,
  type RoundResults,
} from '@app/shared/domain';
import { roundsOfResults } from '../builders/closed-quarters.ts';

const ownQuarter = '2026-27-Q2';

export interface SampleWanted {
  definition: FrameworkDefinition;
  seed?: number;
  /** Quarters that are closed, the report's own among them. */
  count?: number;
  words?: Partial<LeadsWords>;
  sources?: Partial<ReportSources>;
}

/** A published report on generated results, the same each time, without a database. */
export function sampleReport({
  words = {},
  sources: changed = {},
  ...wanted
}: SampleWanted): LearningReport {
  const compiled = compileReport({ ...sampleSources(wanted), ...changed });
  const none = { headline: null, better: null, notBetter: null };
  const report = withLeadsWords(compiled, { ...none, ...words }, decisionsAsked);
  return { ...report, publishedOn: '2026-10-14' };
}

/** All that the sample is compiled from: eight quarters of a partnership of 1,500 plans. */
export function sampleSources({
  definition,
  seed = 2026,
  count = 8,
}: Pick<SampleWanted, 'definition' | 'seed' | 'count'>): ReportSources {
  const rounds = roundsOfResults(definition, 'version-1', { count, last: ownQuarter, seed });
  const round = rounds.at(-1);
  if (!round) throw new Error('count must be 1 or more');
  return {
    definition,
    framework: { number: 1, hash: '3a'.repeat(32) },
    partnership: { name: 'Ashbourne Vale SEND Partnership', colour: '#12304a' },
    edition: 1,
    round,
    coverage: coverageOf(round),
    draw: { drawnOn: '2026-07-14', seedCommitment: '9c'.repeat(32) },
    quarters: compiledForReaders(definition, rounds),
    feedback: { correctedNow: 24, atNextReview: 17, notPossible: 6, unanswered: 11 },
    last: {
      quarter: quarterAfter(ownQuarter, -1),
      decisions: lastDecisions,
      weakest: [{ key: 'care-provision-specific', inARow: 3 }],
    },
  };
}

function coverageOf({ strata, results }: RoundResults): ReportSources['coverage'] {
  return strata.map(({ key, populationSize }) => {
    const ofStratum = results.filter(({ stratum }) => stratum === key);
    const graded = ofStratum.filter(({ status }) => status === 'graded').length;
    const partial = ofStratum.length - graded;
    return {
      ...{ stratum: key, population: populationSize, graded, partial },
      ...{ notCompleted: 1, withdrawn: 0 },
    };
  });
}

function compiledForReaders(
  definition: FrameworkDefinition,
  rounds: readonly RoundResults[],
): CompiledQuarter[] {
  return rounds.reduce<CompiledQuarter[]>((earlierForReaders, _, place) => {
    const upToIt = rounds.slice(0, place + 1);
    const { forReaders } = compileQuarter({ definition, rounds: upToIt, earlierForReaders });
    return [...earlierForReaders, forReaders];
  }, []);
}

export const decisionsAsked = [
  {
    text: 'Require a recorded conversation with the family before a nil social care return is accepted',
    ...{ owner: 'Designated social care officer', section: 'gap' },
  },
  {
    text: 'Stop the outcomes workshop in its present form and ask its audience what they need',
    ...{ owner: 'SEND manager', section: 'criteria' },
  },
];

const lastDecisions = [
  {
    ...{ text: 'Use one template with separate sections H1 and H2', owner: 'SEND manager' },
    taken: {
      outcome: 'agreed',
      note: 'In use since 1 September',
      decidedOn: '2026-07-21',
    } as const,
  },
  { text: 'Ask therapists for amounts in their advice', owner: 'Head of therapies', taken: null },
];
