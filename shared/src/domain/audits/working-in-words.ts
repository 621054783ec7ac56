import { capInWords, nonGradeTitle, type FrameworkDefinition } from '../frameworks/index.js';
import { leastGradedPercent, type AuditScore, type DomainScore } from './score-audit.js';

/** One step of how a score came about, as people read it. */
export interface WorkingStep {
  step: 'criterion' | 'domain' | 'overall' | 'cap' | 'grade';
  /** Key of the criterion, domain or cap; null for a step of the whole audit. */
  key: string | null;
  sentence: string;
}

/**
 * The working of a score, step by step: each criterion, its domain, the overall score, every cap
 * and the grade. A partial audit ends with why it has no overall grade.
 *
 * @param score of this very definition
 * @example workingInWords(definition, scoreAudit(definition, outcomes)).at(-1)?.sentence
 * // 'The grade is Good.'
 */
export function workingInWords(definition: FrameworkDefinition, score: AuditScore): WorkingStep[] {
  const ofDomains = score.domains.flatMap((domain) => domainSteps(definition, domain));
  return [...ofDomains, ...(score.overall ? overallSteps(definition, score) : [partial(score)])];
}

function domainSteps(definition: FrameworkDefinition, domain: DomainScore): WorkingStep[] {
  const named = definition.domains.find(({ key }) => key === domain.key);
  const criteria = domain.criteria.map((one): WorkingStep => {
    const title = named?.criteria.find(({ key }) => key === one.key)?.title ?? one.key;
    const sentence =
      one.points === null
        ? `${title}: ${nonGradeInWords(one.outcome)}. It does not count.`
        : `${title}: ${labelOf(definition, one.outcome)}, ${counted(one.points, 'point')}, weight ${one.weight}.`;
    return { step: 'criterion', key: one.key, sentence };
  });
  const title = named?.title ?? domain.key;
  const sentence =
    domain.score === null
      ? `${title}: nothing was graded, so it has no grade, and its weight of ${domain.weight} falls to the others in proportion.`
      : `${title}: ${meanInWords(pointsByWeight(domain))} = ${domain.score.toFixed(2)}, ${labelOf(definition, domain.grade)}.`;
  return [...criteria, { step: 'domain', key: domain.key, sentence }];
}

function overallSteps(
  definition: FrameworkDefinition,
  { domains, overall }: AuditScore,
): WorkingStep[] {
  if (!overall) return [];
  const { score, calculatedGrade, cappedGrade, capsApplied } = overall;
  const parts = domains.flatMap(({ weight, score: own }) =>
    own === null ? [] : [{ weight, value: own.toFixed(2) }],
  );
  const calculated = labelOf(definition, calculatedGrade);
  const caps = definition.caps.map((cap): WorkingStep => {
    const does = capsApplied.some(({ key }) => key === cap.key) ? 'applies' : 'does not apply';
    return { step: 'cap', key: cap.key, sentence: `${capInWords(cap, definition)}: ${does}.` };
  });
  return [
    {
      step: 'overall',
      key: null,
      sentence: `Overall: ${meanInWords(parts)} = ${score.toFixed(2)}, with each domain unrounded. That is ${calculated}.`,
    },
    ...caps,
    {
      step: 'grade',
      key: null,
      sentence:
        cappedGrade === calculatedGrade
          ? `The grade is ${calculated}.`
          : `The lowest ceiling makes ${calculated} ${labelOf(definition, cappedGrade)}.`,
    },
  ];
}

function partial({ completeness }: AuditScore): WorkingStep {
  const { applicable, graded, criticalNotGraded } = completeness;
  const share = `${graded} of ${counted(applicable, 'criterion', 'criteria')} that ${applicable === 1 ? 'applies' : 'apply'} ${graded === 1 ? 'is' : 'are'} graded, and ${leastGradedPercent}% must be`;
  const critical = counted(criticalNotGraded.length, 'critical criterion', 'critical criteria');
  const missing =
    criticalNotGraded.length === 0
      ? ''
      : `; ${critical} ${criticalNotGraded.length === 1 ? 'is' : 'are'} not graded, and each must be`;
  return { step: 'grade', key: null, sentence: `No overall grade: ${share}${missing}.` };
}

function pointsByWeight({ criteria }: DomainScore): { weight: number; value: string }[] {
  return criteria.flatMap(({ weight, points }) =>
    points === null ? [] : [{ weight, value: String(points) }],
  );
}

/** "(2 × 4 + 1 × 1) ÷ 3". */
function meanInWords(parts: readonly { weight: number; value: string }[]): string {
  const products = parts.map(({ weight, value }) => `${weight} × ${value}`);
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  return `(${products.join(' + ')}) ÷ ${weights}`;
}

function labelOf({ scale }: FrameworkDefinition, grade: string | null): string {
  return scale.grades.find(({ key }) => key === grade)?.label ?? String(grade);
}

function nonGradeInWords(outcome: string | null): string {
  const titles: Readonly<Record<string, string>> = nonGradeTitle;
  return (outcome === null ? undefined : titles[outcome]) ?? 'Not scored';
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
