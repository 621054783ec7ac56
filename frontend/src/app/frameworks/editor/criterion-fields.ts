import {
  emptyCondition,
  planSections,
  type Applicability,
  type Basis,
  type Condition,
  type Criterion,
  type FrameworkDefinition,
} from '@app/shared/domain';
import { referencesIn } from './part-rules';

/** What stands in the fields of the page of a criterion. */
export interface CriterionFields {
  title: string;
  question: string;
  descriptors: { grade: string; text: string }[];
  agencies: string[];
  leadAgency: string;
  sections: string[];
  weight: string;
  critical: string[];
  basis: string;
  citations: CitationFields[];
  whereToLook: string;
  mode: string;
  notWhen: Condition;
  because: string;
  auditorMay: string;
  trainingTags: string[];
  actionPlanRefs: string;
}

export interface CitationFields {
  source: string;
  ref: string;
  textSeen: string[];
}

export const noCitation: CitationFields = { source: '', ref: '', textSeen: [] };

const yes = (is: boolean): string[] => (is ? ['yes'] : []);

export function criterionFields(
  criterion: Criterion | null,
  { scale, agencies }: FrameworkDefinition,
): CriterionFields {
  const lead = criterion?.leadAgency ?? '';
  return {
    title: criterion?.title ?? '',
    question: criterion?.question ?? '',
    descriptors: scale.grades.map(({ key }) => ({
      ...{ grade: key, text: criterion?.descriptors[key] ?? '' },
    })),
    agencies: [...(criterion?.agencies ?? [])],
    // One that is there no more is none that could be chosen.
    leadAgency: agencies.some(({ key }) => key === lead) ? lead : '',
    sections: [...(criterion?.sections ?? [])],
    weight: String(criterion?.weight ?? 1),
    critical: yes(criterion?.critical ?? false),
    basis: criterion?.basis ?? '',
    citations: (criterion?.citations ?? []).map(({ source, ref, textSeen }) => ({
      ...{ source, ref, textSeen: yes(textSeen) },
    })),
    whereToLook: criterion?.whereToLook ?? '',
    ...applicabilityFields(criterion?.applicability ?? { mode: 'always' }),
    trainingTags: [...(criterion?.trainingTags ?? [])],
    actionPlanRefs: (criterion?.actionPlanRefs ?? []).join(', '),
  };
}

function applicabilityFields(applicability: Applicability) {
  const { mode } = applicability;
  return {
    mode: mode as string,
    notWhen: mode === 'rule' ? applicability.notWhen : emptyCondition,
    because: mode === 'always' ? '' : applicability.because,
    auditorMay: mode === 'rule' ? (applicability.auditorMay ?? '') : '',
  };
}

/** When the criterion may be left out, as the fields say it. */
export function applicabilityOf({
  mode,
  notWhen,
  because,
  auditorMay,
}: Pick<CriterionFields, 'mode' | 'notWhen' | 'because' | 'auditorMay'>): Applicability {
  if (mode === 'auditor') return { mode, because };
  if (mode !== 'rule') return { mode: 'always' };
  const besides = auditorMay.trim() === '' ? {} : { auditorMay };
  return { mode, notWhen, because, ...besides };
}

/** The criterion as the fields say it; its key stays, and a text left empty is a descriptor left out. */
export function criterionOf(criterion: Criterion, fields: CriterionFields): Criterion {
  const descriptors = fields.descriptors
    .filter(({ text }) => text.trim() !== '')
    .map(({ grade, text }) => [grade, text] as const);
  return {
    ...{ key: criterion.key, title: fields.title, question: fields.question },
    sections: planSections.filter((section) => fields.sections.includes(section)),
    agencies: fields.agencies,
    leadAgency: fields.leadAgency || (fields.agencies[0] ?? criterion.leadAgency),
    weight: Number(fields.weight),
    critical: fields.critical.length > 0,
    basis: fields.basis as Basis,
    citations: fields.citations.map(({ source, ref, textSeen }) => ({
      ...{ source, ref, textSeen: textSeen.length > 0 },
    })),
    whereToLook: fields.whereToLook,
    applicability: applicabilityOf(fields),
    descriptors: Object.fromEntries(descriptors),
    trainingTags: fields.trainingTags,
    actionPlanRefs: referencesIn(fields.actionPlanRefs),
  };
}
