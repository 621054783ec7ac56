import { Injectable } from '@nestjs/common';
import { composeFeedback } from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import type { ClosedAudit } from '../audits/index.js';
import { Ids } from '../platform/ids/ids.js';
import { FeedbackRepository } from './feedback.repository.js';

/** Gives feedback when an audit closes, in its transaction and in one statement. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly ids: Ids,
  ) {}

  async give(closed: ClosedAudit, manager: EntityManager): Promise<void> {
    const { result, registerFacts, documentTitle, definition, closedAt } = closed;
    const { auditId, reference, quarter, frameworkKind } = result;
    const { planRef, officerRef, team } = registerFacts;
    await this.feedback.insert(manager, {
      ...composeFeedback(closed),
      ...{ id: this.ids.next(), auditId, reference, planRef, quarter, frameworkKind },
      ...{ documentTitle, frameworkTitle: definition.title, officerRef, team, closedAt },
    });
  }
}
