import { criterionBases, type Applicability, type Criterion } from '../definition.js';
import { frameworkLimits as limits } from '../limits.js';
import { citationsFromCell, textsFromCell } from './cell-texts.js';
import { needed, type Known } from './read-parts.js';
import type { SheetRow } from './sheet-row.js';

/** @param headers the column of each grade that the sheet has, by the grade's key */
export function criterionFrom(
  row: SheetRow,
  known: Known,
  headers: ReadonlyMap<string, string>,
): Criterion {
  const descriptors = [...headers].flatMap(([grade, header]) => {
    const text = row.given(header);
    return text === undefined ? [] : [[grade, text] as const];
  });
  return {
    ...{ key: row.key, title: row.text('title', limits.titleMax) },
    question: row.text('question', limits.lineMax),
    sections: row.sections(),
    agencies: row.several('agencies', 'agency', known.agencies),
    leadAgency: row.one('lead agency', 'agency', known.agencies),
    weight: row.numberOf('weight', 1, limits.weightMax),
    critical: row.yesOrNo('critical'),
    basis: row.word('basis', criterionBases) ?? 'good-practice',
    citations: citationsFrom(row, known),
    whereToLook: row.text('where to look', limits.textMax),
    applicability: applicabilityFrom(row, known),
    descriptors: Object.fromEntries(descriptors),
    trainingTags: row.several('training tags', 'training tag', known.trainingTags),
    actionPlanRefs: textsFromCell(row.raw('action plan')),
  };
}

function citationsFrom(row: SheetRow, { sources }: Known): Criterion['citations'] {
  const citations = citationsFromCell(row.raw('citations'));
  if (!citations) {
    row.tell('citations', 'Write a citation a line, as in “code: 9.69”; with † if nobody read it');
    return [];
  }
  const unknown = citations.find(({ source }) => !sources.some(({ key }) => key === source));
  if (unknown) {
    row.tell('citations', `There is no source “${unknown.source}”. Add it on the sheet “Sources”`);
  }
  return citations;
}

function applicabilityFrom(row: SheetRow, known: Known): Applicability {
  const mode = row.word('left out', ['always', 'rule', 'auditor']) ?? 'always';
  const reason = `“left out” is ${mode}`;
  if (mode === 'always') {
    row.mustBeBlank(['rule', 'because', 'auditor may'], reason);
    return { mode };
  }
  const because = row.text('because', limits.textMax);
  if (mode === 'auditor') {
    row.mustBeBlank(['rule', 'auditor may'], reason);
    return { mode, because };
  }
  const auditorMay = row.given('auditor may');
  const notWhen = needed(row, 'rule', known);
  return { mode, notWhen, because, ...(auditorMay === undefined ? {} : { auditorMay }) };
}
