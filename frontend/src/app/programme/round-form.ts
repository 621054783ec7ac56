import {
  applyWhen,
  maxLength,
  required,
  validate,
  type SchemaPathTree,
} from '@angular/forms/signals';
import type { RoundSizeAndDay, RoundSummary, RoundWanted } from '@app/shared/contracts';
import {
  isDay,
  roundLimits,
  type NeedFilter,
  type Phase,
  type RoundKind,
  type SettingType,
} from '@app/shared/domain';

/** What of a round can be changed, as it is being typed. */
export interface SizeAndDayDraft {
  sampleSize: string;
  dueOn: string;
}

/** A round as it is being typed: nothing is missing, what is not given is empty. */
export interface RoundDraft extends SizeAndDayDraft {
  kind: string;
  quarter: string;
  frameworkVersionId: string;
  themeTitle: string;
  themeNeed: string;
  themeSettingType: string;
  themePhase: string;
  themeTeam: string;
  isThemeLookedAfter: string[];
}

const { sampleSizeMin, sampleSizeMax, sampleSizeDefault, themeTitleMax } = roundLimits;

export const emptyRound: RoundDraft = {
  kind: '',
  quarter: '',
  frameworkVersionId: '',
  sampleSize: `${sampleSizeDefault}`,
  dueOn: '',
  themeTitle: '',
  themeNeed: '',
  themeSettingType: '',
  themePhase: '',
  themeTeam: '',
  isThemeLookedAfter: [],
};

export function draftOf({ sampleSize, dueOn }: RoundSummary): SizeAndDayDraft {
  return { sampleSize: `${sampleSize}`, dueOn };
}

export function sizeAndDayOf(draft: SizeAndDayDraft): RoundSizeAndDay {
  return { sampleSize: Number(draft.sampleSize.trim()), dueOn: draft.dueOn };
}

export function wantedOf(draft: RoundDraft): RoundWanted {
  const isTheme = draft.kind === 'theme';
  const themed = (text: string) => (isTheme && text ? text : null);
  return {
    ...sizeAndDayOf(draft),
    kind: draft.kind as RoundKind,
    quarter: draft.quarter,
    frameworkVersionId: draft.frameworkVersionId,
    themeTitle: themed(draft.themeTitle.trim()),
    themeNeed: themed(draft.themeNeed) as NeedFilter | null,
    themeSettingType: themed(draft.themeSettingType) as SettingType | null,
    themePhase: themed(draft.themePhase) as Phase | null,
    themeTeam: themed(draft.themeTeam),
    isThemeLookedAfter: isTheme && draft.isThemeLookedAfter.length > 0,
  };
}

/** What can be told without asking the server, which knows the day and the register. */
export function sizeAndDayRules(path: SchemaPathTree<SizeAndDayDraft>): void {
  validate(path.sampleSize, ({ value }) => {
    const text = value().trim();
    const size = Number(text);
    const holds = /^\d+$/.test(text) && size >= sampleSizeMin && size <= sampleSizeMax;
    const message = `Sample size must be a whole number from ${sampleSizeMin} to ${sampleSizeMax}`;
    return holds ? null : { kind: 'size', message };
  });
  validate(path.dueOn, ({ value }) =>
    isDay(value()) ? null : { kind: 'day', message: 'Enter a real date for the due date' },
  );
}

export function roundRules(path: SchemaPathTree<RoundDraft>): void {
  required(path.kind, { message: 'Choose routine, theme or advice' });
  required(path.quarter, { message: 'Choose a quarter' });
  required(path.frameworkVersionId, { message: 'Choose a framework' });
  sizeAndDayRules(path);
  applyWhen(
    path,
    ({ value }) => value().kind === 'theme',
    (theme) => {
      required(theme.themeTitle, { message: 'Enter what the theme is' });
      maxLength(theme.themeTitle, themeTitleMax, {
        message: `Theme must be ${themeTitleMax} characters or fewer`,
      });
      validate(theme.themeNeed, ({ valueOf }) => {
        const chosen = [theme.themeNeed, theme.themeSettingType, theme.themePhase, theme.themeTeam];
        const isAny =
          chosen.some((one) => valueOf(one) !== '') || valueOf(theme.isThemeLookedAfter).length > 0;
        const message = 'Choose at least one thing that plans of the theme share';
        return isAny ? null : { kind: 'filter', message };
      });
    },
  );
}
