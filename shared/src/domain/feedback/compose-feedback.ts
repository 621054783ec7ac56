import { outcomeOfNumber, rankOf, type Outcomes, type ResultGrade } from '../audits/index.js';
import type {
  Criterion,
  Domain,
  FrameworkDefinition,
  Grade,
  PlanSection,
} from '../frameworks/index.js';
import type { RegisterPlan } from '../plans/index.js';
import { feedbackLimits, type NoPointsReason } from './feedback-words.js';

/** A grade as it was called when the audit closed. */
export interface NamedGrade {
  key: string;
  label: string;
}

/** What an agency wrote; never who of it. */
export interface Quotation {
  agency: { key: string; title: string };
  text: string;
  /** Where in the plan it is; none for a line on a whole domain. */
  sections: readonly PlanSection[];
}

export interface PointEvidence extends Quotation {
  /** Title of the lead agency where it wrote nothing and another agency is quoted; otherwise null. */
  inPlaceOf: string | null;
}

export interface PointSource {
  title: string;
  ref: string;
  url: string;
  /** False: cited from general knowledge, shown with a dagger. */
  textSeen: boolean;
}

/** Something to put right, with what would be better. */
export interface FeedbackPoint {
  /** Key of the criterion, by which replies name the point. */
  criterion: string;
  title: string;
  question: string;
  grade: NamedGrade;
  /** Null where no agency wrote any. */
  evidence: PointEvidence | null;
  nextGrade: NamedGrade & { descriptor: string };
  sources: readonly PointSource[];
}

export interface FeedbackStrength {
  criterion: string;
  title: string;
  domain: string;
  grade: NamedGrade;
  /** The line on the domain, or else the evidence; null where there is neither. */
  said: Quotation | null;
}

/** What the writer of a plan receives: frozen when the audit closes. */
export interface FeedbackContent {
  /** Null when the audit closed partial. */
  grade: NamedGrade | null;
  points: readonly FeedbackPoint[];
  noPointsBecause: NoPointsReason | null;
  strengths: readonly FeedbackStrength[];
}

/** Of an audit that closes, what its feedback is made from. */
export interface AuditToFeedBack {
  definition: FrameworkDefinition;
  registerFacts: Pick<RegisterPlan, 'isTransferredIn' | 'isTribunalOrdered'>;
  result: { finalGrade: ResultGrade };
  agreed: Outcomes;
  /** Criteria to feed back, in their order, as the moderator left them. */
  feedbackPoints: readonly string[];
  evidence: readonly {
    criterion: string;
    agency: string;
    evidence: string;
    sections: readonly PlanSection[];
  }[];
  strengthLines: readonly { domain: string; agency: string; line: string }[];
}

/**
 * The feedback of an audit. Points are the moderator's choice; none are given for a plan that was
 * transferred in or ordered by the Tribunal, whatever was chosen.
 *
 * @throws RangeError when a point is no criterion of the framework, or has no grade with a better one
 */
export function composeFeedback(audit: AuditToFeedBack): FeedbackContent {
  const { grades } = audit.definition.scale;
  const final = outcomeOfNumber(audit.result.finalGrade, grades);
  const foreign = foreignContent(audit.registerFacts);
  const points = foreign === null ? audit.feedbackPoints.map((key) => pointOf(audit, key)) : [];
  return {
    grade: final === null ? null : namedGrade(final, grades),
    points,
    noPointsBecause: points.length > 0 ? null : (foreign ?? 'none-below'),
    strengths: strengthsOf(audit),
  };
}

function foreignContent({
  isTransferredIn,
  isTribunalOrdered,
}: AuditToFeedBack['registerFacts']): NoPointsReason | null {
  if (isTransferredIn) return 'transferred-in';
  return isTribunalOrdered ? 'tribunal-ordered' : null;
}

