import { Injectable } from '@nestjs/common';
import type {
  FrameworkCommentResponse,
  FrameworkConsultationResponse,
  FrameworkDraftResponse,
  FrameworkDraftSummary,
} from '@app/shared/contracts';
import { londonDayOf } from '@app/shared/domain';
import { DataSource } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { FrameworkRepository } from '../framework.repository.js';
import { isOpenFor } from './comment-on-draft.js';
import { draftFaults } from './draft-faults.js';
import { DraftRepository, type StoredComment, type StoredDraft } from './draft.repository.js';

/** Drafts as their editors and their reviewers read them. */
@Injectable()
export class DraftViews {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly frameworks: FrameworkRepository,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<FrameworkDraftSummary[]> {
    return (await this.drafts.list()).map(summaryOf);
  }

  async listOfReviewer(access: Access): Promise<FrameworkDraftSummary[]> {
    return (await this.drafts.listOfReviewer(access)).map(summaryOf);
  }

  /** Those about which a person can still say something. */
  async openTo(access: Access): Promise<FrameworkDraftSummary[]> {
    const today = londonDayOf(this.clock.now());
    return (await this.listOfReviewer(access)).filter((draft) => isOpenFor(draft, today));
  }

  async consultation(access: Access, id: string): Promise<FrameworkConsultationResponse> {
    const { definition, ...draft } = await this.drafts.find(access, id);
    const isOpen = isOpenFor(draft, londonDayOf(this.clock.now()));
    const said = (await this.drafts.comments(id)).map(saidBy);
    return { ...summaryOf(draft), definition, said, isOpen };
  }

  async draft(access: Access, id: string): Promise<FrameworkDraftResponse> {
    const { definition, ...draft } = await this.drafts.find(access, id);
    const earlier = await this.frameworks.definitionsOf(this.dataSource.manager, draft.kind);
    return {
      ...(await this.consultation(access, id)),
      reviewers: await this.drafts.reviewers(id),
      faults: draftFaults(definition, earlier),
    };
  }
}

const summaryOf = (draft: StoredDraft): FrameworkDraftSummary => ({
  ...draft,
  editedAt: draft.editedAt.toISOString(),
});

const saidBy = (comment: StoredComment): FrameworkCommentResponse => ({
  ...comment,
  writtenAt: comment.writtenAt.toISOString(),
});
