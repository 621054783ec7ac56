import { quarterAfter, quarterInWords } from '../calendar/index.js';
import { conditionFields, type FrameworkDefinition, type Indicator } from '../frameworks/index.js';
import {
  standardTitle,
  type CompiledQuarter,
  type PrintedMeasure,
  type RoundResults,
} from '../trends/index.js';
import { agreementSection } from './agreement.js';
import { auditedAndPopulation, coverageSection, type StratumCoverage } from './coverage.js';
import { dotChart } from './charts.js';
import { criteriaSection, rankCriteria } from './criteria.js';
import type { LastDecisions } from './decisions.js';
import { feedbackSection, type FeedbackCounts } from './feedback.js';
import { headline, sayBase, whatIsBetter, whatIsNotBetter } from './first-page.js';
import { gradesSection } from './grades.js';
import {
  says,
  tabulates,
  type LearningReport,
  type RepeatedFinding,
  type ReportSection,
} from './learning-report.js';
import { measureTable } from './measure-table.js';
import { methodsSection, type DrawOfReport, type FrameworkOfReport } from './methods.js';
import { trendSection } from './trend.js';
import { unitWords, type UnitWords } from './unit-words.js';

/** All that a report is made of, of one quarter and one kind of framework. */
export interface ReportSources {
  definition: FrameworkDefinition;
  framework: FrameworkOfReport;
  partnership: { name: string; colour: string };
  /** 1, or one more than that of the published report that this one corrects. */
  edition: number;
  /** The quarter's round that was drawn from the whole register; theme, dip and re-audit cases are never in it. */
  round: RoundResults;
  coverage: readonly StratumCoverage[];
  draw: DrawOfReport;
  /** As compiled for readers, the earliest first; the last is the report's own. */
  quarters: readonly CompiledQuarter[];
  feedback: FeedbackCounts;
  /** The latest published report of an earlier quarter. */
  last: LastReport | null;
}

export interface LastReport extends LastDecisions {
  weakest: readonly RepeatedFinding[];
}

/**
 * Compiles a quarter's learning report for its readers: what small numbers hide is decided here,
 * once, for page, PDF and file alike. Sentences and tables come from the numbers alone; what the
 * audit lead adds comes afterwards (`withLeadsWords`).
 *
 * @throws RangeError when the last of `quarters` is not the quarter of the round
 */
export function compileReport(sources: ReportSources): LearningReport {
  const { definition, round, quarters, last } = sources;
  const compiled = quarters.at(-1);
  if (compiled?.quarter !== round.quarter) {
    throw new RangeError('quarters must end with the quarter of the round');
  }
  const { measures } = compiled;
  const isRightBefore = last?.quarter === quarterAfter(round.quarter, -1);
  const ranked = rankCriteria(definition, round, isRightBefore ? last.weakest : []);
  const criteria = criteriaSection(definition, ranked);
  return {
    title: `Learning report: ${quarterInWords(round.quarter)}`,
    partnership: sources.partnership,
    frameworkKind: definition.kind,
    frameworkTitle: definition.title,
    quarter: round.quarter,
    edition: sources.edition,
    whatChanged: null,
    publishedOn: null,
    base: sayBase(auditedAndPopulation(sources.coverage), definition),
    headline: headline(measures, standardTitle(definition.scale)),
    better: whatIsBetter(measures, ranked),
    notBetter: whatIsNotBetter(measures, ranked),
    decisionsAsked: [],
    lastDecisions: last && { quarter: last.quarter, decisions: last.decisions },
    frontChart: dotChart(
      `${standardTitle(definition.scale)}, overall and by domain`,
      measures.filter(({ kind }) => kind !== 'indicator'),
    ),
    weakest: ranked.weakest.map(({ key, inARow }) => ({ key, inARow })),
    sections: sectionsOf(sources, measures, criteria),
  };
}

function sectionsOf(
  { definition, framework, round, coverage, draw, quarters, feedback }: ReportSources,
  measures: readonly PrintedMeasure[],
  criteria: ReportSection,
): ReportSection[] {
  return [
    coverageSection(coverage, definition),
    gradesSection(definition, round.results, measures),
    ...indicatorSections(definition, measures),
    criteria,
    agreementSection(definition, round.results),
    trendSection(quarters),
    feedbackSection(feedback, unitWords(definition)),
    methodsSection(definition, framework, draw, round.quarter),
  ].filter((section) => section !== null);
}

/**
 * The indicators in two parts: those that health or social care record, with their domains, which
 * is the gap that partnerships were criticised for; and those of the agency that writes the plan.
 */
function indicatorSections(
  definition: FrameworkDefinition,
  measures: readonly PrintedMeasure[],
): ReportSection[] {
  const { agencies, domains, facts, indicators } = definition;
  const unit = unitWords(definition);
  const writer = agencies[0]?.key;
  const isOthers = (indicator: Indicator) =>
    fieldsOf(indicator).some((field) => {
      const owner = facts.find(({ key }) => key === field)?.owner;
      return owner !== undefined && owner !== writer;
    });
  const named = (part: readonly Indicator[]) => part.map(({ key }) => `indicator-${key}`);
  const othersDomains = domains
    .filter(({ criteria }) => criteria.every(({ leadAgency }) => leadAgency !== writer))
    .map(({ key }) => `domain-${key}`);
  const others = [...othersDomains, ...named(indicators.filter(isOthers))];
  const writers = named(indicators.filter((indicator) => !isOthers(indicator)));
  const all = { key: 'facts', title: 'Counted facts', keys: named(indicators) };
  const caption = 'Counted facts, as a share of what they can be true of';
  const ofPlans = [
    {
      ...{ key: 'gap', title: 'The health and care gap', keys: others },
      caption: 'Health and care, as a share of what it can be true of',
    },
    {
      ...{ key: 'facts', title: 'The child’s voice and counted facts', keys: writers, caption },
    },
  ];
  // An advice is one agency's, and has no gap between agencies.
  const sections = definition.unit === 'document' ? [{ ...all, caption }] : ofPlans;
  return sections.flatMap(({ key, title, keys, caption: words }) => {
    const rows = measures.filter((measure) => keys.includes(measure.key));
    if (rows.length === 0) return [];
    const table = measureTable({ key, caption: words, unit }, rows);
    const blocks = [says(indicatorsNote(unit)), tabulates(table)];
    return [{ key, title, blocks }];
  });
}

const indicatorsNote = ({ many }: UnitWords) =>
  `What auditors counted, as a share of the ${many}, outcomes or provision that it can be true of.`;

const fieldsOf = ({ rule }: Indicator): string[] =>
  rule.kind === 'ratio'
    ? [rule.numerator, rule.denominator]
    : [...(rule.base ? conditionFields(rule.base) : []), ...conditionFields(rule.meets)];
