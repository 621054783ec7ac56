import {
  agreedAtClosing,
  londonDayOf,
  pointsClosedWith,
  resultOfAudit,
  type ClosingWanted,
  type EndedScoring,
} from '@app/shared/domain';
import type { AuditInModeration } from '../moderation/audit-in-moderation.js';
import type { WholeModeration } from '../moderation/moderation.repository.js';
import type { AgencyEvidence, ClosedAudit } from './audit-closed.js';

/** All that is known of an audit at the moment it closes. */
export function closedAudit(
  { stored, source, audit }: AuditInModeration & { stored: WholeModeration },
  wanted: ClosingWanted,
  closedAt: Date,
): ClosedAudit {
  const { definition } = source;
  const { keys, registerFacts } = stored;
  const settled = {
    ...{ auditId: stored.id, reference: stored.reference, quarter: stored.quarter },
    ...{ frameworkVersionId: stored.frameworkVersionId, frameworkKind: definition.kind },
    ...{ roundId: stored.roundId, ...keys, closedOn: londonDayOf(closedAt) },
    documentPlanId: stored.documentId === null ? null : stored.planId,
  };
  const closing = { definition, plan: registerFacts, audit };
  const submitted = stored.scorings.filter(({ isSubmitted }) => isSubmitted);
  return {
    result: resultOfAudit(settled, source, audit, wanted.finalGrade),
    planId: stored.planId,
    documentTitle: stored.document?.title ?? null,
    registerFacts,
    definition,
    closedAt,
    agreed: agreedAtClosing(audit),
    feedbackPoints: pointsClosedWith(closing, wanted.feedbackPoints),
    evidence: audit.criteria.flatMap(({ criterion, given }) =>
      given.flatMap(({ agency, evidence, sections }): AgencyEvidence[] =>
        evidence === null
          ? []
          : [{ criterion: criterion.key, agency, evidence, sections: [...sections] }],
      ),
    ),
    strengthLines: submitted.flatMap(strengthsIn),
  };
}

/** The lines of one agency on what is strong, by domain. */
export function strengthsIn({ agency, answers }: EndedScoring): ClosedAudit['strengthLines'] {
  return answers.flatMap(({ kind, key, value }) =>
    kind === 'strength' && typeof value === 'string' ? [{ domain: key, agency, line: value }] : [],
  );
}
