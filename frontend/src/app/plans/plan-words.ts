import type { PlanFacts, PlanRegisterSummary, UnreadColumnResponse } from '@app/shared/contracts';
import {
  calendarDayInWords,
  needFilters,
  planStates,
  planStateTitle,
  primaryNeedTitle,
  settingTypes,
  settingTypeTitle,
  socialCareStatuses,
  socialCareStatusTitle,
  yearGroupLimits,
  yearGroupTitle,
  type NeedFilter,
  type RegisterStatus,
} from '@app/shared/domain';
import type { Choice } from '../components/choice';
import type { TagTone } from '../components/tag';
import { counted } from '../platform/counted';

export const needTitle = (need: NeedFilter): string =>
  need === 'unknown' ? 'Unknown' : primaryNeedTitle[need];

export const needChoices: readonly Choice[] = needFilters.map((need) => ({
  value: need,
  label: needTitle(need),
}));

export const settingChoices: readonly Choice[] = settingTypes.map((setting) => ({
  value: setting,
  label: settingTypeTitle[setting],
}));

export const careChoices: readonly Choice[] = socialCareStatuses.map((status) => ({
  value: status,
  label: socialCareStatusTitle[status],
}));

/** In force is what is shown while nothing is chosen. */
export const stateChoices: readonly Choice[] = planStates
  .filter((state) => state !== 'in-force')
  .map((state) => ({ value: state, label: planStateTitle[state] }));

const { min, max } = yearGroupLimits;

export const yearChoices: readonly Choice[] = Array.from({ length: max - min + 1 }, (_, index) => ({
  value: String(min + index),
  label: yearGroupTitle(min + index),
}));

/** "Year 5"; for a person past Year 14, or of whom only the age is known, "Aged 20". */
export function yearInWords({ yearGroup, age }: Pick<PlanFacts, 'yearGroup' | 'age'>): string {
  if (yearGroup !== null) return yearGroupTitle(yearGroup);
  return age === null ? 'No curriculum year' : `Aged ${age}`;
}

/** For a cell, in which a day stays on one line. */
export function dayOrDash(day: string | null): string {
  return day === null ? '–' : calendarDayInWords(day).replaceAll(' ', '\u00a0');
}

export const registerStatusTone: Record<RegisterStatus, TagTone> = {
  waiting: 'yellow',
  confirmed: 'green',
  discarded: 'grey',
  expired: 'grey',
};

/** "1,204 rows ready, 17 rows have a problem, 3 warnings" */
export function readInWords(register: PlanRegisterSummary): string {
  return [
    counted(register.rowsReady, 'row ready', 'rows ready'),
    counted(register.rowsRejected, 'row has a problem', 'rows have a problem'),
    counted(register.warnings, 'warning', 'warnings'),
  ].join(', ');
}

/** The name of a column that was not read, and what to do when it holds a person's data. */
export function unreadInWords({ name, personal }: UnreadColumnResponse): string {
  return personal ? `${name} (${personal}: leave it out of the next file)` : name;
}
