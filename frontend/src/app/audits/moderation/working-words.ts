import type { ModeratedForm, ModerationWorking } from '@app/shared/contracts';
import { leastGradedPercent } from '@app/shared/domain';
import { criteriaIn, outcomeInWords } from './moderation-words';

/** "(2 × 3 + 1 × 2) ÷ 3 = 2.67": the mean of a domain's points by weight. */
export function meanInWords({ criteria, score }: ModerationWorking['domains'][number]): string {
  const counting = criteria.flatMap(({ weight, points }) =>
    points === null ? [] : [{ weight, points }],
  );
  if (score === null) return 'Nothing is graded, so the weight goes to the other domains.';
  const products = counting.map(({ weight, points }) => `${weight} × ${points}`).join(' + ');
  const weights = counting.reduce((sum, { weight }) => sum + weight, 0);
  return `(${products}) ÷ ${weights} = ${score.toFixed(2)}`;
}

/** Why there is no overall grade. */
export function partialInWords(form: ModeratedForm): string {
  const { applicable, graded, criticalNotGraded } = form.working.completeness;
  const titles = criteriaIn(form)
    .filter(({ criterion }) => criticalNotGraded.includes(criterion.key))
    .map(({ criterion }) => `“${criterion.title}”`);
  const critical = titles.length === 0 ? '' : ` Critical and not graded: ${titles.join(', ')}.`;
  return (
    `${graded} of ${applicable} criteria that apply are graded. An overall grade needs ` +
    `${leastGradedPercent}% of them and every critical one.${critical}`
  );
}

/** "2.71, Requires improvement", as the audit would close now. */
export function overallInWords(form: ModeratedForm): string {
  const { overall } = form.working;
  return overall
    ? `${overall.score.toFixed(2)}, ${outcomeInWords(form, overall.cappedGrade)}`
    : 'no overall grade';
}

/** How the score becomes a grade: "2.71 is Requires improvement, which begins at 1.75." */
export function bandInWords(form: ModeratedForm): string {
  const { overall } = form.working;
  const grade = form.scale.grades.find(({ key }) => key === overall?.calculatedGrade);
  if (!overall || !grade) return '';
  const begins = grade.from > 0 ? `which begins at ${grade.from.toFixed(2)}` : 'the lowest band';
  return `${overall.score.toFixed(2)} is ${grade.label}, ${begins}.`;
}
