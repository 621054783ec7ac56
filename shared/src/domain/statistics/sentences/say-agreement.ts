import type {
  AgreementObstacle,
  AgreementOnCriterion,
  JudgedAgreement,
  UnitTally,
} from '../agreement/index.js';
import { coefficient, exactPercent, percent, plans } from '../numbers/index.js';

/**
 * How far auditors agree on a criterion, as it may be printed: Gwet's word for the coefficient,
 * which its error supports with 95% certainty, never the word that the value alone would earn.
 *
 * @param agreement what `agreementOnGrades` or `agreementOnApplicability` returns
 * @example
 * const plans = (count, ...grades) => Array.from({ length: count }, () => grades);
 * const grades = [...plans(10, 3, 3), ...plans(10, 4, 4), ...plans(10, 2, 4)];
 * sayAgreement(agreementOnGrades(grades, [1, 2, 3, 4]))
 * // 'Agreement beyond chance is moderate (AC2 0.62, 95% confidence interval 0.39 to 0.85). Pairs
 * // of auditors gave the same answer in 67% of cases, on 30 plans.'
 */
export function sayAgreement(agreement: AgreementOnCriterion): string {
  if (!agreement.judged) {
    const { reason, plans: tally } = agreement;
    return `Agreement beyond chance cannot be judged: ${obstacles[reason]}.${sayLeftOut(tally)}`;
  }
  const same = `Pairs of auditors gave the same answer in ${percent(agreement.sameAnswer.value)}`;
  const base = `of cases, on ${plans(agreement.plans.comparable)}.`;
  return `${sayCoefficient(agreement)} ${same} ${base}${sayWhySkewed(agreement)}${sayLeftOut(agreement.plans)}`;
}

const obstacles: Readonly<Record<AgreementObstacle, string>> = {
  'no-ratings': 'nobody gave an answer',
  'no-unit-rated-twice': 'no plan was judged by two auditors',
  'only-one-unit-rated-twice': 'only one plan was judged by two auditors',
  'one-category-throughout': 'all auditors gave the same answer throughout',
};

function sayCoefficient({ coefficient: gwet, benchmark, confidence }: JudgedAgreement): string {
  const figure = `${gwet.name} ${coefficient(gwet.value)}`;
  if (gwet.intervalMissing === 'whole-population') {
    return `Agreement beyond chance is ${figure}; every plan was compared.`;
  }
  if (gwet.interval === null) {
    return `Agreement beyond chance is ${figure}, without an interval: all plans agree to the same degree.`;
  }
  const { lower, upper } = gwet.interval;
  const range = `${exactPercent(confidence)} confidence interval ${coefficient(lower)} to ${coefficient(upper)}`;
  const word = benchmark?.reached?.label.toLowerCase() ?? 'not clear';
  return `Agreement beyond chance is ${word} (${figure}, ${range}).`;
}

/** An answer given this often is what makes alpha low although auditors hardly ever differ. */
const dominating = 0.75;

/** Where the two coefficients part, that is said, and why, instead of choosing the nicer one. */
function sayWhySkewed({ alpha, commonest, coefficient: gwet }: JudgedAgreement): string {
  const parts = alpha.reading === 'unreliable' && gwet.value >= 0.667;
  if (!parts) return '';
  const value = `Krippendorff's alpha is only ${coefficient(alpha.value)}`;
  if (commonest.share < dominating) return ` ${value}, so the two measures do not agree.`;
  return ` ${value}, because ${percent(commonest.share)} of all answers are the same one.`;
}

function sayLeftOut({ ratedOnce }: UnitTally): string {
  if (ratedOnce === 0) return '';
  return ` ${plans(ratedOnce)} with a single answer ${ratedOnce === 1 ? 'is' : 'are'} left out.`;
}
