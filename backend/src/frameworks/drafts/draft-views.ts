import { Injectable } from '@nestjs/common';
import type {
  FrameworkCommentResponse,
  FrameworkConsultationResponse,
  FrameworkDraftResponse,
  FrameworkDraftSummary,
} from '@app/shared/contracts';
import { isOpenForComments, londonDayOf } from '@app/shared/domain';
import { DataSource } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { FrameworkRepository } from '../framework.repository.js';
import { draftFaults } from './draft-faults.js';
import {
  DraftRepository,
  type StoredComment,
  type StoredDraft,
  type WholeDraft,
} from './draft.repository.js';

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
    return (await this.listOfReviewer(access)).filter((draft) => isOpenForComments(draft, today));
  }

  async consultation(access: Access, id: string): Promise<FrameworkConsultationResponse> {
    return this.consultationOf(await this.drafts.find(access, id));
  }

  async draft(access: Access, id: string): Promise<FrameworkDraftResponse> {
    const draft = await this.drafts.find(access, id);
    const earlier = await this.frameworks.definitionsOf(this.dataSource.manager, draft.kind);
    return {
      ...(await this.consultationOf(draft)),
      reviewers: await this.drafts.reviewers(id),
      faults: draftFaults(draft.definition, earlier),
    };
  }

  private async consultationOf(draft: WholeDraft): Promise<FrameworkConsultationResponse> {
    const isOpen = isOpenForComments(draft, londonDayOf(this.clock.now()));
    const said = (await this.drafts.comments(draft.id)).map(saidBy);
    return { ...summaryOf(draft), definition: draft.definition, said, isOpen };
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
