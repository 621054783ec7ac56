import { Injectable } from '@nestjs/common';
import type {
  FeedbackListResponse,
  FeedbackReplyResponse,
  FeedbackResponse,
  FeedbackSummary,
} from '@app/shared/contracts';
import { AccountRepository, type Access } from '../accounts/index.js';
import {
  FeedbackRepository,
  type FeedbackSearch,
  type ListedFeedback,
  type StoredReply,
} from './feedback.repository.js';

const PAGE_SIZE = 50;

/** Feedback as people read it. */
@Injectable()
export class FeedbackViews {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly accounts: AccountRepository,
  ) {}

  async list(access: Access, search: FeedbackSearch, page: number): Promise<FeedbackListResponse> {
    const [{ feedback, total }, groups] = await Promise.all([
      this.feedback.page(access, search, page, PAGE_SIZE),
      this.feedback.groups(access),
    ]);
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    return { feedback: feedback.map(summaryOf), page, pages, total, ...groups };
  }

  /** @throws Problem not-found */
  async read(access: Access, id: string): Promise<FeedbackResponse> {
    const found = await this.feedback.find(access, id);
    const replies = await this.feedback.replies(id);
    const names = await this.accounts.namesOf(replies.map(({ repliedBy }) => repliedBy));
    const points = found.points.map((point) => {
      const own = replies.filter(({ criterion }) => criterion === point.criterion);
      const [reply = null, ...earlierReplies] = own.map((one) => replyOf(one, names));
      return {
        ...point,
        sources: [...point.sources],
        evidence: point.evidence && {
          ...point.evidence,
          sections: [...point.evidence.sections],
        },
        ...{ reply, earlierReplies },
      };
    });
    const strengths = found.strengths.map((strength) => ({
      ...strength,
      said: strength.said && { ...strength.said, sections: [...strength.said.sections] },
    }));
    const { frameworkTitle, mayReply, noPointsBecause } = found;
    return { ...summaryOf(found), frameworkTitle, mayReply, noPointsBecause, strengths, points };
  }

  async reply(reply: Omit<StoredReply, 'criterion'>): Promise<FeedbackReplyResponse> {
    return replyOf(reply, await this.accounts.namesOf([reply.repliedBy]));
  }
}

function summaryOf({ officerName, ...feedback }: ListedFeedback): FeedbackSummary {
  return {
    ...feedback,
    officer: officerName === null ? null : { fullName: officerName },
    closedAt: feedback.closedAt.toISOString(),
    openedAt: feedback.openedAt?.toISOString() ?? null,
  };
}

function replyOf(
  { answer, note, version, repliedBy, repliedAt }: Omit<StoredReply, 'criterion'>,
  names: ReadonlyMap<string, string>,
): FeedbackReplyResponse {
  return {
    ...{ answer, note, version },
    // The answer of a request that came before was kept as JSON.
    repliedAt: new Date(repliedAt).toISOString(),
    repliedBy: names.get(repliedBy) ?? 'An account no longer known',
  };
}
