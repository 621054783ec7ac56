import type {
  Cap,
  Criterion,
  Domain,
  Fact,
  FrameworkDefinition,
  Indicator,
  ProfileField,
  Titled,
} from '../definition.js';
import {
  applicabilityInWords,
  capInWords,
  conditionInWords,
  indicatorInWords,
} from '../framework-words.js';
import { choicesInCell, citationsInCell, textsInCell } from './cell-texts.js';
import { conditionText } from './condition-text.js';
import { headerOfGrade } from './grade-headers.js';
import { inSchemaOrder } from './in-schema-order.js';
import {
  capColumns,
  criterionColumns,
  descriptorWidth,
  domainColumns,
  factColumns,
  fixedSheets,
  frameworkColumns,
  frameworkRows,
  gradeColumns,
  indicatorColumns,
  profileFieldColumns,
  sourceColumns,
  titledColumns,
  type FrameworkRow,
} from './sheet-columns.js';
import { sheetNames } from './sheet-names.js';
import type { SheetCell, SheetColumn, WrittenSheet } from './sheet.js';

/** The cells of one row by the title of their column; what is left out is blank. */
type Cells = Record<string, SheetCell | undefined>;

/**
 * A framework as the sheets of a workbook: one for what it is, a table for each kind of part, and one
 * for each domain with a criterion a row. `readSheets` makes the same framework of them again.
 */
export function toSheets(given: FrameworkDefinition): WrittenSheet[] {
  const definition = inSchemaOrder(given);
  const { agencies, scale, domains, profileFields, facts, indicators, caps, sources } = definition;
  const names = sheetNames(domains);
  const lists: WrittenSheet[] = [
    table(fixedSheets.framework, frameworkColumns, frameworkCells(definition)),
    table(fixedSheets.agencies, titledColumns, agencies.map(titledCells)),
    table(
      fixedSheets.grades,
      gradeColumns,
      scale.grades.map(({ key, label, neutralLabel, points, from }) => ({
        ...{ key, label, 'neutral label': neutralLabel, points, 'score from': from },
      })),
    ),
    table(
      fixedSheets.domains,
      domainColumns,
      domains.map((domain, at) => domainCells(domain, names[at] ?? '')),
    ),
  ];
  const rest: WrittenSheet[] = [
    table(
      fixedSheets.profileFields,
      profileFieldColumns,
      profileFields.map((field) => fieldCells(field, definition)),
    ),
    table(
      fixedSheets.facts,
      factColumns,
      facts.map((fact) => factCells(fact, definition)),
    ),
    table(
      fixedSheets.indicators,
      indicatorColumns,
      indicators.map((indicator) => indicatorCells(indicator, definition)),
    ),
    table(
      fixedSheets.caps,
      capColumns,
      caps.map((cap) => capCells(cap, definition)),
    ),
    table(
      fixedSheets.sources,
      sourceColumns,
      sources.map(({ key, title, url }) => ({ key, title, address: url })),
    ),
    table(fixedSheets.trainingTags, titledColumns, definition.trainingTags.map(titledCells)),
  ];
  const criteria = domains.map((domain, at) => domainSheet(domain, names[at] ?? '', definition));
  return [...lists, ...criteria, ...rest];
}

function table(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly Cells[],
): WrittenSheet {
  const header = columns.map(({ title }) => title);
  const cells = rows.map((row) => header.map((title) => filled(row[title])));
  return { name, rows: [header, ...cells], widths: columns.map(({ width }) => width) };
}

const filled = (cell: SheetCell | undefined): SheetCell =>
  cell === undefined || cell === '' ? null : cell;

function frameworkCells(definition: FrameworkDefinition): Cells[] {
  const { kind, title, purpose, unit, unitTitle, scale, actionPlanRefs } = definition;
  const values: Record<FrameworkRow, string> = {
    ...{ kind, title, purpose, unit, 'unit title': unitTitle },
    'standard met from': scale.meetsFrom,
    'evidence needed for': textsInCell(scale.evidenceRequiredFor),
    'action plan': textsInCell(actionPlanRefs),
  };
  return frameworkRows.map(({ name, meaning }) => ({ part: name, value: values[name], meaning }));
}

const titledCells = ({ key, title }: Titled): Cells => ({ key, title });

function domainCells(domain: Domain, sheet: string): Cells {
  const { key, title, shortTitle, purpose, sections, weight } = domain;
  return { sheet, key, title, 'short title': shortTitle, purpose, ...listed({ sections }), weight };
}

