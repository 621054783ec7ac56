import { planSections, type PlanSection, type Titled } from '../definition.js';
import { frameworkLimits as limits } from '../limits.js';
import {
  flatColumns,
  flatShownMax,
  type FlatColumnName,
  type FlatProblem,
  type FlatRule,
} from './flat-columns.js';
import type { FlatHeader } from './read-flat-header.js';
import { shortened } from './key-from-title.js';
import { named, spelling, tidyLine, tidyText } from './spelling.js';

/** One criterion as its row gives it. Blank means that the row leaves it out. */
export interface FlatRow {
  row: number;
  domain: string;
  domainWeight: number | null;
  criterion: string;
  question: string;
  agencies: Titled[];
  lead: Titled | null;
  sections: PlanSection[];
  weight: number;
  isCritical: boolean;
  /** Grade key to descriptor; a blank one is not there. */
  descriptors: Record<string, string>;
}

/** Every agency met so far, known and new, so that one spelling is one agency. */
export interface KnownAgencies {
  find: (title: string) => Titled;
}

/** Reads one row and tells everything that is wrong with it. */
export function readFlatRow(
  header: FlatHeader,
  cells: readonly string[],
  row: number,
  known: KnownAgencies,
): { read: FlatRow; problems: FlatProblem[] } {
  const problems: FlatProblem[] = [];
  const tell = (column: string, value: string, rule: FlatRule, message: string): void => {
    problems.push({ row, column, value: shortened(value, flatShownMax), rule, message });
  };
  const textOf = (column: FlatColumnName, max: number = limits.textMax): string => {
    const text = tidyLine(cells[header.places.get(column) ?? -1] ?? '');
    if (text === '' && flatColumns[column].blankMeans === null) {
      tell(column, '', 'missing', `Give the ${column}. ${flatColumns[column].meaning}`);
    }
    if ([...text].length <= max) return text;
    tell(column, text, 'too-long', `Use ${max} characters or fewer`);
    return '';
  };
  if (cells.slice(header.width).some((cell) => cell.trim() !== '')) {
    const message = `The row has ${cells.length} cells and the header ${header.width}. A text that holds the separator must stand in quotation marks`;
    tell('', cells.slice(header.width).join(' '), 'too-many-cells', message);
  }
  const question = textOf('question', limits.lineMax);
  const criterion = textOf('criterion', limits.lineMax);
  if (question !== '' && [...criterion].length > limits.titleMax) {
    const message = `Beside a question, use ${limits.titleMax} characters or fewer`;
    tell('criterion', criterion, 'too-long', message);
  }
  const agencies = agenciesIn(textOf('agencies'), known, tell);
  const read: FlatRow = {
    row,
    domain: textOf('domain', limits.titleMax),
    domainWeight: weightIn(textOf('domain weight'), 'domain weight', tell),
    criterion,
    question,
    agencies,
    lead: leadIn(textOf('lead'), agencies, tell),
    sections: sectionsIn(textOf('sections'), tell),
    weight: weightIn(textOf('weight'), 'weight', tell) ?? 1,
    isCritical: yesOrNoIn(textOf('critical'), tell),
    descriptors: {},
  };
  for (const { key, title, place } of header.grades) {
    const text = tidyText(cells[place] ?? '');
    if ([...text].length > limits.textMax) {
      tell(title, text, 'too-long', `Use ${limits.textMax} characters or fewer`);
    } else if (text !== '') read.descriptors[key] = text;
  }
  return { read, problems };
}

type Tell = (column: string, value: string, rule: FlatRule, message: string) => void;

const parts = (text: string, between: RegExp): string[] =>
  text.split(between).flatMap((one) => one.trim() || []);

function agenciesIn(text: string, known: KnownAgencies, tell: Tell): Titled[] {
  const titles = parts(text, /[;/]/);
  if (titles.length === 0 && text !== '') {
    tell('agencies', text, 'missing', 'Give the agencies, with ; or / between');
  }
  const long = titles.find((title) => [...title].length > limits.titleMax);
  if (long !== undefined) {
    const message = `An agency has a name of ${limits.titleMax} characters or fewer. Put ; or / between agencies`;
    tell('agencies', long, 'too-long', message);
    return [];
  }
  return [...new Set(titles.map((title) => known.find(title)))];
}

function leadIn(text: string, agencies: readonly Titled[], tell: Tell): Titled | null {
  if (text === '' || agencies.length === 0) return null;
  const lead = named(text, agencies);
  if (lead) return lead;
  const message = `The lead must be one of those that score this: ${agencies.map(({ title }) => title).join(', ')}`;
  tell('lead', text, 'lead-does-not-score', message);
  return null;
}

/** Letters with anything between them; H alone means both of its parts. */
function sectionsIn(text: string, tell: Tell): PlanSection[] {
  const found = parts(text.replace(/\bsections?\b/gi, ' ').replace(/\band\b/gi, ' '), /[\s;,/&+]+/);
  const letters = found.flatMap((one) => (/^h$/i.test(one) ? ['H1', 'H2'] : one.toUpperCase()));
  const unknown = letters.find((letter) => !planSections.some((section) => section === letter));
  if (unknown !== undefined) {
    const message = `“${unknown}” is no section of a plan. Use ${planSections.join(', ')}`;
    tell('sections', text, 'not-in-list', message);
    return [];
  }
  return planSections.filter((section) => letters.includes(section));
}

/** Criteria weigh whole numbers; domains anything above nothing, also per cent, for it is scaled. */
function weightIn(text: string, column: 'weight' | 'domain weight', tell: Tell): number | null {
  if (text === '') return null;
  const isWhole = column === 'weight';
  const number = /^\d{1,6}(?:\.\d{1,6})?$/.exec(isWhole ? text : text.replace(/\s?%$/, ''));
  const weight = Number(number?.[0]);
  const fits = isWhole
    ? Number.isInteger(weight) && weight >= 1 && weight <= limits.weightMax
    : weight > 0;
  if (fits) return weight;
  const message = isWhole
    ? `A weight is a whole number from 1 to ${limits.weightMax}`
    : 'A domain weight is a number above 0';
  tell(column, text, 'not-a-weight', message);
  return null;
}

const yesWords = ['yes', 'y', 'true', 'x', '1'];
const noWords = ['', 'no', 'n', 'false', '0'];

function yesOrNoIn(text: string, tell: Tell): boolean {
  const word = spelling(text);
  if (![...yesWords, ...noWords].includes(word)) {
    tell('critical', text, 'not-in-list', 'Use yes or no');
  }
  return yesWords.includes(word);
}
