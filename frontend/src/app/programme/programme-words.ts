import type {
  PlannedStratumResponse,
  RoundSummary,
  SampledPlanResponse,
} from '@app/shared/contracts';
import {
  calendarDayInWords,
  needFilters,
  phases,
  phaseTitle,
  primaryNeedTitle,
  quarterMonths,
  roundKindTitle,
  settingTypes,
  settingTypeTitle,
  withdrawalReasons,
  withdrawalReasonTitle,
  type RoundState,
  type SampledOutcome,
} from '@app/shared/domain';
import type { Choice } from '../components/choice';
import type { Column } from '../components/data-table';
import type { TagTone } from '../components/tag';

export const stateTone: Record<RoundState, TagTone> = {
  planned: 'yellow',
  open: 'green',
  closed: 'grey',
};

export const outcomeTone: Record<SampledOutcome, TagTone> = {
  drawn: 'green',
  reserve: 'grey',
  withdrawn: 'grey',
  replacement: 'blue',
};

export const needChoices: readonly Choice[] = needFilters.map((value) => ({
  value,
  label: value === 'unknown' ? 'Unknown' : primaryNeedTitle[value],
}));
export const settingChoices: readonly Choice[] = settingTypes.map((value) => ({
  value,
  label: settingTypeTitle[value],
}));
export const phaseChoices: readonly Choice[] = phases.map((value) => ({
  value,
  label: phaseTitle[value],
}));
export const reasonChoices: readonly Choice[] = withdrawalReasons.map((value) => ({
  value,
  label: withdrawalReasonTitle[value],
}));

/** "Routine round, Jul to Sep 2026" */
export function roundTitle({ kind, quarter }: Pick<RoundSummary, 'kind' | 'quarter'>): string {
  return `${roundKindTitle[kind]} round, ${quarterMonths(quarter)}`;
}

export function frameworkTitle({ framework }: Pick<RoundSummary, 'framework'>): string {
  return `${framework.title}, version ${framework.number}`;
}

/** How many plans a round has, or is to have. */
export function plansOf({ sampleSize, drawnSize }: RoundSummary): string {
  return drawnSize === null ? `${sampleSize} wanted` : `${drawnSize} drawn`;
}

export const wholeNumber = (count: number): string => count.toLocaleString('en-GB');
export const day = (text: string): string => calendarDayInWords(text);

export const strataColumns: readonly Column<PlannedStratumResponse>[] = [
  { key: 'title', title: 'Stratum', isRowHeader: true, text: ({ title }) => title },
  {
    key: 'population',
    title: 'Plans that can be drawn',
    isNumeric: true,
    text: ({ populationSize }) => wholeNumber(populationSize),
  },
  { key: 'size', title: 'Sample', isNumeric: true, text: ({ size }) => wholeNumber(size) },
];

/** Which strata were too small to be drawn by themselves, in a sentence; null when none was. */
export function mergedInWords(strata: readonly PlannedStratumResponse[]): string | null {
  const merged = strata.filter(({ members }) => members.length > 1).map(({ title }) => title);
  if (merged.length === 0) return null;
  return `Drawn as one, because a part has fewer than two plans or the sample is too small: ${merged.join('; ')}.`;
}

/** What there is to say of a sampled plan beside its outcome. */
export function noteOf(plan: SampledPlanResponse): string {
  if (plan.reason !== null) return withdrawalReasonTitle[plan.reason];
  if (plan.hasCeased) return 'The register says that it has ceased. Withdraw it';
  return plan.inPlaceOf === null ? '–' : `In place of ${plan.inPlaceOf}`;
}