/** Keys and sections stand beside one another. */
function listed(lists: Record<string, readonly string[]>): Cells {
  return Object.fromEntries(Object.entries(lists).map(([name, keys]) => [name, keys.join('; ')]));
}

function domainSheet(domain: Domain, name: string, definition: FrameworkDefinition): WrittenSheet {
  const { grades } = definition.scale;
  const columns = [
    ...criterionColumns,
    ...grades.map((grade) => ({ title: headerOfGrade(grade, grades), width: descriptorWidth })),
  ];
  const rows = domain.criteria.map((criterion) => ({
    ...criterionCells(criterion, definition),
    ...Object.fromEntries(
      grades.map((grade) => [headerOfGrade(grade, grades), criterion.descriptors[grade.key]]),
    ),
  }));
  return table(name, columns, rows);
}

function criterionCells(criterion: Criterion, definition: FrameworkDefinition): Cells {
  const { applicability } = criterion;
  return {
    ...{ key: criterion.key, title: criterion.title, question: criterion.question },
    ...listed({ sections: criterion.sections, agencies: criterion.agencies }),
    ...{ 'lead agency': criterion.leadAgency, weight: criterion.weight },
    ...{ critical: criterion.critical ? 'yes' : 'no', basis: criterion.basis },
    citations: criterion.citations.length > 0 ? citationsInCell(criterion.citations) : null,
    ...{ 'where to look': criterion.whereToLook, 'left out': applicability.mode },
    ...(applicability.mode === 'rule'
      ? { rule: conditionText(applicability.notWhen), 'auditor may': applicability.auditorMay }
      : {}),
    'left out in words': applicabilityInWords(applicability, definition).join('\n'),
    because: applicability.mode === 'always' ? null : applicability.because,
    'training tags': criterion.trainingTags.join('; '),
    'action plan': textsInCell(criterion.actionPlanRefs),
  };
}

function fieldCells(field: ProfileField, definition: FrameworkDefinition): Cells {
  const { key, title, type, choices, prefix, source } = field;
  const common: Cells = { key, title, type, prefix, 'comes from': source.from };
  if (choices) common.choices = choicesInCell(choices);
  if (source.from === 'register') return { ...common, 'register column': source.column };
  if (source.from === 'derived') {
    const words = `Yes ${conditionInWords(source.when, definition)}.`;
    return { ...common, 'yes when': conditionText(source.when), 'rules in words': words };
  }
  const { owner, question, prefilledFrom, askedWhen, preset } = source;
  const words = [
    ...(askedWhen ? [`Asked only ${conditionInWords(askedWhen, definition)}.`] : []),
    ...(preset ? [`Set beforehand ${conditionInWords(preset.when, definition)}.`] : []),
  ];
  return {
    ...common,
    ...{ 'asked of': owner, question, 'filled in from': prefilledFrom },
    'asked when': askedWhen && conditionText(askedWhen),
    'answer set beforehand': preset?.value,
    'set when': preset && conditionText(preset.when),
    'rules in words': words.join('\n'),
  };
}

function factCells(fact: Fact, definition: FrameworkDefinition): Cells {
  const { key, title, question, type, choices, owner, use, setsProfile, askedWhen } = fact;
  return {
    ...{ key, title, question, type, 'recorded by': owner, use },
    choices: choices && choicesInCell(choices),
    'answers the field': setsProfile,
    'asked when': askedWhen && conditionText(askedWhen),
    'asked when in words': askedWhen && `Asked only ${conditionInWords(askedWhen, definition)}.`,
    'at most': fact.atMost,
    phrases: fact.phrases && textsInCell(fact.phrases),
  };
}

function indicatorCells(indicator: Indicator, definition: FrameworkDefinition): Cells {
  const { key, title, measure, rule } = indicator;
  const common = { key, title, measure, kind: rule.kind };
  const words = { 'in words': indicatorInWords(indicator, definition) };
  if (rule.kind === 'ratio') {
    return { ...common, 'sum of': rule.numerator, 'over sum of': rule.denominator, ...words };
  }
  const base = rule.base && conditionText(rule.base);
  return { ...common, 'of audits where': base, 'those where': conditionText(rule.meets), ...words };
}

function capCells(cap: Cap, definition: FrameworkDefinition): Cells {
  const { key, when, ceiling, because } = cap;
  return {
    ...{ key, 'at or below': when.atOrBelow, ceiling, because },
    ...('domain' in when
      ? { 'looks at': 'domain', domain: when.domain }
      : { 'looks at': 'critical', 'at least': when.atLeast }),
    'in words': capInWords(cap, definition),
  };
}
