import type { AuditedDocument, ScoredPlan } from '@app/shared/contracts';
import {
  answersOf,
  auditedTitle,
  basisTitle,
  calendarDayInWords,
  isDay,
  mayBeLeftOut,
  nonGrades,
  nonGradeTitle,
  primaryNeedTitle,
  sectionsInWords,
  settingTypeTitle,
  socialCareStatusTitle,
  yearGroupTitle,
  type AnswerKind,
  type Criterion,
  type Fact,
  type FieldValue,
  type ProfileField,
  type ScoredParts,
} from '@app/shared/domain';
import type { Choice } from '../../components/choice';
import type { SummaryRow } from '../../components/summary-list';

/** The answers to a question of the sweep or a counted fact, to choose from. */
export function choicesOf(asked: ProfileField | Fact): Choice[] {
  return answersOf(asked).map(({ key, title }) => ({ value: key, label: title }));
}

/** The grades with what each looks like, and the outcomes that the criterion allows besides. */
export function outcomesOf(criterion: Criterion, { scale }: ScoredParts): Choice[] {
  const grades = scale.grades.map(({ key, label }) =>
    choice(key, label, criterion.descriptors[key]),
  );
  const others = nonGrades
    .filter((one) => one === 'cannot-tell' || mayBeLeftOut(criterion))
    .toReversed()
    .map((one) => {
      const { applicability } = criterion;
      const when = applicability.mode === 'rule' ? applicability.auditorMay : whyOf(criterion);
      const hint = one === 'cannot-tell' ? 'Say in the evidence what is missing.' : when;
      return choice(one, nonGradeTitle[one], hint);
    });
  return [...grades, ...others];
}

function choice(value: string, label: string, hint: string | undefined): Choice {
  return hint ? { value, label, hint } : { value, label };
}

function whyOf({ applicability }: Criterion): string | undefined {
  return applicability.mode === 'auditor' ? `Only if: ${applicability.because}` : undefined;
}

/** "Required if you choose Requires improvement, Inadequate or Cannot tell from the file." */
export function evidenceRule(criterion: Criterion, parts: ScoredParts): string {
  const labels = outcomesOf(criterion, parts)
    .filter(
      ({ value }) => value === 'not-applicable' || parts.scale.evidenceRequiredFor.includes(value),
    )
    .map(({ label }) => label);
  const rule = labels.length === 0 ? 'Not required.' : `Required if you choose ${orList(labels)}.`;
  return `${rule} Name nobody.`;
}

function orList(words: readonly string[]): string {
  return words.length < 2
    ? words.join()
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** "Reads sections C and G. Must (statute, or a “must” in the code)." */
export function standingOf({ sections, basis, critical }: Criterion): string {
  const reads = `Reads ${sectionsInWords(sections).toLowerCase().replace(/ .*/, '')} ${sections.join(', ')}.`;
  return [reads, `${basisTitle[basis]}.`, critical ? 'Critical.' : ''].join(' ').trim();
}

/** An answer as it is read; null where there is none. */
export function answerInWords(
  parts: ScoredParts,
  kind: AnswerKind,
  key: string,
  value: FieldValue,
): string | null {
  if (value === null || value === '') return null;
  if (kind === 'criterion') {
    const grade = parts.scale.grades.find((one) => one.key === value);
    return (
      grade?.label ?? nonGrades.map((one) => (one === value ? nonGradeTitle[one] : '')).join('')
    );
  }
  if (kind === 'strength' || typeof value === 'number') return String(value);
  const asked = [...parts.profileFields, ...parts.facts].find((one) => one.key === key);
  if (!asked) return String(value);
  if (asked.type === 'month') return monthInWords(String(value));
  const chosen = typeof value === 'string' ? [value] : value;
  const titles = answersOf(asked).filter((one) => chosen.includes(one.key));
  return titles.map(({ title }) => title).join(', ') || String(value);
}

/** "March 2026" for 2026-03. */
function monthInWords(month: string): string {
  const first = `${month}-01`;
  return isDay(first) ? calendarDayInWords(first).slice(2) : month;
}

/** "Year 9", "Aged 20": which plan it is, without saying whose. */
export function yearInWords({ yearGroup, age }: ScoredPlan): string {
  if (yearGroup !== null) return yearGroupTitle(yearGroup);
  return age === null ? 'No curriculum year' : `Aged ${age}`;
}

/** "AV-1023 · Year 9 · Special school · Plan of 3 June 2026"; of a document its title stands beside the plan. */
export function planInWords(plan: ScoredPlan, document: AuditedDocument | null): string {
  const issued = `Plan of ${calendarDayInWords(plan.latestIssuedOn)}`;
  const title = auditedTitle(plan.planRef, document?.title ?? null);
  return [title, yearInWords(plan), settingTypeTitle[plan.settingType], issued].join(' · ');
}

/** What was entered of an audited document; nothing where the plan itself is audited. */
export function documentRows(document: AuditedDocument | null): SummaryRow[] {
  if (document === null) return [];
  const day = (on: string | null) => (on === null ? 'Not on record' : calendarDayInWords(on));
  return [
    { key: 'Document', value: document.title },
    { key: 'Written by', value: document.source },
    { key: 'Requested on', value: day(document.requestedOn) },
    { key: 'Received on', value: day(document.receivedOn) },
    { key: 'Nil return', value: document.isNilReturn ? 'Yes' : 'No' },
  ];
}

/** What the register said of the plan on the day of the draw. */
export function planRows(plan: ScoredPlan): SummaryRow[] {
  const word = (is: boolean | null) => (is === null ? 'Not known' : is ? 'Yes' : 'No');
  const day = (on: string | null) => (on === null ? 'Not known' : calendarDayInWords(on));
  const need = plan.primaryNeed === null ? 'Not known' : primaryNeedTitle[plan.primaryNeed];
  const marks = [
    ...(plan.isTransferredIn ? ['Transferred in from another authority'] : []),
    ...(plan.isTribunalOrdered ? ['Content ordered by the Tribunal'] : []),
  ];
  return [
    { key: 'Plan', value: plan.planRef },
    { key: 'Authority', value: plan.localAuthority },
    { key: 'Year group', value: yearInWords(plan) },
    { key: 'Age', value: plan.age === null ? 'Not known' : String(plan.age) },
    { key: 'Primary need', value: need },
    { key: 'Setting', value: settingTypeTitle[plan.settingType] },
    { key: 'Social care', value: socialCareStatusTitle[plan.socialCareStatus] },
    { key: 'Learning disability', value: word(plan.hasLearningDisability) },
    { key: 'First issued', value: day(plan.firstIssuedOn) },
    { key: 'This version issued', value: day(plan.latestIssuedOn) },
    { key: 'Last reviewed', value: day(plan.lastReviewOn) },
    ...(marks.length > 0 ? [{ key: 'Note', value: marks }] : []),
  ];
}
