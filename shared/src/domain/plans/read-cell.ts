import { staffRefPattern } from '../accounts/index.js';
import { readDay } from '../calendar/index.js';
import { findLeaks, isDateAlone, leakTitle } from '../leak-guard/index.js';
import { nearest } from './nearest.js';
import type { PrimaryNeed, RegisterPlan } from './plan-words.js';
import { registerColumns, registerLimits, type RegisterColumn } from './register-columns.js';
import type { RegisterRule } from './register-rules.js';
import { ageLimits, readYearGroup, yearGroupLimits } from './year-group.js';

/** What is wrong with a cell, without the place where it stands. */
export interface CellFinding {
  rule: RegisterRule;
  message: string;
}

/** What a cell says. With an error there is no value; a warning comes with one. */
export interface CellReading {
  value?: unknown;
  finding?: CellFinding;
}

type ReadText = (text: string, column: RegisterColumn) => CellReading;

const plansBeganOn = '2014-09-01';
/** Letters and numbers of any alphabet, and what stands between them in references; one must be a number, so that a name is no reference. */
const planRefPattern = /^(?=.*\p{N})[\p{L}\p{N}][\p{L}\p{M}\p{N}._/-]*$/u;
const wordsPattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} &'’(),./-]*$/u;

const error = (rule: RegisterRule, message: string): CellReading => ({
  finding: { rule, message },
});

const limited =
  (most: number, read: ReadText): ReadText =>
  (text, column) =>
    [...text].length > most
      ? error('too-long', `Use ${most} characters or fewer`)
      : read(text, column);

const readers: Readonly<Record<keyof RegisterPlan, ReadText>> = {
  planRef: limited(registerLimits.planRefMax, (text) =>
    planRefPattern.test(text)
      ? { value: text }
      : error(
          'form',
          'Use letters, numbers, full stops, dashes, slashes and underscores without spaces, with at least one number. A name is no reference',
        ),
  ),
  localAuthority: limited(registerLimits.localAuthorityMax, readWords),
  team: limited(registerLimits.teamMax, readWords),
  officerRef: limited(registerLimits.officerRefMax, (text) =>
    staffRefPattern.test(text)
      ? { value: text }
      : error(
          'form',
          'Use the officer’s staff reference: letters, numbers, full stops, dashes, slashes or underscores, with no spaces. Never a name',
        ),
  ),
  yearGroup: (text) => {
    const value = readYearGroup(text);
    return value === null
      ? error(
          'form',
          `Use N1, N2, Nursery, R, Reception or a number from 1 to ${yearGroupLimits.max}, or leave it blank and give the age`,
        )
      : { value };
  },
  age: readAge,
  primaryNeed: readNeed,
  settingType: readListed,
  socialCareStatus: readListed,
  hasLearningDisability: readYesOrNo,
  isTransferredIn: readYesOrNo,
  isTribunalOrdered: readYesOrNo,
  firstIssuedOn: readIssued,
  latestIssuedOn: readIssued,
  lastReviewOn: readDate,
  ceasedOn: readDate,
};

const blanks: Readonly<Partial<Record<keyof RegisterPlan, CellReading>>> = {
  primaryNeed: {
    value: null,
    finding: {
      rule: 'unknown-need',
      message: 'The plan is taken in with its primary need unknown. Give the need if it is known',
    },
  },
  socialCareStatus: { value: 'unknown' },
  isTransferredIn: { value: false },
  isTribunalOrdered: { value: false },
};