function pointOf(audit: AuditToFeedBack, key: string): FeedbackPoint {
  const { definition, agreed } = audit;
  const { grades } = definition.scale;
  const criterion = definition.domains
    .flatMap(({ criteria }) => criteria)
    .find((one) => one.key === key);
  const rank = rankIn(agreed, key, grades);
  const grade = rank === null ? undefined : grades[rank];
  const next = rank === null ? undefined : grades[rank - 1];
  if (!criterion || !grade || !next) throw new RangeError(`${key} cannot be a point of feedback`);
  return {
    ...{ criterion: key, title: criterion.title, question: criterion.question },
    grade: namedGrade(grade.key, grades),
    evidence: evidenceFor(audit, criterion),
    nextGrade: {
      ...namedGrade(next.key, grades),
      descriptor: criterion.descriptors[next.key] ?? '',
    },
    sources: criterion.citations.map(({ source, ref, textSeen }) => {
      const known = definition.sources.find((one) => one.key === source);
      return { title: known?.title ?? source, ref, url: known?.url ?? '', textSeen };
    }),
  };
}

/** The lead agency's words; without any, those of the first other agency that wrote some. */
function evidenceFor(
  { definition, evidence }: AuditToFeedBack,
  { key, agencies, leadAgency }: Criterion,
): PointEvidence | null {
  const inTurn = [leadAgency, ...agencies.filter((agency) => agency !== leadAgency)];
  const written = inTurn.flatMap((agency) =>
    evidence.filter((one) => one.criterion === key && one.agency === agency && one.evidence !== ''),
  );
  const [first] = written;
  if (!first) return null;
  const isLead = first.agency === leadAgency;
  return {
    ...{ agency: namedAgency(definition, first.agency), text: first.evidence },
    sections: first.sections,
    inPlaceOf: isLead ? null : namedAgency(definition, leadAgency).title,
  };
}

/**
 * Up to two criteria that meet the standard: the highest grade first, then critical ones, then by
 * weight, then in the order of the framework. One of each domain, because the line is the domain's.
 */
function strengthsOf(audit: AuditToFeedBack): FeedbackStrength[] {
  const { definition, agreed } = audit;
  const { grades, meetsFrom } = definition.scale;
  const standard = rankOf(meetsFrom, grades);
  const best = definition.domains.flatMap((domain) => {
    const met = domain.criteria.flatMap((criterion) => {
      const rank = rankIn(agreed, criterion.key, grades);
      return rank === null || rank > standard ? [] : [{ domain, criterion, rank }];
    });
    return met.toSorted(strongestFirst).slice(0, 1);
  });
  return best
    .toSorted(strongestFirst)
    .slice(0, feedbackLimits.strengthsMax)
    .map(({ domain, criterion, rank }) => ({
      ...{ criterion: criterion.key, title: criterion.title, domain: domain.title },
      grade: namedGrade(grades[rank]?.key ?? meetsFrom, grades),
      said: lineOn(audit, domain, criterion) ?? evidenceOf(audit, criterion),
    }));
}

interface Met {
  criterion: Criterion;
  rank: number;
}

function strongestFirst(one: Met, other: Met): number {
  return (
    one.rank - other.rank ||
    Number(other.criterion.critical) - Number(one.criterion.critical) ||
    other.criterion.weight - one.criterion.weight
  );
}

/** The lead agency's line before any other's. */
function lineOn(
  { definition, strengthLines }: AuditToFeedBack,
  { key }: Domain,
  { leadAgency }: Criterion,
): Quotation | null {
  const lines = strengthLines.filter(({ domain, line }) => domain === key && line !== '');
  const found = lines.find(({ agency }) => agency === leadAgency) ?? lines[0];
  if (!found) return null;
  return { agency: namedAgency(definition, found.agency), text: found.line, sections: [] };
}

function evidenceOf(audit: AuditToFeedBack, criterion: Criterion): Quotation | null {
  const found = evidenceFor(audit, criterion);
  return found && { agency: found.agency, text: found.text, sections: found.sections };
}

/** 0 for the best grade; null where nothing was graded. */
function rankIn(agreed: Outcomes, key: string, grades: readonly Grade[]): number | null {
  const rank = grades.findIndex((grade) => grade.key === agreed[key]);
  return rank < 0 ? null : rank;
}

function namedGrade(key: string, grades: readonly Grade[]): NamedGrade {
  return { key, label: grades.find((grade) => grade.key === key)?.label ?? key };
}

function namedAgency({ agencies }: FrameworkDefinition, key: string): Quotation['agency'] {
  return { key, title: agencies.find((one) => one.key === key)?.title ?? key };
}
