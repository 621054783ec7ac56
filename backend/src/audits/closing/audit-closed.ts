import { Injectable } from '@nestjs/common';
import type {
  AuditResult,
  FrameworkDefinition,
  Outcomes,
  PlanSection,
  RegisterPlan,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';

/** What an agency that submitted wrote on a criterion. */
export interface AgencyEvidence {
  criterion: string;
  agency: string;
  evidence: string;
  sections: PlanSection[];
}

/** An audit at the moment it closes: everything that is already read, so that handlers read nothing again. */
export interface ClosedAudit {
  result: AuditResult;
  planId: string;
  /** What the audited document is; null where the plan itself was audited. */
  documentTitle: string | null;
  /** What the register said on the day of the draw, the plan's officer included. */
  registerFacts: RegisterPlan;
  definition: FrameworkDefinition;
  closedAt: Date;
  /** What was agreed, by criterion. */
  agreed: Outcomes;
  /** Criteria that the plan's writer is to hear of, in their order; none where there are no points. */
  feedbackPoints: string[];
  evidence: AgencyEvidence[];
  /** Lines on what is strong, by domain. */
  strengthLines: { domain: string; agency: string; line: string }[];
}

export type AuditClosedHandler = (closed: ClosedAudit, manager: EntityManager) => Promise<void>;

/** Where higher features take up an audit that closes, in the same transaction. */
@Injectable()
export class AuditClosed {
  private readonly handlers: AuditClosedHandler[] = [];

  register(handler: AuditClosedHandler): void {
    this.handlers.push(handler);
  }

  async announce(closed: ClosedAudit, manager: EntityManager): Promise<void> {
    for (const handle of this.handlers) await handle(closed, manager);
  }
}
