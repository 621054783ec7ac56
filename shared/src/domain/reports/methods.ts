import { calendarDayInWords, quarterInWords, type QuarterKey } from '../calendar/index.js';
import type { FrameworkDefinition } from '../frameworks/index.js';
import { exactPercent } from '../statistics/index.js';
import { standardTitle } from '../trends/index.js';
import { states, type ReportSection } from './learning-report.js';

/** How the quarter's sample came about. */
export interface DrawOfReport {
  /** YYYY-MM-DD, London. */
  drawnOn: string;
  /** SHA-256 of the year's seed, fixed before the register was frozen. */
  seedCommitment: string;
}

/** What was audited against. */
export interface FrameworkOfReport {
  number: number;
  hash: string;
}

const ofPlans =
  'A share speaks of all plans on the register: each audited plan counts for the plans of its stratum.';
const ofDocuments =
  'A share speaks of the documents of all plans on the register: the documents of each drawn plan count for those of the plans of its stratum. Documents of one plan are not independent, and the interval knows that what was found in one plan hangs together. A plan of which no document was asked for counts as one without documents; one of which none was entered counts as one that was not drawn.';

/** How the figures came about and what they cannot say. */
export function methodsSection(
  definition: FrameworkDefinition,
  framework: FrameworkOfReport,
  draw: DrawOfReport,
  quarter: QuarterKey,
): ReportSection {
  const standard = standardTitle(definition.scale);
  const texts: [lead: string, text: string][] = [
    [
      'Sample.',
      `Plans were drawn at random on ${calendarDayInWords(draw.drawnOn)} within strata of phase and setting, each in proportion to its plans and at least two. The draw follows from the year’s seed alone; its commitment, fixed beforehand, is ${draw.seedCommitment}. Theme, dip and re-audit cases are in no figure of this report.`,
    ],
    [
      'Quarter.',
      `An audit belongs to the quarter of its round, here ${quarterInWords(quarter)}, whatever the day it closed.`,
    ],
    [
      'Framework.',
      `${definition.title}, version ${framework.number} (${framework.hash}). Grades are the partnership’s own and are not inspection grades. “${standard}” is the standard.`,
    ],
    [
      'Estimates.',
      `${definition.unit === 'document' ? ofDocuments : ofPlans} The ${exactPercent(0.95)} confidence interval says how far chance in the draw may have moved it; what has been read is no longer uncertain (finite population correction). Audits that were not completed are treated as if they had not been drawn.`,
    ],
    [
      'Change.',
      'A rise or a fall is called clear only when chance in the two samples does not explain it. Otherwise the words are “no clear change”, which does not say that nothing changed.',
    ],
    [
      'Small numbers.',
      'Counts of one to four are not shown, nor a share on fewer than ten plans or of which one to four plans are on either side, nor what would give these away. In their place stands “too few to show”. Nought and all are shown.',
    ],
    [
      'Not graded.',
      'Not applicable and “cannot tell” leave the base. An audit in which too little could be graded is partial: it has no overall grade and keeps the grades of its domains and criteria.',
    ],
  ];
  return {
    key: 'methods',
    title: 'How these figures came about',
    blocks: texts.map(([lead, text]) => states({ lead, text, figures: [] })),
  };
}