/** Texts without anything around them, in composed form, with single spaces inside. */
export function tidyCell(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * Reads one cell of a register. What looks like a person's data is refused whatever the column asks
 * for, and its value is not repeated.
 *
 * @param text as `tidyCell` leaves it
 */
export function readCell(text: string, column: RegisterColumn): CellReading {
  if (text === '') {
    if (column.blankMeans !== null) return blanks[column.field] ?? { value: null };
    return error('missing', `Give the ${column.title.toLowerCase()}. Each plan must have one`);
  }
  const personal = personalIn(text, column);
  if (personal !== null) {
    return error(
      'personal-data',
      `This looks like ${personal}, which must not be in a register. Put the right value in its place, or take it out`,
    );
  }
  return readers[column.field](text, column);
}

/** What may be shown of a cell: its text, unless that would spread a person's data or fill the page. */
export function shownValue(text: string, column: RegisterColumn): string {
  const personal = personalIn(text, column);
  if (personal !== null) return `a value that looks like ${personal}`;
  const characters = [...text];
  return characters.length > registerLimits.shownMax
    ? `a text of ${characters.length.toLocaleString('en-GB')} characters`
    : text.replace(/\p{Cc}/gu, ' ');
}

const isDateColumn = (column: RegisterColumn): boolean => column.field.endsWith('On');

function personalIn(text: string, column: RegisterColumn): string | null {
  const [leak] = findLeaks(text);
  if (leak) return leakTitle[leak.kind];
  return !isDateColumn(column) && isDateAlone(text) ? leakTitle['date-of-birth'] : null;
}

function readWords(text: string): CellReading {
  return wordsPattern.test(text)
    ? { value: text }
    : error('form', 'Begin with a letter or number, and use only letters, numbers and spaces');
}

function readAge(text: string): CellReading {
  if (!/^\d{1,3}$/.test(text)) {
    return error('form', `Use whole years from ${ageLimits.min} to ${ageLimits.max}`);
  }
  const value = Number(text);
  if (value > ageLimits.max) {
    return error(
      'too-old',
      'A plan cannot go on at 26. Correct the age, or take the plan out if it has ceased',
    );
  }
  if (value < ageLimits.max) return { value };
  const message =
    'A plan may last to the end of the academic year of the 25th birthday. Check the age';
  return { value, finding: { rule: 'aged-25', message } };
}

/** Needs that other lists have: the published figures count Down syndrome under other difficulties, and NSA is no need. */
const otherNeeds: Readonly<Record<string, { value: PrimaryNeed | null; words: string }>> = {
  ds: { value: 'OTH', words: 'Down syndrome is counted under OTH, other difficulty' },
  'down syndrome': { value: 'OTH', words: 'Down syndrome is counted under OTH, other difficulty' },
  nsa: { value: null, words: 'NSA means that no specialist has assessed the need: it is unknown' },
};

function readNeed(text: string, column: RegisterColumn): CellReading {
  const other = otherNeeds[plain(text)];
  if (!other) return readListed(text, column);
  const message = `${other.words}. Give another need if that is right`;
  return { value: other.value, finding: { rule: 'need-counted-otherwise', message } };
}

function readListed(text: string, { allowed = [], title }: RegisterColumn): CellReading {
  const word = plain(text);
  const found = allowed.find((one) => plain(one.key) === word || plain(one.title) === word);
  if (found) return { value: found.key };
  const words = allowed.flatMap((one) => [plain(one.key), plain(one.title)]);
  const near = nearest(word, words);
  const meant = allowed.find(
    (one) => near !== null && [plain(one.key), plain(one.title)].includes(near),
  );
  const question = meant ? ` Did you mean ${meant.key} (${meant.title})?` : '';
  const list = allowed.map(({ key }) => key).join(', ');
  return error(
    'not-in-list',
    `This is no ${title.toLowerCase()} of the list.${question} Use one of ${list}`,
  );
}

const spelledAnswers: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  '1': true,
  no: false,
  n: false,
  false: false,
  '0': false,
};

function readYesOrNo(text: string): CellReading {
  const value = spelledAnswers[plain(text)];
  return value === undefined ? error('not-in-list', 'Use yes or no, or leave it blank') : { value };
}

function readDate(text: string): CellReading {
  const value = readDay(text);
  if (value !== null) return { value };
  const shape = /^(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})$/;
  return error(
    'not-a-date',
    shape.test(text)
      ? 'There is no such day. Write the day before the month, like 15/02/2024 or 2024-02-15'
      : 'Write a date with all four figures of its year, like 15/02/2024 or 2024-02-15',
  );
}

function readIssued(text: string): CellReading {
  const reading = readDate(text);
  if (reading.finding || String(reading.value) >= plansBeganOn) return reading;
  const message = 'The first EHC plans were issued in September 2014. Check the date';
  return { value: reading.value, finding: { rule: 'before-plans-began', message } };
}

/** Words as they are compared: without capitals, accents of punctuation or the ways to join them. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The column of a key. */
export function registerColumn(key: string): RegisterColumn {
  const column = registerColumns.find((one) => one.key === key);
  if (!column) throw new RangeError(`${key} is no column of the register`);
  return column;
}
